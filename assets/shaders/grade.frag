// The light of the hour: towards grey, then tinted. Then what is in the air, at whole drawn pixels:
// ground and sprites at one place get the same, so that it seems to hang before both. RAIN, SNOW and
// FOG are defined where there is any.
#ifdef GL_ES
#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
#else
precision mediump float;
#endif
#endif
varying vec4 v_color;
varying vec2 v_texCoords;
varying vec2 v_world;
uniform sampler2D u_texture;
uniform vec3 u_light;
uniform float u_saturation;
// Rain, snow, fog.
uniform vec3 u_weather;
uniform float u_time;

const vec3 DROP = vec3(0.78, 0.86, 0.98);
const vec3 FLAKE = vec3(0.97, 0.98, 1.0);
const vec3 MIST = vec3(0.80, 0.83, 0.86);

// 0 to 1 for whole numbers; small ones, or floats run out of digits.
float number(vec2 at) {
    vec2 small = mod(at, 251.0);
    return fract(sin(dot(small, vec2(12.9898, 78.233))) * 4375.8547);
}

// A streak that pales towards its upper end, so that one sees which way it falls. Lanes have one
// streak per span of their height, at a place of its own; lengths in pixels.
float drop(vec2 pixel, float lane, float span, float length, float speed) {
    float slanted = pixel.x + floor(pixel.y * 0.3);
    float column = floor(slanted / lane);
    float own = number(vec2(column, lane));
    float height = pixel.y + floor(u_time * speed * (0.85 + 0.3 * own)) + floor(own * 400.0);
    float turn = floor(height / span);
    float which = number(vec2(column, turn));
    float place = floor(lane * fract(7.0 * which + own));
    float along = (height - span * turn) / (length * (0.7 + 0.6 * own));
    return step(abs(slanted - lane * column - place), 0.5) * step(along, 1.0) * (1.0 - 0.7 * along)
        * step(which, u_weather.x);
}

// Where a drop hits the ground: a bright pixel, then two that leap aside.
float splash(vec2 pixel) {
    vec2 cell = floor(pixel / 14.0);
    float beat = u_time * 3.5 + 7.0 * number(cell);
    float turn = floor(beat);
    float life = beat - turn;
    vec2 place = 3.0 + floor(vec2(number(cell + turn), number(cell.yx + 3.0 * turn)) * 9.0);
    vec2 off = abs(mod(pixel, 14.0) - place);
    float aside = life < 0.15 ? 0.0 : life < 0.3 ? 1.0 : 2.0;
    float hit = step(abs(off.x - aside), 0.5) * step(off.y, 0.5 + step(1.5, aside));
    return hit * step(life, 0.45) * step(number(cell.yx + 2.0 * turn), u_weather.x);
}

// One to a cell of so many pixels, or none; size 1, 2, or 3 without its corners.
float flake(vec2 pixel, float side, float speed, float least) {
    vec2 at = pixel + floor(vec2(8.0 * sin(0.7 * u_time + 0.02 * pixel.y), speed * u_time));
    vec2 cell = floor(at / side);
    float own = number(cell);
    float size = least + step(0.6, own);
    vec2 place = floor(vec2(number(cell + 5.0), number(cell.yx + 17.0)) * (side - 2.0));
    vec2 off = abs(at - side * cell - place - 0.5 * (size - 1.0));
    return step(max(off.x, off.y), 0.5 * size) * step(off.x + off.y, 1.6)
        * step(fract(7.0 * own), u_weather.y);
}

float smoothNumber(vec2 at) {
    vec2 cell = floor(at);
    vec2 share = fract(at);
    share = share * share * (3.0 - 2.0 * share);
    float south = mix(number(cell), number(cell + vec2(1.0, 0.0)), share.x);
    float north = mix(number(cell + vec2(0.0, 1.0)), number(cell + vec2(1.0, 1.0)), share.x);
    return mix(south, north, share.y);
}

float mist(vec2 pixel) {
    vec2 drift = vec2(0.11, 0.04) * u_time;
    float wide = smoothNumber(pixel / 96.0 + drift);
    return 0.22 + 0.5 * (0.65 * wide + 0.35 * smoothNumber(pixel / 37.0 - drift));
}

void main() {
    vec4 colour = v_color * texture2D(u_texture, v_texCoords);
    float grey = dot(colour.rgb, vec3(0.299, 0.587, 0.114));
    vec3 lit = mix(vec3(grey), colour.rgb, u_saturation);
    vec2 pixel = floor(v_world);
#ifdef FOG
    lit = mix(lit, MIST, u_weather.z * mist(pixel));
#endif
    lit *= u_light;
    // What falls has the whole sky to light it, and is seen before dark ground and bright.
    vec3 air = min(vec3(1.0), 0.12 + 1.25 * u_light);
#ifdef RAIN
    float drops = max(drop(pixel, 9.0, 52.0, 20.0, 420.0), 0.6 * drop(pixel, 5.0, 44.0, 10.0, 300.0));
    drops = max(drops, 0.8 * splash(pixel));
    lit = mix(lit, DROP * air, 0.9 * drops);
#endif
#ifdef SNOW
    float flakes = max(flake(pixel, 27.0, 40.0, 2.0), flake(pixel + 11.0, 17.0, 30.0, 1.0));
    flakes = max(flakes, 0.7 * flake(pixel + 23.0, 11.0, 22.0, 1.0));
    lit = mix(lit, FLAKE * air, flakes);
#endif
    gl_FragColor = vec4(lit, colour.a);
}
