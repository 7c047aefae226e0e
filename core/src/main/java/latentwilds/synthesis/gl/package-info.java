/**
 * The shader backend: generators as fragment shaders on any GPU with GL 3.2 or ES 3.0, in slices
 * that fit a frame, the picture drawn straight to where it is shown. {@code docs/synthesis.md}
 * explains the layout. Everything but {@link latentwilds.synthesis.gl.GlBackend} and the calls of
 * its generators belongs to the render thread.
 */
package latentwilds.synthesis.gl;
