// Every page of the report folders, opened from disk in Chromium: what must never happen, what must be drawn, what must work.
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { after, before, describe, test } = require("node:test");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const FOLDERS = fs.readFileSync(process.env.REPORT_FOLDERS, "utf8").split("\n").filter(Boolean);
const DESKTOP = { width: 1200, height: 900 };
const PHONE = { width: 360, height: 740 };
const WEEK = /^\d{4}-W\d{2}\.html$/;
// Styles, script, and the outlines of a map are some twenty kilobytes; a page that is larger than the other bound is no longer one file to send.
const LEAST_BYTES = 20_000;
const MOST_BYTES = 2_000_000;
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser;
const sorted = { tables: 0, withoutReport: 0 };
let maps = 0;

before(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
});

after(async () => {
  await browser?.close();
});

for (const folder of FOLDERS) {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
  describe(folder, { concurrency: 2 }, () => {
    test("has an index and the page of a week", () => {
      assert.ok(names.includes("index.html"), names.join());
      assert.ok(names.some((name) => name !== "index.html"), names.join());
    });
    for (const name of names) {
      test(name, async (t) => {
        const file = path.join(folder, name);
        await t.test("is neither empty nor too large", () => {
          const bytes = fs.statSync(file).size;
          assert.ok(bytes >= LEAST_BYTES && bytes <= MOST_BYTES, `${bytes} bytes`);
        });
        await opened(file, DESKTOP, async (page) => {
          await t.test("has a policy that forbids everything but its own script", () => policy(page));
          await t.test("has one h1, headings in order, no id twice", () => outline(page));
          await t.test("names every picture", () => pictures(page));
          await t.test("links to anchors, the web, and files that exist", () => links(page, folder));
          await t.test("draws its charts", () => charts(page, name));
          await t.test("sorts its table by click and by key", () => sorting(page));
          for (const scheme of ["light", "dark"]) {
            await t.test(`is accessible, ${scheme}`, () => accessible(page, scheme));
          }
          await t.test("prints without navigation", () => printed(page));
        });
        await opened(file, PHONE, async (page) => {
          await t.test("fits a phone", () => fits(page));
          await t.test("is accessible on a phone", () => accessible(page, "light"));
        });
      });
    }
  });
}

describe("all pages together", () => {
  test("had a map and a sortable table with regions of no report", () => {
    assert.ok(maps > 0, "no map on any page");
    assert.ok(sorted.tables > 0, "no table to sort on any page");
    assert.ok(sorted.withoutReport > 0, "no region without report on any page");
  });
});

/** Opens a page, and fails where it logs an error, breaks its policy, asks for anything or speaks up. */
async function opened(file, viewport, checks) {
  const context = await browser.newContext({ viewport });
  const wrong = [];
  const requests = [];
  try {
    await context.exposeBinding("reportViolation", (_, text) => wrong.push(`policy: ${text}`));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) =>
        window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
    const page = await context.newPage();
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) wrong.push(`console: ${message.text()}`);
    });
    page.on("dialog", (dialog) => {
      wrong.push(`dialog: ${dialog.message()}`);
      return dialog.dismiss();
    });
    page.on("popup", (popup) => wrong.push(`window: ${popup.url()}`));
    const address = pathToFileURL(file).href;
    await page.goto(address, { waitUntil: "load" });
    await checks(page);
    assert.deepEqual(wrong, []);
    assert.deepEqual(requests, [address]);
    assert.equal(page.url().split("#")[0], address);
  } finally {
    await context.close();
  }
}

async function policy(page) {
  const text = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  const rules = Object.fromEntries(text.split(";").map((rule) => rule.trim().split(/\s+(.*)/s)));
  assert.equal(rules["default-src"], "'none'");
  assert.match(rules["script-src"], /^'sha256-[A-Za-z0-9+/]{43}='$/);
  assert.equal(rules["style-src"], "'unsafe-inline'");
  assert.equal(rules["img-src"], "data:");
  assert.equal(await page.locator("script").count(), 1);
  const handlers = await page.evaluate(() =>
    Array.from(document.querySelectorAll("*"))
      .flatMap((element) => Array.from(element.attributes))
      .filter((attribute) => /^on/i.test(attribute.name))
      .map((attribute) => attribute.name),
  );
  assert.deepEqual(handlers, []);
  assert.equal(await page.locator("iframe, object, embed, base, form, link").count(), 0);
}

