// What people do: without script, with the keyboard, and from a figure to its line.
import { readFileSync } from "node:fs";
import { base, pageIn } from "./browser.mjs";

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

/** From a figure on a committee's page to the marked line that it came from, without script. */
export async function figureLeadsHome(browser, outside) {
  const page = await pageIn(browser, { javaScriptEnabled: false }, outside);
  await page.goto(`${base}/almkoping/2026/namnder/kultur-och-fritidsnamnden`);
  const row = page.locator("a[href*='/kalla']:visible", { hasText: "Lokal- och markhyror" }).first();
  await row.click();
  await page.waitForURL(/\/kalla/, { waitUntil: "load" });
  const marked = await page.locator("mark").allInnerTexts();
  expect(marked.join(" ").includes("Lokal- och markhyror"), `the marked lines do not hold the row: ${marked}`);
  await page.context().close();
}

/** The first stop of the keyboard is the link past the navigation, and it works. */
export async function keyboardSkipsNavigation(browser, outside) {
  const page = await pageIn(browser, {}, outside);
  await page.goto(`${base}/almkoping/2026`);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement?.getAttribute("href"));
  expect(first?.startsWith("#"), `first stop is ${first}`);
  await page.keyboard.press("Enter");
  const target = await page.evaluate(() => document.activeElement?.tagName ?? "");
  expect(target === "MAIN", `the skip link leads to ${target}`);
  await page.context().close();
}

