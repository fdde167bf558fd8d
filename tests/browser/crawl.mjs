// Every page that links lead to, from the start page on. Anchors and query strings that only
// mark lines give the same page and are visited once.
import { base } from "./browser.mjs";

function canonical(href, from) {
  const url = new URL(href, from);
  if (!url.href.startsWith(base)) return null;
  url.hash = "";
  if (url.pathname.endsWith("/kalla") || url.searchParams.has("lang")) url.search = "";
  return url.href;
}

/** Addresses of all pages, in the order in which they were met, without files to download. */
export async function crawl() {
  const seen = new Set([`${base}/`]);
  const queue = [`${base}/`];
  const pages = [];
  const broken = [];
  while (queue.length > 0) {
    const url = queue.shift();
    const answer = await fetch(url);
    if (!answer.ok) {
      broken.push(`${answer.status} ${url}`);
      continue;
    }
    if (!(answer.headers.get("content-type") ?? "").startsWith("text/html")) continue;
    const text = await answer.text();
    pages.push(url);
    for (const [, href] of text.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)) {
      const next = canonical(href.replaceAll("&amp;", "&"), answer.url);
      if (next && !seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return { pages, broken };
}
