import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { integrity } from "../../../scripts/facts/integrity.mjs";
import { skip } from "../../support/skip.ts";

const root = join(import.meta.dirname, "..", "..", "..");

describe("the committed facts", () => {
  it("are as they were generated, from the hand-kept files as they are", () => {
    assert.deepEqual(integrity(), []);
  });

  it("are what the pinned packages give", function () {
    if (!existsSync(join(root, "scripts", "facts", "node_modules")))
      skip(this, "needs the packages of scripts/facts: npm run facts:check installs them");
    this.timeout(60_000);
    execFileSync(process.execPath, [join(root, "scripts", "facts", "generate.mjs"), "--check"], {
      stdio: "pipe",
    });
  });

  describe("when one is broken", () => {
    let copy: string;
    beforeEach(() => {
      copy = mkdtempSync(join(tmpdir(), "facts-"));
      cpSync(join(root, "src", "knowledge", "generated"), copy, { recursive: true });
    });
    afterEach(() => rmSync(copy, { recursive: true }));

    const edit = (file: string, change: (text: string) => string) =>
      writeFileSync(join(copy, file), change(readFileSync(join(copy, file), "utf8")));

    it("names file, key and remedy of a changed entry", () => {
      edit("types-IAM.json", (text) => text.replace("3600 to 43200 seconds", "3600 to 86400 seconds"));
      const [problem, ...others] = integrity(copy);
      assert.match(
        problem ?? "",
        /^types-IAM\.json: types\/AWS::IAM::Role is not as generated\. Remedy: npm run facts /,
      );
      assert.deepEqual(others, []);
    });

    it("names a removed entry", () => {
      edit("actions-sts.json", (text) => text.replace(/^"AssumeRole":.*\n/m, ""));
      assert.match(integrity(copy)[0] ?? "", /^actions-sts\.json: actions\/AssumeRoleWithSAML .*Remedy/);
    });

    it("names a file that is no JSON, one that is missing and one too many", () => {
      edit("keys.json", (text) => text.slice(0, 1000));
      rmSync(join(copy, "principals.json"));
      writeFileSync(join(copy, "more.json"), "{}");
      const problems = integrity(copy);
      assert.match(problems[0] ?? "", /^keys\.json: not JSON \(.*\)\. Remedy/);
      assert.match(problems[1] ?? "", /^more\.json: nobody generated it\. Remedy/);
      assert.match(problems[2] ?? "", /^principals\.json: missing\. Remedy/);
      assert.equal(problems.length, 3);
    });
  });
});
