// What people do: without script, with the keyboard, and from a figure to its line.
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
