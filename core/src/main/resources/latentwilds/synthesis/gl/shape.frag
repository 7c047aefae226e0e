// Finishing a picture, first part: levels, connected parts, crumbs. Whole numbers: plain Java does the same
// (latentwilds.texture.Canvas and Silhouette). Up to four pictures stand one above the other in every
// texture. Set by the program: one of STRAIGHT, PARTS, SWEEP, SIZE, MOST_IN_ROW, MOST, CLEAR.

uniform ivec2 uSize;            // of one picture
uniform sampler2DArray uInput;  // premultiplied, -1 to 1; layer: picture
uniform isampler2D uCanvas;     // straight levels, 0 to 255: red, green, blue, alpha
uniform isampler2D uParts;      // number of the part's first pixel and one, or 0; how many pixels it has
uniform isampler2D uRows;       // the most in each row
uniform isampler2D uFacts;      // the most in each picture
uniform int uLowest;            // alpha of what is there
uniform int uOpaque;            // 1: what stays is opaque
uniform int uShare;             // parts with fewer thousandths of the largest are crumbs
uniform int uChannel;           // whose maximum is sought

out ivec4 result;

int level(float unit) {
    return clamp(int(unit * 255.0 + 0.5), 0, 255);
}

// The lowest number of the line through a pixel, up to the shape's end on both sides.
int line(ivec2 pixel, int top, ivec2 way, int lowest) {
    for (int side = 0; side < 2; side++) {
        ivec2 at = pixel + way;
        while (at.x >= 0 && at.x < uSize.x && at.y >= 0 && at.y < uSize.y) {
            int part = texelFetch(uParts, ivec2(at.x, top + at.y), 0).x;
            if (part == 0) {
                break;
            }
            lowest = min(lowest, part);
            at += way;
        }
        way = -way;
    }
    return lowest;
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    int lane = at.y / uSize.y;
    int top = lane * uSize.y;
    ivec2 pixel = ivec2(at.x, at.y - top);
#if defined(STRAIGHT)
    vec4 unit = clamp((texelFetch(uInput, ivec3(pixel, lane), 0) + 1.0) / 2.0, 0.0, 1.0);
    int alpha = level(unit.a);
    result = alpha == 0
        ? ivec4(0)
        : ivec4(level(unit.r / unit.a), level(unit.g / unit.a), level(unit.b / unit.a), alpha);
#elif defined(PARTS)
    int number = pixel.y * uSize.x + pixel.x + 1;
    result = ivec4(texelFetch(uCanvas, at, 0).a >= uLowest ? number : 0, 0, 0, 0);
#elif defined(SWEEP)
    int part = texelFetch(uParts, at, 0).x;
    if (part > 0) {
        int first = part - 1;
        int lowest = texelFetch(uParts, ivec2(first % uSize.x, top + first / uSize.x), 0).x;
        lowest = line(pixel, top, ivec2(1, 0), min(part, lowest));
        lowest = line(pixel, top, ivec2(0, 1), lowest);
        lowest = line(pixel, top, ivec2(1, 1), lowest);
        part = line(pixel, top, ivec2(-1, 1), lowest);
    }
    result = ivec4(part, 0, 0, 0);
#elif defined(SIZE)
    // Only a part's first pixel counts.
    int part = texelFetch(uParts, at, 0).x;
    int size = 0;
    if (part == pixel.y * uSize.x + pixel.x + 1) {
        for (int y = 0; y < uSize.y; y++) {
            for (int x = 0; x < uSize.x; x++) {
                size += texelFetch(uParts, ivec2(x, top + y), 0).x == part ? 1 : 0;
            }
        }
    }
    result = ivec4(part, size, 0, 0);
#elif defined(MOST_IN_ROW)
    int most = 0;
    for (int x = 0; x < uSize.x; x++) {
        most = max(most, texelFetch(uCanvas, ivec2(x, at.y), 0)[uChannel]);
    }
    result = ivec4(most, 0, 0, 0);
#elif defined(MOST)
    int most = 0;
    for (int y = 0; y < uSize.y; y++) {
        most = max(most, texelFetch(uRows, ivec2(0, at.y * uSize.y + y), 0).x);
    }
    result = ivec4(most, 0, 0, 0);
#elif defined(CLEAR)
    ivec4 colour = texelFetch(uCanvas, at, 0);
    int part = texelFetch(uParts, at, 0).x;
    int first = max(part - 1, 0);
    int size = texelFetch(uParts, ivec2(first % uSize.x, top + first / uSize.x), 0).y;
    bool crumb = part == 0 || 1000 * size < uShare * texelFetch(uFacts, ivec2(0, lane), 0).x;
    if (crumb) {
        colour = ivec4(0);
    } else if (uOpaque == 1) {
        colour.a = 255;
    }
    result = colour;
#endif
}
