// Mocha's own report, what was skipped and why, and the counts as JSON in the file that TEST_COUNT_FILE names.
const { writeFileSync } = require("node:fs");
const Mocha = require("mocha");

const Shown = process.env.CI ? Mocha.reporters.Spec : Mocha.reporters.Dot;

module.exports = class extends Shown {
  constructor(runner, options) {
    super(runner, options);
    const skipped = [];
    runner.on("pending", (test) => skipped.push(test.fullTitle()));
    runner.once("end", () => {
      for (const title of skipped) console.log(`  skipped: ${title}`);
      const { passes, failures, pending } = this.stats;
      const file = process.env.TEST_COUNT_FILE;
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
