// The light of the hour: towards grey, then tinted.
#ifdef GL_ES
precision mediump float;
#endif
varying vec4 v_color;
varying vec2 v_texCoords;
uniform sampler2D u_texture;
uniform vec3 u_light;
uniform float u_saturation;

void main() {
    vec4 colour = v_color * texture2D(u_texture, v_texCoords);
    float grey = dot(colour.rgb, vec3(0.299, 0.587, 0.114));
    gl_FragColor = vec4(mix(vec3(grey), colour.rgb, u_saturation) * u_light, colour.a);
}