/** Another year is the same page, and the back button leads back. */
export async function yearSwitchKeepsThePage(browser, outside) {
  const page = await pageIn(browser, {}, outside);
  await page.goto(`${base}/almkoping/2026/namnder/kultur-och-fritidsnamnden`);
  await page.locator("nav.up-years a", { hasText: "2025" }).click();
  await page.waitForURL(/\/2025\//, { waitUntil: "load" });
  expect(page.url().includes("/2025/namnder/kultur-och-fritidsnamnden"), page.url());
  await page.goBack();
  expect(page.url().includes("/2026/"), page.url());
  await page.context().close();
}

/** English is one click away and stays. */
export async function englishStays(browser, outside) {
  const page = await pageIn(browser, {}, outside);
  await page.goto(`${base}/almkoping/2026?lang=en`);
  await page.goto(`${base}/almkoping/2026/mal`);
  const lang = await page.evaluate(() => document.documentElement.lang);
  expect(lang === "en", `lang is ${lang}`);
  await page.context().close();
}

/** A finding stands beside the text that it is about, and leads to its rule. */
export async function findingStandsBesideItsText(browser, outside) {
  const page = await pageIn(browser, {}, outside);
  await page.goto(`${base}/almkoping/dokument/delarsrapport-kultur-och-fritidsnamnden-2026/anmarkningar`);
  const text = await page.locator("main").innerText();
  expect(text.includes("ARI-003"), "the planted fault in the deviation column is not shown");
  await page.locator("main a[href*='/regler/change-column-off']").first().click();
  await page.waitForURL(/\/regler\//, { waitUntil: "load" });
  expect((await page.locator("h1").count()) === 1, "the rule's page has no single heading");
  await page.context().close();
}

/** On paper there is no navigation. */
export async function printLeavesOutNavigation(browser, outside) {
  const page = await pageIn(browser, {}, outside);
  await page.goto(`${base}/almkoping/2026`);
  await page.emulateMedia({ media: "print" });
  expect(!(await page.locator("nav.up-nav").isVisible()), "the navigation is printed");
  await page.context().close();
}

const budget = new URL("../../examples/almkoping/kultur-och-fritidsnamnden-namndsbudget-2026.md", import.meta.url);

/** A copy of a budget with three other figures, as a person would send it. */
function copyWithThreeFigures() {
  const changes = [["| -66 800 |", "| -66 900 |"], ["| 6 850 | 6 200 |", "| 6 850 | 6 300 |"], ["är 14,6 miljoner", "är 14,9 miljoner"]];
  const text = changes.reduce((text, [was, is]) => text.replace(was, is), readFileSync(budget, "utf8"));
  return { name: "kopia.md", mimeType: "text/markdown", buffer: Buffer.from(text) };
}

/** Presses a button that sends a form, and waits for the page that answers. */
async function press(page, button) {
  const loaded = page.waitForEvent("load");
  await button.click();
  await loaded;
}

async function readIn(page, file) {
  await page.goto(`${base}/almkoping/2026/dokument`);
  await page.locator("main a[href$='/inlasning']").click();
  await page.locator("input[type=file]").setInputFiles(file);
  await page.locator("main button[type=submit]").click();
  await page.waitForURL(/\/inlasning\/\d+$/, { waitUntil: "load" });
  return page.url();
}

/** Three figures changed by hand are three proposals; the rejected one is not asked again. No script. */
export async function importingIsAReview(browser, outside) {
  const page = await pageIn(browser, { javaScriptEnabled: false }, outside);
  const review = await readIn(page, copyWithThreeFigures());
  const marked = () => page.locator(".up-proposal .up-src > .up-line mark").allInnerTexts();
  expect((await marked()).length === 3, `not exactly three are different: ${await marked()}`);
  const rent = page.locator(".up-proposal", { hasText: "Lokal- och markhyror" });
  expect((await rent.locator(".up-src > .up-line mark").innerText()) === "-66 900", "the place is not marked");
  await press(page, rent.locator("button[name=avvisa]"));
  await page.reload();
  await page.goBack();
  await page.goto(review);
  expect((await page.locator(".up-proposal button[name=godta]").count()) === 2, "going back undid or repeated something");
  await press(page, page.locator("button[name=godta][value=alla]"));
  await press(page, page.locator("button[formaction$='/avsluta']"));
  expect((await page.locator("h1").innerText()).includes("avslutad"), "the review was not finished");
  await readIn(page, copyWithThreeFigures());
  expect((await page.locator("button[name=godta]").count()) === 0, "it was asked again");
  expect((await page.locator("button[name=fraga]").count()) === 1, "what was rejected before is not shown");
  await page.context().close();
}

/** A made budget: sections of tables with so many rows. */
function longBudget(sections, rows) {
  const row = (section, number) => `| Park ${section}-${number} | -${1000 + 7 * number} |`;
  const table = (section) =>
    `\n# Plats ${section}\n\n**Kostnad per plats ${section}, tkr**\n\n| Plats | Budget 2027 |\n| --- | ---: |\n` +
    Array.from({ length: rows }, (_, number) => row(section, number + 1)).join("\n") + "\n";
  const tables = Array.from({ length: sections }, (_, number) => table(number + 1)).join("");
  const text = `# Nämndsbudget 2027\n\nServicenämnden\n\n# Sammanfattning\n\nNämnden finns.\n${tables}`;
  return { name: "stor.md", mimeType: "text/markdown", buffer: Buffer.from(text) };
}

/** A long review is an index whose sections have pages; back, anchors and "the rest" work. No script, 320 px. */
export async function aLongReviewIsAnIndex(browser, outside) {
  const page = await pageIn(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 800 } }, outside);
  const review = await readIn(page, longBudget(5, 120));
  expect((await page.locator(".up-proposal").count()) <= 60, "the first page shows everything");
  await page.locator("table.up-index a", { hasText: "Plats 2" }).click();
  await page.locator(".up-pager a[rel=next]").click();
  await page.waitForURL(/sida=2/, { waitUntil: "load" });
  const row = page.locator(".up-proposal").nth(10);
  const print = (await row.getAttribute("id")).slice(2);
  await press(page, row.locator("button[name=avvisa]"));
  expect(page.url().endsWith(`&sida=2#f-${print}`), `not back at the row: ${page.url()}`);
  expect(await row.locator("button[name=angra]").isVisible(), "the row is not decided");
  await press(page, page.locator("button[name=godta][value^=avsnitt]").first());
  expect((await page.locator("button[name=godta]").count()) === 0, "the section is not decided");
  await page.goBack();
  await page.goForward();
  await page.locator(".up-pager a", { hasText: "Till alla avsnitt" }).click();
  await page.waitForURL((url) => url.href.startsWith(review) && !url.search, { waitUntil: "load" });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide <= 320, `the index is ${wide} px wide`);
  expect((await page.locator("tr.done").first().innerText()).includes("Plats 2"), "the index does not tell what is done");
  await press(page, page.locator("button[name=godta][value=alla]"));
  expect((await page.locator("h1").innerText()) === "Allt är avgjort", "not everything was accepted");
  await page.context().close();
}

const report = "delarsrapport-kultur-och-fritidsnamnden-2026";

/** A finding is accepted beside its text, found again under Accepted, and counted again. No script, keyboard first. */
export async function findingsAreLivedWith(browser, outside) {
  const page = await pageIn(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 800 } }, outside);
  const findings = `${base}/almkoping/dokument/${report}/anmarkningar`;
  await page.goto(findings);
  const open = await page.locator("aside.up-finding").count();
  const finding = page.locator("[id='AVV-001']");
  await finding.locator("summary").first().focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Nämnden förklarar avvikelsen i årsanalysen.");
  await press(page, finding.locator("button[name=godta]"));
  expect(page.url().endsWith("#AVV-001"), `not back at the finding: ${page.url()}`);
  expect((await page.locator("aside.up-finding").count()) === open - 1, "an accepted finding still counts");
  await page.goto(`${base}/almkoping/2026/anmarkningar?lage=godtagna`);
  const why = await page.locator(".up-why").first().innerText();
  expect(why.includes("årsanalysen"), `the reason is not shown: ${why}`);
  await page.goto(findings);
  await page.locator("details.up-fold summary").first().click();
  await press(page, page.locator("article.up-aside button[name=angra]").first());
  expect((await page.locator("aside.up-finding").count()) === open, "it does not count again");
  await page.context().close();
}

