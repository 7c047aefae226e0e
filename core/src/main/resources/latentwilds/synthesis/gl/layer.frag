// One layer of a generator. A fragment computes four channels of one pixel in LANES pictures, so that
// every weight is fetched once for all of them. docs/synthesis.md draws the layout.
//
// Set by the program: LANES (1 or 4), and one of DENSE, UPCONV, CONV3X3.

uniform sampler2DArray uInput;  // four channels per texel, the groups of four side by side; layer: picture
uniform ivec2 uInputSize;       // columns and rows of one picture
uniform int uInputGroups;       // groups that are read
uniform int uInputColumns;      // groups side by side before the next row of groups begins

uniform sampler2D uWeights;     // row: output group * uTaps + tap; column: 4 * input group + its channel
uniform int uTaps;              // kernel positions per output group; the last row holds the biases

uniform ivec2 uOutputSize;
uniform int uOutputGroups;
uniform int uOutputColumns;
uniform ivec2 uOrigin;          // where the output's first pixel is in the target
uniform int uActivation;        // 0 none, 1 relu, 2 leaky relu, 3 tanh
uniform float uSlope;           // of leaky relu below zero
uniform vec4 uScale;            // the last step: value * uScale + uShift
uniform vec4 uShift;

out vec4 result[LANES];

vec4 sum[LANES];

void accumulate(int row, ivec2 pixel) {
    ivec2 at = pixel;
    int column = 0;
    for (int group = 0; group < uInputGroups; group++) {
        int x = 4 * group;
        mat4 weights = mat4(
            texelFetch(uWeights, ivec2(x, row), 0),
            texelFetch(uWeights, ivec2(x + 1, row), 0),
            texelFetch(uWeights, ivec2(x + 2, row), 0),
            texelFetch(uWeights, ivec2(x + 3, row), 0));
        for (int lane = 0; lane < LANES; lane++) {
            sum[lane] += weights * texelFetch(uInput, ivec3(at, lane), 0);
        }
        at.x += uInputSize.x;
        column++;
        if (column == uInputColumns) {
            column = 0;
            at.x = pixel.x;
            at.y += uInputSize.y;
        }
    }
}

bool inside(ivec2 pixel) {
    return all(greaterThanEqual(pixel, ivec2(0))) && all(lessThan(pixel, uInputSize));
}

vec4 finish(vec4 value) {
    if (uActivation == 1) {
        value = max(value, 0.0);
    } else if (uActivation == 2) {
        value = mix(uSlope * value, value, greaterThan(value, vec4(0.0)));
    } else if (uActivation == 3) {
        // Some drivers' tanh overflows far from zero, where it is 1 anyway.
        value = tanh(clamp(value, -15.0, 15.0));
    }
    return value * uScale + uShift;
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy) - uOrigin;
    ivec2 tile = at / uOutputSize;
    ivec2 pixel = at - tile * uOutputSize;
    // Only tiles that are meant are drawn to: with a discard here every texel costs llvmpipe 1.8 times as much.
    int group = tile.y * uOutputColumns + tile.x;
    vec4 bias = texelFetch(uWeights, ivec2(group, uTaps * uOutputGroups), 0);
    for (int lane = 0; lane < LANES; lane++) {
        sum[lane] = bias;
    }
    int row = group * uTaps;
#if defined(DENSE)
    accumulate(row + pixel.y * uOutputSize.x + pixel.x, ivec2(0));
#elif defined(UPCONV)
    // Output pixel 2 m + phase reads the inputs m and m - 1 + 2 phase, with the kernel's 1 + phase and
    // 3 - 3 phase, in both directions: four kernels of 2 x 2.
    ivec2 near = pixel >> 1;
    ivec2 phase = pixel & 1;
    for (int tap = 0; tap < 4; tap++) {
        bvec2 far = bvec2((tap & 1) == 1, tap > 1);
        ivec2 source = near + ivec2(far) * (2 * phase - 1);
        if (inside(source)) {
            ivec2 kernel = ivec2(far.x ? 3 - 3 * phase.x : 1 + phase.x, far.y ? 3 - 3 * phase.y : 1 + phase.y);
            accumulate(row + 4 * kernel.y + kernel.x, source);
        }
    }
#elif defined(CONV3X3)
    for (int tap = 0; tap < 9; tap++) {
        ivec2 source = pixel + ivec2(tap % 3 - 1, tap / 3 - 1);
        if (inside(source)) {
            accumulate(row + tap, source);
        }
    }
#endif
    result[0] = finish(sum[0]);
#if LANES == 4
    result[1] = finish(sum[1]);
    result[2] = finish(sum[2]);
    result[3] = finish(sum[3]);
#endif
}
