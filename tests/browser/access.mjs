// axe-core and sideways scrolling on every page: light, dark and at 320 px.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pageIn } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

// A page is loaded once and looked at three times. Dark changes colours only.
const modes = [
  { name: "light 1400", width: 1400, colorScheme: "light" },
  { name: "dark 1400", width: 1400, colorScheme: "dark", only: ["color-contrast"] },
  { name: "light 320", width: 320, colorScheme: "light" },
];

async function faultsIn(page, mode) {
  await page.setViewportSize({ width: mode.width, height: 900 });
  await page.emulateMedia({ colorScheme: mode.colorScheme, reducedMotion: "reduce" });
  return page.evaluate(
    async ({ runOnly }) => {
      const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"], runOnly });
      const told = violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | ")}`);
      const sideways = document.documentElement.scrollWidth - window.innerWidth;
      return sideways > 0 ? [...told, `scrolls sideways by ${sideways} px`] : told;
    },
    { runOnly: mode.only ? { type: "rule", values: mode.only } : { type: "tag", values: tags } },
  );
}

async function faults(page, url) {
  await page.goto(url, { waitUntil: "load" });
  await page.evaluate(axe);
  // What is folded is looked at too.
  await page.evaluate(() => document.querySelectorAll("details").forEach((folded) => (folded.open = true)));
  const all = [];
  for (const mode of modes) {
    const found = await faultsIn(page, mode);
    all.push(...found.map((fault) => `${mode.name} ${url}: ${fault}`));
  }
  return all;
}

async function work(browser, queue, outside) {
  const page = await pageIn(browser, { bypassCSP: true }, outside);
  const all = [];
  for (let url = queue.shift(); url; url = queue.shift()) all.push(...(await faults(page, url)));
  await page.context().close();
  return all;
}

/** Pages of one shape share a template: `/{m}/{year}/namnder/{body}`. */
function shape(url) {
  const parts = new URL(url).pathname.split("/").slice(1);
  const known = new Set(["mal", "namnder", "ekonomi", "uppdrag", "dokument", "anmarkningar", "kalla", "regler", "om", "inlasning"]);
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

/** Faults on every page in all modes; UPPSIKT_ACCESS_PAGES looks at so many of each shape only. */
export async function accessFaults(browser, pages, outside) {
  const most = Number(process.env.UPPSIKT_ACCESS_PAGES ?? 0);
  const queue = most > 0 ? ofEachShape(pages, most) : [...pages];
  const workers = await Promise.all([1, 2].map(() => work(browser, queue, outside)));
  return workers.flat();
}
