// Builds the embedded map of coasts, borders and country names. How and from what: docs/map.md.
//
//   npm install --no-package-lock && node build.mjs
//
// Writes world.bin.gz beside the resources of org.sitrep.report.chart.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, "../resources/org/sitrep/report/chart/world.bin.gz");
const source = path.join(here, "node_modules/world-atlas/countries-50m.json");
const topology = JSON.parse(fs.readFileSync(source, "utf8"));
const renamed = new Map(
  fs
    .readFileSync(path.join(here, "names.tsv"), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split("\t")),
);

const UNITS = 200; // integers per degree
const HALF = 180 * UNITS;
const OVERLAP = 3; // land that is cut at 180 degrees reaches a little beyond, so that the two sides meet without a seam

// TopoJSON: an arc is a delta-coded line; ~n means arc n backwards.
const { scale, translate } = topology.transform;
const arcs = topology.arcs.map((arc) => {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
});
const line = (n) => (n < 0 ? [...arcs[~n]].reverse() : arcs[n]);
const ring = (numbers) => numbers.flatMap((n, i) => (i ? line(n).slice(1) : line(n)));
const polygons = (geometry) => (geometry.type === "Polygon" ? [geometry.arcs] : (geometry.arcs ?? []));

// A line or ring whose longitudes run on beyond 180 degrees instead of jumping to the other side.
function unwrap(points) {
  let turn = 0;
  return points.map(([x, y], i) => {
    if (i) {
      const step = x - points[i - 1][0];
      if (step > 180) turn -= 360;
      if (step < -180) turn += 360;
    }
    return [x + turn, y];
  });
}

// The part of a ring on one side of a meridian (Sutherland and Hodgman 1974).
function half(points, limit, sign) {
  const result = [];
  points.forEach((to, i) => {
    const from = points[(i + points.length - 1) % points.length];
    const a = sign * (from[0] - limit) <= 0;
    const b = sign * (to[0] - limit) <= 0;
    if (a !== b) {
      const t = (limit - from[0]) / (to[0] - from[0]);
      result.push([limit, from[1] + t * (to[1] - from[1])]);
    }
    if (b) result.push(to);
  });
  return result;
}

function cutRing(points) {
  const run = unwrap(points);
  const first = run[0];
  const last = run[run.length - 1];
  if (Math.abs(last[0] - first[0]) > 180) {
    // around a pole: closed along the edge of the world
    const pole = first[1] < 0 ? -90 : 90;
    const steps = 36;
    for (let i = 0; i <= steps; i++) run.push([last[0] + ((first[0] - last[0]) * i) / steps, pole]);
  }
  const pieces = [];
  const edge = 180 + OVERLAP / UNITS;
  for (const turn of [-720, -360, 0, 360, 720]) {
    const piece = half(half(run, turn + edge, 1), turn - edge, -1).map(([x, y]) => [x - turn, y]);
    if (piece.length > 2) pieces.push(piece);
  }
  return pieces;
}

function cutLine(points) {
  const run = unwrap(points);
  const pieces = [[]];
  let turn = Math.floor((run[0][0] + 180) / 360);
  run.forEach(([x, y], i) => {
    const now = Math.floor((x + 180) / 360);
    if (i && now !== turn && Math.abs(x - 360 * turn) > 180) {
      const limit = 180 + 360 * Math.min(turn, now);
      const [fx, fy] = run[i - 1];
      const cut = fy + ((limit - fx) / (x - fx)) * (y - fy);
      pieces[pieces.length - 1].push([limit - 360 * turn, cut]);
      pieces.push([[limit - 360 * now, cut]]);
      turn = now;
    }
    pieces[pieces.length - 1].push([x - 360 * turn, y]);
  });
  return pieces;
}

const rounded = (points) => {
  const result = [];
  for (const [x, y] of points) {
    const at = [Math.round(x * UNITS), Math.round(y * UNITS)];
    const before = result[result.length - 1];
    if (!before || before[0] !== at[0] || before[1] !== at[1]) result.push(at);
  }
  return result;
};
const area = (points) =>
  Math.abs(points.reduce((sum, [x, y], i) => {
    const [px, py] = points[(i + points.length - 1) % points.length];
    return sum + px * y - x * py;
  }, 0)) / 2;

// Land: rings, outer ones and seas within (the Caspian) alike; the chart fills them by the even-odd rule.
const land = polygons(topology.objects.land.geometries[0])
  .flatMap((polygon) => polygon.flatMap((numbers) => cutRing(ring(numbers))))
  .map(rounded)
  .map((points) => {
    const a = points[0];
    const b = points[points.length - 1];
    return a[0] === b[0] && a[1] === b[1] ? points.slice(0, -1) : points;
  })
  .filter((points) => points.length > 2 && area(points) > 4)
  .sort((a, b) => area(b) - area(a));

