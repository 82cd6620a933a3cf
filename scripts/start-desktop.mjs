// npm run start:desktop: builds, and opens the sample workspace in the desktop VS Code that is installed.
import { spawnSync } from "node:child_process";
import { root, sampleWorkspace } from "./host/paths.mjs";

const windows = process.platform === "win32";
const code = spawnSync("code", ["--version"], { stdio: "ignore", shell: windows });
if (code.status !== 0) {
  console.error(
    "There is no `code` on the PATH. Install Visual Studio Code, or use `npm start`, which needs none.",
  );
  process.exit(1);
}
const built = spawnSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit", shell: windows });
if (built.status !== 0) process.exit(built.status ?? 1);
const opened = spawnSync(
  "code",
  ["--new-window", `--extensionDevelopmentPath=${root}`, sampleWorkspace, `${sampleWorkspace}/template.yaml`],
  { stdio: "inherit", shell: windows },
);
process.exit(opened.status ?? 1);
