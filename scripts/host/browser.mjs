import { execFile } from "node:child_process";
import { accessSync, constants, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { ensureChromiumPackage } from "./install.mjs";

const run = promisify(execFile);

const names = [
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
  "chrome",
  "microsoft-edge",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * A Chrome or Chromium for Playwright: the one of CHROME_PATH, one that is installed, else the one that npm carries.
 * @returns {Promise<{ executablePath: string, args: string[], env: Record<string, string> }>}
 */
export async function findBrowser() {
  const found = installedBrowser();
  const quiet = [
    ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
    ...["--disable-background-networking", "--disable-component-update"],
  ];
  if (found) return { executablePath: found, args: quiet, env: environment({}) };
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("No Chrome or Chromium was found. Install one, or name it in CHROME_PATH.");
  const { executablePath, env } = await unpackChromium(await ensureChromiumPackage());
  return { executablePath, args: quiet, env: environment(env) };
}

/** A Chrome or Chromium that is on this machine already. */
export function installedBrowser() {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.CHROME_PATH, ...onPath, ...places].find((file) => file && isExecutable(file));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The package unpacks its browser, its libraries and its fonts into the system's temporary folder, readable by one
 * user only; so it gets a temporary folder of ours, and a font list that names it. It unpacks libraries that a bare
 * machine lacks (libnspr4) only where it thinks to be on AWS Lambda.
 * @param {string} folder where the package is installed
 */
async function unpackChromium(folder) {
  const temporary = join(folder, `unpacked-${process.getuid?.() ?? 0}`);
  const fonts = join(temporary, "fonts");
  mkdirSync(fonts, { recursive: true });
  writeFileSync(
    join(fonts, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${join(temporary, "font-cache")}</cachedir></fontconfig>
`,
  );
  const script = `
    const { default: chromium } = await import("@sparticuz/chromium");
    const executablePath = await chromium.executablePath();
    console.log(JSON.stringify({ executablePath, libraries: process.env.LD_LIBRARY_PATH ?? "" }));`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], {
    cwd: folder,
    timeout: 120_000,
    env: {
      ...process.env,
      TMPDIR: temporary,
      FONTCONFIG_PATH: fonts,
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x",
    },
  });
  const { executablePath, libraries } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}");
  return { executablePath, env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts } };
}

/** @param {Record<string, string>} extra */
function environment(extra) {
  /** @type {Record<string, string>} */
  const all = {};
  for (const [name, value] of Object.entries({ ...process.env, ...extra }))
    if (value !== undefined) all[name] = value;
  return all;
}
