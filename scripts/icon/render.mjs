// Draws media/icon.png from icon.svg with the browser of the tests. Run it after a change of the drawing.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../host/page.mjs";
import { root } from "../host/paths.mjs";

const svg = readFileSync(new URL("icon.svg", import.meta.url), "utf8");
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
await page.screenshot({ path: join(root, "media", "icon.png"), omitBackground: true });
await browser.close();