/** A finding that is assigned is found again in the list of the one who looks at it. */
export async function findingsAreAssigned(browser, outside) {
  const page = await pageIn(browser, { javaScriptEnabled: false }, outside);
  const list = `${base}/almkoping/2026/anmarkningar`;
  await page.goto(list);
  const row = page.locator("tr", { hasText: "AVV-001" });
  await row.locator("summary").nth(1).click();
  await row.locator("input[name=till]").fill("Eva Ek");
  await press(page, row.locator("button[name=tilldela]"));
  expect(page.url() === list, `not back in the list: ${page.url()}`);
  await page.locator("select[name=till]").selectOption("Eva Ek");
  await press(page, page.locator("form.up-filter button"));
  expect(page.url().includes("till=Eva"), "the choice does not stand in the address");
  expect((await page.locator("tbody tr").count()) === 1, "not exactly hers is shown");
  await page.locator("tbody summary").nth(1).click();
  await press(page, page.locator("button[name=ingen]"));
  expect(await page.locator(".up-empty").isVisible(), "an empty list says nothing");
  await page.context().close();
}

const interim = new URL("../../examples/almkoping/kultur-och-fritidsnamnden-delarsrapport-2026.md", import.meta.url);

/** What a stored document says against one that is read in stands beside it, and leads to its line. No script, 320 px. */
export async function documentsSpeakAgainstEachOther(browser, outside) {
  const page = await pageIn(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 800 } }, outside);
  const text = readFileSync(interim, "utf8").replace("| 63 | 66 | 48 | 72 |", "| 63 | 66 | 48 | 70 |");
  const review = await readIn(page, { name: "annat-mal.md", mimeType: "text/markdown", buffer: Buffer.from(text) });
  const against = page.locator(".up-against", { hasText: "TID-002" });
  expect((await against.count()) === 1, `not told once: ${await page.locator("main").innerText()}`);
  const tags = await page.locator(".up-proposal", { has: against }).locator(".tag").allInnerTexts();
  expect(tags.includes("motsagd"), `called ${tags}`);
  await against.locator("a[href*='/kalla']").click();
  await page.waitForURL(/\/kalla/, { waitUntil: "load" });
  const marked = await page.locator("mark").allInnerTexts();
  expect(marked.join(" ").includes("Besök på fritidsgårdarna"), `the marked lines do not hold the row: ${marked}`);
  await page.goto(review);
  await press(page, page.locator(".up-proposal", { has: against }).locator("button[name=avvisa]"));
  expect((await page.locator("h1").innerText()).length > 0, "the review is gone");
  await page.context().close();
}

/** Words that were left over get a meaning, and a waiting review is read so. No script, 320 px, keyboard first. */
export async function wordsGetAMeaning(browser, outside) {
  const page = await pageIn(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 800 } }, outside);
  const text = readFileSync(interim, "utf8").replaceAll("Sammanfattning\n", "Sammanfattningen 2026\n");
  const changed = text.replace("2026:** delvis på väg", "2026:** trögt men stadigt");
  const review = await readIn(page, { name: "andra-ord.md", mimeType: "text/markdown", buffer: Buffer.from(changed) });
  await page.locator("main a[href$='/husstil']").first().click();
  await page.waitForURL(/\/husstil$/, { waitUntil: "load" });
  const asked = page.locator(".up-proposal", { hasText: "trögt men stadigt" });
  await asked.locator("select").focus();
  await page.keyboard.type("delvis");
  await page.keyboard.press("Tab");
  const loaded = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await loaded;
  const added = page.locator("[aria-labelledby=tillagt] .up-proposal", { hasText: "trögt men stadigt" });
  expect((await added.innerText()).includes("delvis på väg"), `not added: ${await page.locator("main").innerText()}`);
  const heading = page.locator(".up-proposal", { hasText: "Sammanfattningen 2026" });
  await heading.locator("select").selectOption("summary");
  await press(page, heading.locator("button[name=godta]"));
  await press(page, page.locator("button[name=granskning]", { hasText: "andra-ord.md" }));
  expect(page.url() === review, `not at the review that reads otherwise: ${page.url()}`);
  await page.goto(`${base}/almkoping/inlasning/husstil`);
  const file = await (await fetch(`${base}/almkoping/inlasning/husstil.toml`)).text();
  expect(file.includes('"Sammanfattningen {year}"') && file.includes("partly_on_track"), `not in the file: ${file}`);
  const words = page.locator("[aria-labelledby=tillagt] .up-proposal", { hasText: "trögt men stadigt" });
  await press(page, words.locator("button[name=angra]"));
  expect((await words.count()) === 0, "it was not taken back");
  await page.context().close();
}
