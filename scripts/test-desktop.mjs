// npm run test:desktop: test/host in a desktop VS Code that @vscode/test-electron downloads from Microsoft.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { installDir, root } from "./host/paths.mjs";
import { bundleHostTests } from "./host/run-tests.mjs";
import { stageExtension, stageWorkspace } from "./host/stage.mjs";

const windows = process.platform === "win32";
const built = spawnSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit", shell: windows });
if (built.status !== 0) process.exit(built.status ?? 1);

const vscodeExecutablePath = await download();
const extension = stageExtension("node");
const workspace = stageWorkspace();
const tests = join(extension.path, "test", "index.js");
await bundleHostTests(tests, "");
const code = await runTests({
  vscodeExecutablePath,
  extensionDevelopmentPath: extension.path,
  extensionTestsPath: tests,
  launchArgs: [workspace.path, "--disable-extensions", "--disable-workspace-trust"],
}).catch((error) => {
  console.error(error.message);
  return 1;
});
for (const folder of [extension, workspace]) folder.remove();
process.exit(code);

async function download() {
  try {
    return await downloadAndUnzipVSCode({ version: "stable", cachePath: installDir, timeout: 30_000 });
  } catch (error) {
    const why = /** @type {Error & { code?: string }} */ (error);
    console.error(
      `VS Code could not be downloaded from Microsoft (${why.code ?? why.message}); \`npm run test:host\` needs no download from there.`,
    );
    process.exit(1);
  }
}
