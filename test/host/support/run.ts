import "mocha/mocha.js"; // the build that also runs in a web worker

const say = (line: string) => console.log(`host-test:${line}`);

/**
 * Runs the test files that `load` requires, with mocha, and logs each line and, last, the count; the console is the
 * only way out of an extension host that the page hears.
 */
export function runTests(load: () => void, { grep }: { readonly grep: string }): Promise<void> {
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 20_000,
    reporter: Report as unknown as Mocha.ReporterConstructor,
    ...(grep && { fgrep: grep }),
  });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  load();
  // this build's own `run` reads `location`, which the Node host has not
  return new Promise((resolve) => {
    Mocha.prototype.run.call(mocha, () => resolve());
  });
}

class Report {
  constructor(runner: Mocha.Runner) {
    const count = { passed: 0, failed: 0, skipped: 0 };
    runner.on("suite", (suite) => suite.title && say(`  ${suite.titlePath().join(" > ")}`));
    runner.on("pass", (test) => {
      count.passed++;
      say(`    ok   ${test.title} (${test.duration} ms)`);
    });
    runner.on("fail", (test, error) => {
      count.failed++;
      say(`    FAIL ${test.title}\n${error.stack ?? error}`);
    });
    runner.on("pending", (test) => {
      count.skipped++;
      say(`    skip ${test.title}`);
    });
    runner.on("end", () => console.log(`host-test-result:${JSON.stringify(count)}`));
  }
}
