// Finishing a picture, last part: its colours, the line around it, and its place. Whole numbers: plain Java does
// the same (latentwilds.texture.Palette, Outline and Canvas). Up to four pictures stand one above the other.
// Set by the program: one of PAINT, RIM_ROWS, RIM, PLACE.

uniform ivec2 uSize;            // of one picture
uniform isampler2D uCanvas;     // straight levels: red, green, blue, alpha
uniform isampler2D uPalette;    // column: colour; red, green, blue, 1 if there is one
uniform isampler2D uRows;       // luminances' sum and count, and one past the last row with something in it
uniform isampler2D uFacts;      // the line's red, green, blue; rows down to the lowest with something in it
uniform isampler2D uWishes;     // row: picture; column 0: ground's luminance or -1, and a line's colour for it;
                                // row 4: light of each level
uniform int uCount;             // colours
uniform int uFlare;
uniform int uLane;              // which picture is placed
uniform ivec2 uOrigin;          // where
uniform int uBorder;            // 1: with a line around it
uniform int uGrounded;          // 1: moved down to the bottom row

#if defined(PLACE)
out vec4 result;
#else
out ivec4 result;
#endif

int luminance(ivec3 colour) {
    return (2126 * texelFetch(uWishes, ivec2(colour.r, 4), 0).x
        + 7152 * texelFetch(uWishes, ivec2(colour.g, 4), 0).x
        + 722 * texelFetch(uWishes, ivec2(colour.b, 4), 0).x) / 10000;
}

bool differ(int a, int b) {
    return 2 * (max(a, b) + uFlare) >= 3 * (min(a, b) + uFlare);
}

ivec4 pixel(ivec2 at) {
    bool inside = at.x >= 0 && at.y >= 0 && at.x < uSize.x && at.y < uSize.y;
    return inside ? texelFetch(uCanvas, ivec2(at.x, uLane * uSize.y + at.y), 0) : ivec4(0);
}

// Whether a line of that luminance is drawn beside a pixel.
bool outlined(ivec2 at, int line) {
    ivec4 colour = pixel(at);
    return colour.a > 0 && differ(luminance(colour.rgb), line);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
#if defined(PAINT)
    ivec4 colour = texelFetch(uCanvas, at, 0);
    if (colour.a > 0) {
        ivec3 best = ivec3(0);
        int least = 0x7fffffff;
        for (int i = 0; i < uCount; i++) {
            ivec4 other = texelFetch(uPalette, ivec2(i, at.y / uSize.y), 0);
            ivec3 d = other.rgb - colour.rgb;
            int distance = 3 * d.r * d.r + 4 * d.g * d.g + 2 * d.b * d.b;
            if (other.a == 1 && distance < least) {
                least = distance;
                best = other.rgb;
            }
        }
        colour.rgb = best;
    }
    result = colour;
#elif defined(RIM_ROWS)
    ivec4 sum = ivec4(0);
    for (int x = 0; x < uSize.x; x++) {
        ivec4 colour = texelFetch(uCanvas, ivec2(x, at.y), 0);
        if (colour.a > 0) {
            sum += ivec4(luminance(colour.rgb), 1, 0, 0);
            sum.z = at.y % uSize.y + 1;
        }
    }
    result = sum;
#elif defined(RIM)
    int light = 0;
    int count = 0;
    int bottom = 0;
    for (int y = 0; y < uSize.y; y++) {
        ivec4 row = texelFetch(uRows, ivec2(0, at.y * uSize.y + y), 0);
        light += row.x;
        count += row.y;
        bottom = max(bottom, row.z);
    }
    ivec3 darkest = ivec3(255);
    int least = 0x7fffffff;
    for (int i = 0; i < uCount; i++) {
        ivec4 colour = texelFetch(uPalette, ivec2(i, at.y), 0);
        int luma = 299 * colour.r + 587 * colour.g + 114 * colour.b;
        bool lower = luma < least
            || luma == least && (colour.r << 16 | colour.g << 8 | colour.b)
                < (darkest.r << 16 | darkest.g << 8 | darkest.b);
        if (colour.a == 1 && lower) {
            least = luma;
            darkest = colour.rgb;
        }
    }
    ivec3 line = 2 * darkest / 5;
    ivec4 wish = texelFetch(uWishes, ivec2(0, at.y), 0);
    if (wish.x >= 0 && !differ(luminance(line), wish.x)
            && !(count > 0 && differ(light / max(count, 1), wish.x))) {
        line = wish.yzw;
    }
    result = ivec4(line, bottom);
#elif defined(PLACE)
    ivec4 facts = texelFetch(uFacts, ivec2(0, uLane), 0);
    int down = uGrounded == 1 && facts.w > 0 ? uSize.y - facts.w : 0;
    ivec2 from = at - uOrigin - uBorder - ivec2(0, down);
    ivec4 colour = pixel(from);
    if (colour.a == 0) {
        colour = ivec4(0);
        if (uBorder == 1) {
            int line = luminance(facts.rgb);
            bool beside = outlined(from + ivec2(1, 0), line) || outlined(from - ivec2(1, 0), line)
                || outlined(from + ivec2(0, 1), line) || outlined(from - ivec2(0, 1), line);
            colour = beside ? ivec4(facts.rgb, 255) : colour;
        }
    }
    result = vec4(colour) / 255.0;
#endif
}
