// Enlarges the condition's code to a layer's input size and puts it behind that input's own channels:
// bilinear, half-pixel centres, edges clamped. Set by the program: LANES (1 or 4).

uniform sampler2DArray uInput;  // the grid: groups of noise, then of code
uniform ivec2 uInputSize;       // columns and rows of the grid
uniform int uInputColumns;
uniform int uFirstInput;        // the code's first group in the grid

uniform ivec2 uOutputSize;
uniform int uOutputColumns;
uniform int uFirstOutput;       // the code's first group in the target

out vec4 result[LANES];

vec4 grid(int group, ivec2 cell, int lane) {
    ivec2 tile = ivec2(group % uInputColumns, group / uInputColumns);
    return texelFetch(uInput, ivec3(tile * uInputSize + cell, lane), 0);
}

vec4 enlarged(int group, ivec2 low, ivec2 high, vec2 part, int lane) {
    vec4 top = mix(grid(group, low, lane), grid(group, ivec2(high.x, low.y), lane), part.x);
    vec4 bottom = mix(grid(group, ivec2(low.x, high.y), lane), grid(group, high, lane), part.x);
    return mix(top, bottom, part.y);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    ivec2 tile = at / uOutputSize;
    ivec2 pixel = at - tile * uOutputSize;
    int group = tile.y * uOutputColumns + tile.x - uFirstOutput;
    group += uFirstInput;
    vec2 source = max((vec2(pixel) + 0.5) * vec2(uInputSize) / vec2(uOutputSize) - 0.5, 0.0);
    ivec2 low = ivec2(source);
    ivec2 high = min(low + 1, uInputSize - 1);
    vec2 part = source - vec2(low);
    result[0] = enlarged(group, low, high, part, 0);
#if LANES == 4
    result[1] = enlarged(group, low, high, part, 1);
    result[2] = enlarged(group, low, high, part, 2);
    result[3] = enlarged(group, low, high, part, 3);
#endif
}