// Borders: arcs that two countries share.
const countries = topology.objects.countries.geometries;
const users = new Map();
countries.forEach((country, c) =>
  polygons(country).forEach((polygon) =>
    polygon.flat().forEach((n) => {
      const arc = n < 0 ? ~n : n;
      users.set(arc, (users.get(arc) ?? new Set()).add(c));
    }),
  ),
);
const borders = [...users]
  .filter(([, of]) => of.size > 1)
  .sort(([a], [b]) => a - b)
  .flatMap(([arc]) => cutLine(arcs[arc]))
  .map(rounded)
  .filter((points) => points.length > 1);

// Names: per country up to sixteen points within it, each as far from its borders and from the points before it as may be.
function distance([px, py], [ax, ay], [bx, by]) {
  const k = Math.cos((py * Math.PI) / 180);
  const [dx, dy] = [(bx - ax) * k, by - ay];
  const [ex, ey] = [(px - ax) * k, py - ay];
  const t = Math.max(0, Math.min(1, (ex * dx + ey * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(ex - t * dx, ey - t * dy);
}
function inside([px, py], rings) {
  let odd = false;
  for (const points of rings)
    points.forEach(([x, y], i) => {
      const [qx, qy] = points[(i + points.length - 1) % points.length];
      if (y > py !== qy > py && px < x + ((py - y) / (qy - y)) * (qx - x)) odd = !odd;
    });
  return odd;
}
const names = [];
for (const country of countries) {
  const name = renamed.get(country.properties.name) ?? country.properties.name;
  if (!name) continue;
  const rings = polygons(country).flatMap((polygon) => polygon.flatMap((numbers) => cutRing(ring(numbers))));
  const candidates = [];
  // The main part: the largest ring, and others at least a tenth of it.
  const largest = Math.max(...rings.map(area));
  for (const part of rings.filter((points) => area(points) >= largest / 10)) {
    const xs = part.map(([x]) => x);
    const ys = part.map(([, y]) => y);
    const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
    const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
    for (let i = 0; i < 24; i++)
      for (let j = 0; j < 24; j++) {
        const at = [x0 + ((i + 0.5) / 24) * (x1 - x0), y0 + ((j + 0.5) / 24) * (y1 - y0)];
        if (inside(at, rings)) candidates.push(at);
      }
  }
  const clearance = new Map(
    candidates.map((at) => {
      let least = Infinity;
      for (const points of rings)
        for (let i = 0; i < points.length; i++)
          least = Math.min(least, distance(at, points[i], points[(i + 1) % points.length]));
      return [at, least];
    }),
  );
  const chosen = [];
  while (chosen.length < 16) {
    let best = null;
    let value = 0.05;
    for (const at of candidates) {
      const apart = Math.min(Infinity, ...chosen.map((other) => distance(at, other, other)));
      const worth = Math.min(clearance.get(at), apart / 2.5);
      if (worth > value) [best, value] = [at, worth];
    }
    if (!best) break;
    chosen.push([...best, value]);
  }
  if (chosen.length) names.push({ name, size: Math.sqrt(rings.reduce((sum, r) => sum + area(r), 0)), chosen });
}
names.sort((a, b) => b.size - a.size);

const bytes = [];
const number = (n) => {
  let rest = n < 0 ? -2 * n - 1 : 2 * n;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
};
const lines = (all) => {
  number(all.length);
  for (const points of all) {
    number(points.length);
    let before = [0, 0];
    for (const at of points) {
      number(at[0] - before[0]);
      number(at[1] - before[1]);
      before = at;
    }
  }
};
number(UNITS);
lines(land);
lines(borders);
number(names.length);
for (const { name, chosen } of names) {
  const text = Buffer.from(name, "utf8");
  number(text.length);
  bytes.push(...text);
  number(chosen.length);
  for (const at of chosen) at.forEach((n) => number(Math.round(n * UNITS)));
}
const packed = zlib.gzipSync(Buffer.from(bytes), { level: 9 });
packed[9] = 255; // no mark of the operating system
fs.writeFileSync(out, packed);
const count = (all) => all.reduce((sum, points) => sum + points.length, 0);
console.log(`${land.length} rings of land, ${count(land)} points; ${borders.length} borders, ${count(borders)} points;`);
console.log(`${names.length} names; ${packed.length} bytes`);
if (land.concat(borders).some((points) => points.some(([x]) => Math.abs(x) > HALF + OVERLAP))) throw Error("beyond 180");
