// axe-core and sideways scrolling on every page: light, dark and at 320 px.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pageIn } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const modes = [
  { name: "light 1400", options: { viewport: { width: 1400, height: 900 }, colorScheme: "light" } },
  { name: "dark 1400", options: { viewport: { width: 1400, height: 900 }, colorScheme: "dark" }, only: ["color-contrast"] },
  { name: "light 320", options: { viewport: { width: 320, height: 640 }, colorScheme: "light" } },
];

async function faults(page, url, mode) {
  await page.goto(url, { waitUntil: "load" });
  await page.evaluate(axe);
  const found = await page.evaluate(async (only) => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
    const run = { runOnly: only ? { type: "rule", values: only } : { type: "tag", values: tags } };
    const result = await globalThis.axe.run(document, { resultTypes: ["violations"], ...run });
    return result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | ")}`);
  }, mode.only);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (sideways > 0) found.push(`scrolls sideways by ${sideways} px`);
  return found.map((fault) => `${mode.name} ${url}: ${fault}`);
}

async function work(browser, mode, queue, outside) {
  const page = await pageIn(browser, { ...mode.options, bypassCSP: true }, outside);
  const all = [];
  for (let url = queue.shift(); url; url = queue.shift()) all.push(...(await faults(page, url, mode)));
  await page.context().close();
  return all;
}

/** Pages of one shape share a template: `/{m}/{year}/namnder/{body}`. */
function shape(url) {
  const parts = new URL(url).pathname.split("/").slice(1);
  const known = new Set(["mal", "namnder", "ekonomi", "uppdrag", "dokument", "anmarkningar", "kalla", "regler", "om"]);
  return parts.map((part) => (known.has(part) ? part : "*")).join("/");
}

/** Up to `most` pages of each shape, in the order in which they were met. */
function ofEachShape(pages, most) {
  const count = new Map();
  return pages.filter((url) => {
    const met = count.get(shape(url)) ?? 0;
    count.set(shape(url), met + 1);
    return met < most;
  });
}

/** Faults on every page in light, and on some pages of each shape in dark and at 320 px.
 *  UPPSIKT_ACCESS_PAGES sets how many of each shape, in all modes, to look at. */
export async function accessFaults(browser, pages, outside) {
  const all = [];
  const most = Number(process.env.UPPSIKT_ACCESS_PAGES ?? 0);
  for (const mode of modes) {
    const queue = most > 0 ? ofEachShape(pages, most) : mode === modes[0] ? [...pages] : ofEachShape(pages, 8);
    const workers = await Promise.all([1, 2].map(() => work(browser, mode, queue, outside)));
    all.push(...workers.flat());
  }
  return all;
}
