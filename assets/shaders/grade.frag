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

// A streak that pales towards its upper end, so that one sees which way it falls.
float drop(vec2 pixel, float lane, float speed) {
    float slanted = pixel.x + floor(pixel.y * 0.25);
    float column = floor(slanted / lane);
    float own = number(vec2(column, lane));
    float height = pixel.y + floor(u_time * speed * (0.85 + 0.3 * own)) + floor(own * 400.0);
    float which = number(vec2(column, floor(height / 64.0)));
    float length = 9.0 + 9.0 * which;
    float along = mod(height, 64.0) / length;
    return step(mod(slanted, lane), 0.5) * step(along, 1.0) * (1.0 - 0.6 * along)
        * step(which, 0.3 + 0.6 * u_weather.x);
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

float flake(vec2 pixel, float side, float speed) {
    vec2 at = pixel + floor(vec2(8.0 * sin(0.7 * u_time + 0.02 * pixel.y), speed * u_time));
    vec2 cell = floor(at / side);
    vec2 place = floor(vec2(number(cell), number(cell.yx + 17.0)) * (side - 2.0));
    vec2 off = mod(at, side) - place;
    float size = 1.0 + step(0.6, number(cell + 5.0));
    return step(0.0, min(off.x, off.y)) * step(max(off.x, off.y), size - 0.5);
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
#ifdef RAIN
    float drops = max(drop(pixel, 7.0, 330.0), 0.7 * drop(pixel, 5.0, 260.0));
    drops = max(0.8 * drops, 0.6 * splash(pixel));
    lit = mix(lit, DROP, (0.35 + 0.65 * u_weather.x) * drops);
#endif
#ifdef SNOW
    float flakes = max(flake(pixel, 23.0, 26.0), flake(pixel + 11.0, 31.0, 38.0));
    lit = mix(lit, FLAKE, 0.9 * u_weather.y * flakes);
#endif
    gl_FragColor = vec4(lit * u_light, colour.a);
}