async function outline(page) {
  const levels = await page.evaluate(() =>
    Array.from(document.querySelectorAll("h1, h2, h3, h4, h5, h6")).map((heading) => Number(heading.tagName[1])),
  );
  assert.equal(levels.filter((level) => level === 1).length, 1);
  assert.equal(levels[0], 1);
  levels.forEach((level, i) => assert.ok(i === 0 || level <= levels[i - 1] + 1, `heading ${i + 1}: ${levels.join()}`));
  const twice = await page.evaluate(() => {
    const ids = Array.from(document.querySelectorAll("[id]")).map((element) => element.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
  assert.deepEqual(twice, []);
}

async function pictures(page) {
  const nameless = await page.evaluate(() =>
    Array.from(document.querySelectorAll("svg, img"))
      .filter((picture) => picture.getAttribute("aria-hidden") !== "true")
      .filter((picture) => {
        const byId = (picture.getAttribute("aria-labelledby") ?? "")
          .split(/\s+/)
          .map((id) => document.getElementById(id)?.textContent ?? "")
          .join("");
        const title = picture.querySelector(":scope > title")?.textContent ?? "";
        const name = picture.getAttribute("aria-label") ?? picture.getAttribute("alt") ?? (byId || title);
        // A map whose marks are links is a group of them, not a flat picture.
        const role = picture.querySelector("a") === null ? "img" : "group";
        return name.trim() === "" || (picture.tagName !== "IMG" && ![role, "img"].includes(picture.getAttribute("role")));
      })
      .map((picture) => picture.outerHTML.slice(0, 160)),
  );
  assert.deepEqual(nameless, []);
}

async function links(page, folder) {
  const anchors = await page.evaluate(() =>
    Array.from(document.querySelectorAll("a")).map((a) => a.getAttribute("href") ?? a.getAttribute("xlink:href")),
  );
  for (const href of anchors) {
    assert.notEqual(href, null, "an anchor without address");
    if (href.startsWith("#")) {
      const there = await page.evaluate((id) => document.getElementById(id) !== null, decodeURIComponent(href.slice(1)));
      assert.ok(there, `nothing is at ${href}`);
    } else if (!/^https?:\/\/[^/\s]/.test(href)) {
      assert.match(href, /^[\w.-]+(#[\w-]+)?$/, `neither web nor sibling: ${href}`);
      const [name, anchor] = href.split("#");
      const file = path.join(folder, name);
      assert.ok(fs.existsSync(file), `no file ${href}`);
      assert.ok(anchor === undefined || fs.readFileSync(file, "utf8").includes(` id="${anchor}"`), `nothing is at ${href}`);
    }
  }
}

async function charts(page, name) {
  const empty = await page.evaluate(() =>
    Array.from(document.querySelectorAll("svg"))
      .filter((svg) => {
        const box = svg.getBoundingClientRect();
        return box.width < 4 || box.height < 4 || svg.querySelector("path, circle, rect, line, text, polyline") === null;
      })
      .map((svg) => svg.outerHTML.slice(0, 160)),
  );
  assert.deepEqual(empty, []);
  if (!WEEK.test(name)) return;
  const rows = await page.locator("table.regions tbody tr").count();
  assert.equal(await page.locator("table.regions tbody svg.range").count(), rows, "a range for each region");
  assert.equal(await page.locator("table.regions tbody svg.spark").count(), rows, "a sparkline for each region");
  if ((await page.locator("svg.map-drawing").count()) === 0) return;
  maps++;
  const map = await page.evaluate(() => {
    const drawing = document.querySelector("svg.map-drawing");
    const frame = drawing.getBoundingClientRect();
    const seen = (element) => {
      const box = element.getBoundingClientRect();
      return box.right > frame.left && box.left < frame.right && box.bottom > frame.top && box.top < frame.bottom;
    };
    return {
      width: frame.width,
      land: Array.from(drawing.querySelectorAll(".land")).filter((p) => p.getTotalLength() > 10 && seen(p)).length,
      bubbles: Array.from(drawing.querySelectorAll(".bubble")).filter(seen).length,
    };
  });
  assert.ok(map.width > 300, `map is ${map.width} wide`);
  assert.ok(map.land > 0, "no land on the map");
  assert.ok(map.bubbles > 0, "no bubble on the map");
}

async function sorting(page) {
  const table = page.locator("table.sortable");
  if ((await table.count()) === 0) return;
  const buttons = table.locator("thead button");
  const fixed = await table.locator("thead th[data-fixed] button").count();
  assert.equal(fixed, 0, "a button on a column without order");
  const count = await buttons.count();
  assert.ok(count >= 5, `${count} buttons`);
  const rows = await table.locator("tbody tr").count();
  for (let i = 0; i < count; i++) {
    const button = buttons.nth(i);
    await button.click();
    const first = await column(page, i);
    await button.focus();
    await page.keyboard.press("Enter");
    const second = await column(page, i);
    assert.equal(first.cells.length, rows);
    assert.deepEqual([first.sort, second.sort].sort(), ["ascending", "descending"], "a second press turns the order");
    assert.equal(first.sort, first.numbers ? "descending" : "ascending", `first press on ${first.name}`);
    for (const turn of [first, second]) {
      assert.equal(turn.others, 0, "aria-sort on one column only");
      assert.deepEqual(turn.cells, ordered(turn), `${turn.name} ${turn.sort}`);
    }
    if (rows > 1) sorted.tables++;
    if (first.cells.includes(-1) && first.cells.some((cell) => cell >= 0)) sorted.withoutReport++;
  }
}

/** The order that a column should have: no report stands behind every number, whichever way it is sorted. */
function ordered({ cells, numbers, sort }) {
  const sign = sort === "descending" ? -1 : 1;
  if (!numbers) return cells.slice().sort((a, b) => sign * a.localeCompare(b, "en"));
  const told = cells.filter((cell) => cell >= 0).sort((a, b) => sign * (a - b));
  return told.concat(cells.filter((cell) => cell < 0));
}

function column(page, index) {
  return page.evaluate((i) => {
    const table = document.querySelector("table.sortable");
    const head = table.querySelectorAll("thead button")[i].closest("th");
    const cells = Array.from(table.tBodies[0].rows, (row) => row.cells[head.cellIndex]);
    const numbers = cells.every((cell) => cell.dataset.order !== undefined);
    return {
      name: head.textContent.trim(),
      sort: head.getAttribute("aria-sort"),
      others: table.querySelectorAll("thead [aria-sort]").length - 1,
      numbers,
      // A number is compared with what is printed, so that the order is that of the reader.
      cells: cells.map((cell) => {
        if (!numbers) return cell.textContent.trim();
        const printed = (cell.querySelector(".none, b") ?? cell).textContent.trim();
        return /^\d/.test(printed) ? Number(printed.replaceAll(",", "")) : -1;
      }),
    };
  }, index);
}

async function accessible(page, scheme) {
  await page.emulateMedia({ colorScheme: scheme, media: "screen" });
  await page.evaluate(AXE);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const serious = found.violations
    .filter((violation) => ["serious", "critical"].includes(violation.impact))
    .map((violation) => {
      const nodes = violation.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 120)} ${node.any[0]?.message ?? ""}`);
      return `${violation.id} (${violation.nodes.length}): ${nodes.join(" | ")}`;
    });
  assert.deepEqual(serious, []);
}

async function printed(page) {
  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(() =>
    Array.from(document.querySelectorAll("nav, #files, .files"))
      .filter((element) => element.checkVisibility())
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(shown, []);
  assert.ok(await page.locator("h1").isVisible());
  await page.emulateMedia({ media: "screen" });
}

async function fits(page) {
  const { scrolled, inner, beyond } = await page.evaluate(() => {
    const inner = window.innerWidth;
    const clipped = (element) => {
      for (let up = element.parentElement; up !== null && up !== document.body; up = up.parentElement) {
        const style = getComputedStyle(up);
        if (style.overflowX !== "visible" || style.clipPath !== "none") return true;
      }
      return false;
    };
    const beyond = Array.from(document.body.querySelectorAll("*"))
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && box.height > 0 && (box.right > inner + 0.5 || box.left < -0.5) && !clipped(element);
      })
      .map((element) => `${element.outerHTML.slice(0, 100)} to ${element.getBoundingClientRect().right}`);
    return { scrolled: document.scrollingElement.scrollWidth, inner, beyond };
  });
  assert.deepEqual(beyond, []);
  assert.ok(scrolled <= inner, `${scrolled} of ${inner}`);
}
