import { execFile } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { installDir } from "./paths.mjs";
import { versions } from "./versions.mjs";

const run = promisify(execFile);
const minute = 60_000;

/**
 * VS Code for the web, installed on first use.
 * @returns {Promise<{ node: string, server: string }>} the Node to run it with, and its entry script
 */
export async function ensureHost() {
  const folder = join(installDir, "host");
  const nodePackage = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const wanted = { "code-server": versions["code-server"], [nodePackage]: versions.node };
  const node = join(
    folder,
    "node_modules",
    nodePackage,
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  const vscode = join(folder, "node_modules", "code-server", "lib", "vscode");
  await installOnce(
    folder,
    wanted,
    `VS Code (code-server ${versions["code-server"]}, about 780 MB on disk, half a minute to two minutes)`,
    async () => {
      await npm(folder, [], packages(wanted));
      // The build comes without its own dependencies; its built-in extensions (TypeScript's hover) have theirs apart.
      await npm(vscode, [dirname(node)], []);
      await npm(join(vscode, "extensions"), [dirname(node)], []);
    },
  );
  return { node, server: join(vscode, "out", "server-main.js") };
}

/** The folder of the Chromium that npm carries, installed on first use. */
export async function ensureChromiumPackage() {
  const folder = join(installDir, "browser");
  const wanted = { "@sparticuz/chromium": versions["@sparticuz/chromium"] };
  await installOnce(folder, wanted, "a Chromium (about 70 MB, some seconds)", () =>
    npm(folder, [], packages(wanted)),
  );
  return folder;
}

/**
 * Installs into `folder` unless a finished installation of exactly these versions is there. A stamp, written last,
 * tells finished from half-finished; a lock file lets one process install while the others wait.
 * @param {string} folder
 * @param {Record<string, string>} wanted
 * @param {string} what for the line that people read
 * @param {() => Promise<void>} install
 */
async function installOnce(folder, wanted, what, install) {
  const stamp = join(folder, "installed.json");
  const expected = JSON.stringify(wanted);
  const done = () => existsSync(stamp) && readFileSync(stamp, "utf8") === expected;
  if (done()) return;
  mkdirSync(dirname(folder), { recursive: true });
  const unlock = await lock(`${folder}.lock`);
  try {
    if (done()) return;
    const started = Date.now();
    console.log(`First use: installing ${what} into ${folder} ...`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    await install();
    writeFileSync(stamp, expected);
    console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  } finally {
    unlock();
  }
}

/** @param {Record<string, string>} wanted */
const packages = (wanted) => Object.entries(wanted).map(([name, version]) => `${name}@${version}`);

/**
 * `npm install` in a folder, without the settings that npm hands down to the scripts of this project.
 * Install scripts would build native modules that the editor does without.
 * @param {string} cwd
 * @param {string[]} path folders to put before PATH
 * @param {string[]} names
 */
async function npm(cwd, path, names) {
  const flags = [
    "--omit=dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error",
  ];
  const env = { ...withoutNpmSettings(process.env), PATH: [...path, process.env.PATH].join(delimiter) };
  const shell = process.platform === "win32";
  try {
    await run("npm", ["install", ...flags, ...names], {
      cwd,
      env,
      shell,
      timeout: 10 * minute,
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    const { stderr, message } = /** @type {Error & { stderr?: string }} */ (error);
    throw new Error(`npm install failed in ${cwd}:\n${stderr || message}`);
  }
}

/**
 * Where packages come from stays (registry, proxy, cache); what npm says about this project and this run goes.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutNpmSettings(env) {
  const kept =
    /^npm_config_(registry|cache|userconfig|globalconfig|proxy|https_proxy|noproxy|cafile|ca|strict_ssl)$/i;
  const gone = /^(npm_|INIT_CWD$|NODE_OPTIONS$|NODE_ENV$)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => kept.test(name) || !gone.test(name)));
}

/**
 * Waits for its turn. A lock whose process is gone counts for nothing.
 * @param {string} file
 */
async function lock(file) {
  for (let told = false; ; ) {
    try {
      const handle = openSync(file, "wx");
      writeFileSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
    if (holderIsGone(file)) rmSync(file, { force: true });
    else if (!told) console.log("Another process is installing this; waiting for it.");
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** @param {string} file */
function holderIsGone(file) {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    if (!pid) return false; // just being written
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH";
  }
}
