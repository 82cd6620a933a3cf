import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { launchBrowser, watchExceptions } from "./page.mjs";
import { root } from "./paths.mjs";
import { pageAddress, startServer } from "./server.mjs";
import { stageExtension, stageWorkspace } from "./stage.mjs";

const hostTests = join(root, "test", "host");
/** Native modules that stay unbuilt, and services of the network: of no interest when tests fail. */
const noise = /bindings file|build\/Release|open-vsx|Creating a socket|connection token|ServiceWorker/;
/** Starts the one line in which the tests give their count; test/host/support/run.ts writes it. */
const resultMark = "host-test-result:";

/**
 * Runs test/host inside an extension host.
 * @param {"node" | "web"} kind the Node host, or the web worker host of vscode.dev
 * @param {object} [options]
 * @param {string} [options.grep] run only the tests whose full title holds this
 * @param {number} [options.timeout] milliseconds for everything
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runHostTests(kind, { grep = "", timeout = 240_000 } = {}) {
  const extension = stageExtension(kind);
  const workspace = stageWorkspace();
  // VS Code runs tests in the host of the extension whose folder they are in
  const tests = join(extension.path, "test", "index.js");
  await bundleHostTests(tests, grep);
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const errors = watchExceptions(page);
    const finished = resultOf(page, timeout);
    await page.goto(pageAddress(server, { folder: workspace.path, extension: extension.path, tests }));
    const result = await finished;
    for (const error of errors) console.log(`  not caught in the extension: ${error}`);
    return errors.length > 0
      ? { ...result, failed: result.failed + 1 }
      : { ...result, passed: result.passed + 1 };
  } finally {
    await browser.close();
    await server.stop();
    for (const folder of [extension, workspace]) folder.remove();
  }
}

/**
 * Bundles test/host into one CommonJS file that exports `run`: the web host's `require` knows only `vscode`.
 * @param {string} outfile
 * @param {string} grep
 */
export async function bundleHostTests(outfile, grep) {
  const files = readdirSync(hostTests, { recursive: true, encoding: "utf8" }).filter((f) =>
    f.endsWith(".test.ts"),
  );
  const requires = files.sort().map((file) => `require("./${relative(".", file).replaceAll("\\", "/")}");`);
  await build({
    stdin: {
      // `module.exports` comes last: mocha's build takes it for its own when it is loaded
      contents: `const { runTests } = require("./support/run.ts");
        const load = () => { ${requires.join("\n")} };
        module.exports = { run: () => runTests(load, ${JSON.stringify({ grep })}) };`,
      resolveDir: hostTests,
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "cjs",
    platform: "browser",
    target: "es2022",
    external: ["vscode"],
    sourcemap: "inline",
    logLevel: "error",
  });
}

/**
 * @param {import("playwright-core").Page} page
 * @param {number} timeout
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
function resultOf(page, timeout) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the host tests gave no result in ${timeout / 1000} s`)),
      timeout,
    );
    /** @type {{ passed: number, failed: number, skipped: number } | undefined} */
    let result;
    /** @type {string[]} */
    const heard = [];
    page.exposeFunction("codeAutomationLog", (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const line = args.map(String).join(" ");
      if (!noise.test(line)) heard.push(line);
      if (line.startsWith(resultMark)) result = JSON.parse(line.slice(resultMark.length));
      else if (line.startsWith("host-test:")) console.log(line.slice("host-test:".length));
    });
    page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => {
      clearTimeout(timer);
      if (result) resolve(result);
      else
        reject(
          new Error(
            `the host tests ended with code ${code} and gave no count:\n${heard.slice(-20).join("\n")}`,
          ),
        );
    });
    page.once("crash", () => reject(new Error("the browser's page crashed")));
  });
}
