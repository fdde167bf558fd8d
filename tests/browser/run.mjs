// Runs all browser tests against a server that is already up (UPPSIKT_URL).
import { open } from "./browser.mjs";
import { crawl } from "./crawl.mjs";
import { accessFaults } from "./access.mjs";
import * as walks from "./walks.mjs";

const browser = await open();
const outside = [];
let passed = 0;
let failed = 0;

function tell(name, faults) {
  if (faults.length === 0) {
    passed += 1;
    console.log(`ok   ${name}`);
  } else {
    failed += 1;
    console.log(`FAIL ${name}`);
    for (const fault of faults.slice(0, 40)) console.log(`     ${fault}`);
    if (faults.length > 40) console.log(`     … and ${faults.length - 40} more`);
  }
}

for (const [name, walk] of Object.entries(walks)) {
  try {
    await walk(browser, outside);
    tell(name, []);
  } catch (fault) {
    tell(name, [String(fault)]);
  }
}
const { pages, broken } = await crawl();
tell(`every link leads somewhere (${pages.length} pages)`, broken);
tell("no violation in light, dark and at 320 px", await accessFaults(browser, pages, outside));
tell("nothing is asked for outside the server", outside);
await browser.close();
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
