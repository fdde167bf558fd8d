// One Chromium for all tests. No page may ask for anything outside the server under test.
import { chromium } from "playwright-core";

export const base = process.env.UPPSIKT_URL ?? "http://127.0.0.1:8080";

export async function open() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}

/** A page in a context of its own; requests outside the server are noted in `outside`. */
export async function pageIn(browser, options, outside = []) {
  const context = await browser.newContext({ locale: "sv-SE", ...options });
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith("data:")) outside.push(`${url} (from ${page.url()})`);
  });
  return page;
}
