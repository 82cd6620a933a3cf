import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../../scripts/host/page.mjs";
import { root, temporaryFolder } from "../../scripts/host/paths.mjs";
import { installPackage, startServer } from "../../scripts/host/server.mjs";
import { openEditor } from "./support/open.ts";
import { namesInZip } from "./support/vsix.ts";

/** What may be in the package; whoever adds something that runs adds it here too. */
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package(\.nls)?\.json|readme\.md|changelog\.md|LICENSE\.txt|NOTICE)$/,
  /^extension\/dist\/(extension|lens|reference)\.js$/,
  /^extension\/dist\/LICENCES\.txt$/,
  /^extension\/media\/(icon\.png|activity-bar\.svg)$/,
  /^extension\/media\/walkthrough\/[a-z-]+\.png$/,
  /^extension\/media\/diagrams\/[a-z0-9-]+\.svg$/,
  /^extension\/media\/reference\/[a-z-]+\.(css|js)$/,
  /^extension\/snippets\/[a-z-]+\.(json|code-snippets)$/,
  /^extension\/dist\/pages\/[a-z-]+\.json$/,
  /^extension\/dist\/knowledge\/[A-Za-z0-9_-]+\.json$/,
];

const vsix = join(root, "identity-lens.vsix");

describe("the package", () => {
  before("pack it", () => {
    const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "package"], {
      cwd: root,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    assert.equal(status, 0, stdout + stderr);
    assert.doesNotMatch(stdout + stderr, /^\s*WARNING/m);
  });

  it("holds what runs and nothing else", () => {
    const names = namesInZip(vsix);
    assert.ok(names.includes("extension/dist/extension.js"));
    assert.deepEqual(
      names.filter((name) => !allowed.some((pattern) => pattern.test(name))),
      [],
    );
  });

  it("says how it is used, without what an editor can't show", () => {
    const readme = readFileSync(join(root, "dist", "README.md"), "utf8");
    for (const section of ["With the keyboard", "Settings", "Snippets", "Licence"])
      assert.ok(readme.includes(`\n## ${section}\n`), section);
    assert.doesNotMatch(readme, /!\[|\]\((?!https:)|npm (ci|run|start)/);
  });

  it("has the licence of each package that is in it", () => {
    assert.ok(namesInZip(vsix).includes("extension/dist/LICENCES.txt"));
    const licences = readFileSync(join(root, "dist", "LICENCES.txt"), "utf8");
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    for (const name of Object.keys(dependencies))
      assert.match(licences, new RegExp(`^${name} [\\d.]+ \\([\\w-]+\\)\n\n.{0,200}Copyright`, "ms"), name);
  });

  it("is smaller than a megabyte", () => {
    assert.ok(statSync(vsix).size < 1_000_000, `${statSync(vsix).size} bytes`);
  });

  it("works when it is installed into a clean VS Code", async () => {
    const extensions = temporaryFolder("extensions");
    await installPackage(vsix, extensions.path);
    const host = {
      server: await startServer({ extensionsDir: extensions.path }),
      browser: await launchBrowser(),
    };
    try {
      const editor = await openEditor("template.yaml", { host });
      await editor.openSidebar();
      const hover = await editor.hoverWord("AWS::Cognito::UserPool");
      assert.match((await hover.textContent()) ?? "", /user pool/i);
      await editor.close();
    } finally {
      await host.browser.close();
      await host.server.stop();
      extensions.remove();
    }
  });
});
