// npm test: every check and every suite, one after the other, and the count of all in the last line.
// `node scripts/test.mjs unit host` runs only those; `--grep words` only these host and page tests.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root, temporaryFolder } from "./host/paths.mjs";
import { runHostTests } from "./host/run-tests.mjs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const minute = 60_000;

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: "string", default: "" } },
});

/** @type {[name: string, title: string, run: () => Promise<Count>][]} */
const suites = [
  ["types", "types", () => check(["npm", "run", "--silent", "typecheck"])],
  ["lint", "lint", () => check(["npm", "run", "--silent", "lint"])],
  ["build", "build, with its check of pages and data", () => check(["npm", "run", "--silent", "build"])],
  ["unit", "unit", () => mocha([], 10 * minute)],
  ["host", "inside VS Code: Node extension host", () => runHostTests("node", options)],
  ["host", "inside VS Code: web worker extension host", () => runHostTests("web", options)],
  [
    "ui",
    "VS Code's page",
    () =>
      mocha(
        [
          "--config",
          "test/ui/.mocharc.json",
          "--spec",
          "test/ui/**/*.test.ts",
          ...(options.grep ? ["--fgrep", options.grep] : []),
        ],
        15 * minute,
      ),
  ],
];

const chosen = suites.filter(([name]) => wanted.length === 0 || wanted.includes(name));
const unknown = wanted.filter((name) => !suites.some(([known]) => known === name));
if (unknown.length > 0) {
  console.error(
    `No such suite: ${unknown.join(", ")}. There are ${[...new Set(suites.map(([name]) => name))].join(", ")}.`,
  );
  process.exit(2);
}
// what runs in VS Code runs the bundle
if (wanted.length > 0 && !wanted.includes("build"))
  chosen.unshift(...suites.filter(([name]) => name === "build"));

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [, title, run] of chosen) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const count = await run().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  if (count.passed + count.failed === 0) {
    console.error("No test ran, which counts as a failure.");
    count.failed = 1;
  }
  for (const key of /** @type {const} */ (["passed", "failed", "skipped"])) total[key] += count[key];
  console.log(`== ${title}: ${say(count)} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
console.log(`\n${say(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

/** @param {Count} count */
function say({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * A program whose exit code says it all.
 * @param {string[]} command
 * @returns {Promise<Count>}
 */
async function check(command) {
  const code = await run(command, 5 * minute);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * @param {string[]} args
 * @param {number} timeout milliseconds
 * @returns {Promise<Count>}
 */
async function mocha(args, timeout) {
  const folder = temporaryFolder("count");
  const file = join(folder.path, "count.json");
  const reporter = join(root, "scripts", "host", "count-reporter.cjs");
  const program = join(root, "node_modules", "mocha", "bin", "mocha.js");
  const code = await run([process.execPath, program, ...args, "--reporter", reporter], timeout, {
    TEST_COUNT_FILE: file,
  });
  /** @type {Count} */
  const count = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : { passed: 0, failed: 0, skipped: 0 };
  folder.remove();
  // an exception outside of tests ends mocha without a failed test
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * Runs a program and shows what it prints; ends it, and what it started, when its time is over.
 * @param {string[]} command
 * @param {number} timeout milliseconds
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} its exit code
 */
function run([program = "", ...args], timeout, env = {}) {
  const windows = process.platform === "win32";
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
    shell: windows && program === "npm",
    detached: !windows,
  });
  const end = () => {
    if (windows || !child.pid) child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  };
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      console.error(`Ended after ${timeout / minute} minutes.`);
      end();
    }, timeout);
    const interrupt = () => {
      end();
      process.exit(130);
    };
    process.once("SIGINT", interrupt);
    child.once("error", (error) => console.error(error.message));
    child.once("close", (code) => {
      clearTimeout(timer);
      process.off("SIGINT", interrupt);
      resolve(code ?? 1);
    });
  });
}
