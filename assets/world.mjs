// The shapes of the map: coasts, and the lines between states, projected onto one sheet.

import { geoEqualEarth } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { merge, mesh } from "topojson-client";
import { isDisputed, isDrawn } from "./disputes.mjs";

const require = createRequire(import.meta.url);

const SHEET_WIDTH = 2000; // units; numbers in the files are tenths of a unit, about 2 km
const MERIDIAN = 11; // degrees east; its opposite, 169 degrees west, cuts no mainland
const ANTARCTICA = "010";
// [longitude, latitude] of points that the tests project as well.
const POINTS = [
  [11, 0], [0, 0], [30.52, 50.45], [35.22, 31.78], [-0.13, 51.51], [-74.01, 40.71], [151.21, -33.87], [179.9, -16.5],
  [-168.9, 65.6], [-169.1, 66.1], [37.62, 55.75], [-70.9, -53.16], [18.96, 69.65], [-179.9, 71], [103.85, 1.29],
];

const projection = geoEqualEarth().rotate([-MERIDIAN, 0]).fitWidth(SHEET_WIDTH, { type: "Sphere" }).precision(0.1);

export function buildWorld(folder) {
  mkdirSync(folder, { recursive: true });
  return ["110m", "50m"].map((detail) => {
    const name = `world-${detail}.json`;
    const text = `${JSON.stringify(shapesOf(detail))}\n`;
    writeFileSync(new URL(name, folder), text);
    return { name: `world/${name}`, bytes: Buffer.byteLength(text) };
  });
}

function shapesOf(detail) {
  const world = JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${detail}.json`), "utf8"));
  const countries = world.objects.countries.geometries.filter((country) => country.id !== ANTARCTICA);
  const land = geoProject(merge(world, countries), projection);
  const { ordinary, disputed } = linesOf(world, countries);
  return {
    about: "Natural Earth (public domain) by way of world-atlas; Equal Earth; written by assets/build.mjs",
    projection: { scale: projection.scale(), translate: projection.translate(), meridian: MERIDIAN },
    points: POINTS.map((point) => ({ point, at: projection(point).map((value) => Math.round(value * 100) / 100) })),
    land: land.coordinates.flat().map((ring) => pack(ring, 3)).filter(Boolean),
    ordinary: projectLines(ordinary),
    disputed: projectLines(disputed),
  };
}

// A line between two states may be disputed in one part only, so it is cut where its segments change sides.
function linesOf(world, countries) {
  const pairs = new Map();
  mesh(world, { type: "GeometryCollection", geometries: countries }, (a, b) => {
    const names = [a.properties.name, b.properties.name].sort();
    if (a !== b && isDrawn(...names)) pairs.set(names.join("|"), names);
    return false;
  });
  const lines = { ordinary: [], disputed: [] };
  for (const names of pairs.values()) {
    const isOfPair = (a, b) => a !== b && names.includes(a.properties.name) && names.includes(b.properties.name);
    for (const line of mesh(world, { type: "GeometryCollection", geometries: countries }, isOfPair).coordinates) {
      let last = null;
      for (let at = 1; at < line.length; at += 1) {
        const [from, to] = [line[at - 1], line[at]];
        const side = isDisputed(...names, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]) ? "disputed" : "ordinary";
        if (side !== last) lines[side].push([from]);
        lines[side].at(-1).push(to);
        last = side;
      }
    }
  }
  return lines;
}

function projectLines(lines) {
  const projected = geoProject({ type: "MultiLineString", coordinates: lines }, projection);
  return projected.coordinates.map((line) => pack(line, 2)).filter(Boolean);
}

// [box, steps]: box is [left, top, right, bottom], steps are x, y of the first point, then from each to the next.
function pack(line, leastPoints) {
  const points = [];
  for (const [x, y] of line) {
    const point = [Math.round(x * 10), Math.round(y * 10)];
    const last = points.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) points.push(point);
  }
  if (points.length < leastPoints) return null;
  const [xs, ys] = [points.map((point) => point[0]), points.map((point) => point[1])];
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const steps = points.flatMap(([x, y], at) => (at ? [x - points[at - 1][0], y - points[at - 1][1]] : [x, y]));
  return [box, steps];
}
