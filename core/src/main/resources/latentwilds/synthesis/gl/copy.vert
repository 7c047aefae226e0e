// Copies texels to a buffer, a vertex each, through transform feedback: GL's own way of reading into a
// buffer takes an offset, which libGDX's does not.

uniform sampler2DArray uInput;
uniform ivec2 uInputSize;

out vec4 texel;

void main() {
    int size = uInputSize.x * uInputSize.y;
    int lane = gl_VertexID / size;
    int pixel = gl_VertexID - lane * size;
    int row = pixel / uInputSize.x;
    texel = texelFetch(uInput, ivec3(pixel - row * uInputSize.x, row, lane), 0);
    gl_Position = vec4(0.0);
}
