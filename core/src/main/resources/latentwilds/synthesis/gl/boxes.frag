// Finishing a picture, second part: few colours that stand for many, by cutting boxes and then k-means. Whole
// numbers: plain Java does the same (latentwilds.texture.ColourBoxes and Palette). Up to four pictures stand
// one above the other. Set by the program: one of BEGIN, SUM_ROWS, SUMS, DECIDE, CUT, MEANS, NEAREST, CHOOSE.

uniform ivec2 uSize;            // of one picture
uniform isampler2D uCanvas;     // straight levels: red, green, blue, alpha
uniform isampler2D uFacts;      // highest alpha of each picture
uniform isampler2D uBoxes;      // each pixel's box, or -1
uniform isampler2D uSums;       // columns: box (and half, see uHalves); count and sums, then sums of squares
uniform isampler2D uCuts;       // for each box: where its upper half goes or -1, channel, count, sum
uniform isampler2D uPalette;    // column: colour; red, green, blue, 1 if there is one
uniform isampler2D uWishes;     // row: picture; from column 1 on, colours to choose from as above
uniform int uHalves;            // 2 with squares, 1 without
uniform int uCount;             // boxes, at most, or colours
uniform int uMost;              // boxes there may be
uniform int uSolid;             // alpha of pixels that choose the colours, if there are any
uniform int uFirst;             // 1: there is no palette yet

out ivec4 result;

bool chooses(ivec4 colour, int lane) {
    int lowest = texelFetch(uFacts, ivec2(0, lane), 0).x >= uSolid ? uSolid : 1;
    return colour.a >= lowest;
}

int distance2(ivec3 a, ivec3 b) {
    ivec3 d = a - b;
    return 3 * d.r * d.r + 4 * d.g * d.g + 2 * d.b * d.b;
}

// Channel of most spread, and the spread.
ivec2 spread(int box, int lane) {
    ivec4 sums = texelFetch(uSums, ivec2(2 * box, lane), 0);
    ivec4 squares = texelFetch(uSums, ivec2(2 * box + 1, lane), 0);
    int n = sums.x;
    ivec2 best = ivec2(0);
    for (int c = 1; c < 4; c++) {
        int mean = n == 0 ? 0 : (sums[c] + n / 2) / n;
        int value = squares[c] - 2 * mean * sums[c] + n * mean * mean;
        if (value > best.y) {
            best = ivec2(c, value);
        }
    }
    return best;
}

int nearest(isampler2D colours, int first, int count, int lane, ivec3 colour) {
    int best = 0;
    int least = 0x7fffffff;
    for (int i = 0; i < count; i++) {
        ivec4 other = texelFetch(colours, ivec2(first + i, lane), 0);
        int d = distance2(other.rgb, colour);
        if (other.a == 1 && d < least) {
            least = d;
            best = i;
        }
    }
    return best;
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
#if defined(BEGIN)
    result = ivec4(chooses(texelFetch(uCanvas, at, 0), at.y / uSize.y) ? 0 : -1, 0, 0, 0);
#elif defined(SUM_ROWS)
    int box = at.x / uHalves;
    bool squares = at.x - box * uHalves == 1;
    ivec4 sum = ivec4(0);
    for (int x = 0; x < uSize.x; x++) {
        if (texelFetch(uBoxes, ivec2(x, at.y), 0).x == box) {
            ivec3 colour = texelFetch(uCanvas, ivec2(x, at.y), 0).rgb;
            sum += squares ? ivec4(0, colour * colour) : ivec4(1, colour);
        }
    }
    result = sum;
#elif defined(SUMS)
    ivec4 sum = ivec4(0);
    for (int y = 0; y < uSize.y; y++) {
        sum += texelFetch(uSums, ivec2(at.x, at.y * uSize.y + y), 0);
    }
    result = sum;
#elif defined(DECIDE)
    ivec2 own = spread(at.x, at.y);
    int rank = 0;
    int count = 0;
    for (int box = 0; box < uCount; box++) {
        count += texelFetch(uSums, ivec2(2 * box, at.y), 0).x > 0 ? 1 : 0;
        int other = spread(box, at.y).y;
        rank += other > own.y || other == own.y && box < at.x ? 1 : 0;
    }
    ivec4 sums = texelFetch(uSums, ivec2(2 * at.x, at.y), 0);
    bool cut = own.y > 0 && rank < min(uMost - count, (count + 1) / 2);
    result = cut ? ivec4(count + rank, own.x, sums.x, sums[own.x]) : ivec4(-1, 0, 0, 0);
#elif defined(CUT)
    int box = texelFetch(uBoxes, at, 0).x;
    if (box >= 0) {
        ivec4 cut = texelFetch(uCuts, ivec2(box, at.y / uSize.y), 0);
        if (cut.x >= 0 && texelFetch(uCanvas, at, 0)[cut.y - 1] * cut.z > cut.w) {
            box = cut.x;
        }
    }
    result = ivec4(box, 0, 0, 0);
#elif defined(MEANS)
    ivec4 sum = ivec4(0);
    for (int y = 0; y < uSize.y; y++) {
        sum += texelFetch(uSums, ivec2(at.x, at.y * uSize.y + y), 0);
    }
    if (sum.x > 0) {
        result = ivec4((sum.yzw + sum.x / 2) / sum.x, 1);
    } else {
        result = uFirst == 1 ? ivec4(0) : texelFetch(uPalette, at, 0);
    }
#elif defined(NEAREST)
    ivec4 colour = texelFetch(uCanvas, at, 0);
    int lane = at.y / uSize.y;
    int box = chooses(colour, lane) ? nearest(uPalette, 0, uCount, lane, colour.rgb) : -1;
    result = ivec4(box, 0, 0, 0);
#elif defined(CHOOSE)
    ivec4 colour = texelFetch(uPalette, at, 0);
    if (texelFetch(uWishes, ivec2(1, at.y), 0).a == 1) {
        int chosen = nearest(uWishes, 1, uCount, at.y, colour.rgb);
        colour.rgb = texelFetch(uWishes, ivec2(1 + chosen, at.y), 0).rgb;
    }
    result = colour;
#endif
}
