// Draws the set faces-npc-64: busts of people, seen from the front, at one scale, as PNGs of 64 x 64 pixels
// with a manifest.txt (file, source, labels). The same numbers always give the same faces.
//
// usage: node draw.mjs FOLDER [COUNT]
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { faceToSvgString, generate } from "facesjs";

const SEED = 20240601;
const SIDE = 64;
const VIEW = "-45 50 490 490";
const [folder, count = "10000"] = process.argv.slice(2);

const RACES = ["asian", "black", "brown", "white"];
const SKINS = {
  orc: ["#7d9b52", "#93a864", "#6b8a45"],
  undead: ["#9aa79b", "#c8c4b0", "#b9c2b4"],
  demon: ["#9c3b4a", "#b8483a", "#7a3550"],
  fey: ["#a6a0cf", "#9fc7b0", "#8fb3c9"],
};
// How often each is met, of a hundred people; the others are human.
const SHARES = [["orc", 8.4], ["undead", 7.9], ["demon", 5.9], ["fey", 5.8]];
const STRANGE_HAIR = [
  "#e8e2d0", "#a8321f", "#3f6b3a", "#5b3a8c", "#7a4a22", "#d9a441", "#c9c9c9", "#2f5d8a",
];
const STRANGE_HAIR_SHARE = 0.4;
const TUNICS = [
  "#4a5a34", "#6b2f2f", "#2f4f4f", "#6e6e72", "#8a7a55", "#40352c", "#5a4a6b", "#94743a", "#7a4b2a", "#3b4a6b",
];

const CLOTHES = ["jersey", "jersey2", "jersey3", "jersey4", "jersey5", "hockey", "hockey2", "hockey3", "hockey4"];

// mulberry32 (T. Ettinger, public domain). facesjs draws from Math.random, so that is what is seeded, anew for
// every face: one face does not depend on those before it.
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = (list) => list[Math.floor(Math.random() * list.length)];

function ancestry() {
  let place = Math.random() * 100;
  for (const [name, share] of SHARES) {
    place -= share;
    if (place < 0) {
      return name;
    }
  }
  return "human";
}

function draw(number) {
  Math.random = random(Math.imul(number, 0x9e3779b1) ^ SEED);
  const gender = number % 2 === 1 ? "female" : "male";
  const race = RACES[(number >> 1) % 4];
  const kin = ancestry();
  const overrides = {
    teamColors: [pick(TUNICS), pick(TUNICS), pick(TUNICS)],
    accessories: { id: "none" },
    glasses: { id: "none" },
    jersey: { id: pick(CLOTHES) },
  };
  if (kin !== "human") {
    overrides.body = { color: pick(SKINS[kin]) };
  }
  if (Math.random() < STRANGE_HAIR_SHARE) {
    overrides.hair = { color: pick(STRANGE_HAIR) };
  }
  const svg = faceToSvgString(generate(overrides, { gender, race }));
  const framed = svg.replace(/viewBox="[^"]*"/, `viewBox="${VIEW}"`);
  const image = new Resvg(framed, { fitTo: { mode: "width", value: SIDE }, font: { loadSystemFonts: false } }).render();
  return { image, labels: [kin, gender, race].join(",") };
}

mkdirSync(folder, { recursive: true });
const seen = new Set();
const rows = [];
for (let number = 1; rows.length < Number(count); number++) {
  const { image, labels } = draw(number);
  const digest = createHash("sha256").update(image.pixels).digest("hex");
  if (!seen.has(digest)) {
    seen.add(digest);
    const file = `${String(rows.length).padStart(5, "0")}.png`;
    writeFileSync(join(folder, file), image.asPng());
    rows.push(`${file}\tfacesjs@5.0.3 seed${SEED} face ${number}\t${labels}\n`);
  }
}
writeFileSync(join(folder, "manifest.txt"), rows.join(""));
