// npm start: builds, and opens the sample workspace in a VS Code in the browser with the extension.
// PORT chooses the port; by default the system picks a free one.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { stdout } from "node:process";
import { installedBrowser } from "./host/browser.mjs";
import { root, sampleWorkspace } from "./host/paths.mjs";
import { pageAddress, startServer } from "./host/server.mjs";

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const built = spawnSync(npm, ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
if (built.status !== 0) process.exit(built.status ?? 1);

// the token keeps other users and other pages of the browser out of an editor that can run programs
const server = await startServer({
  token: randomBytes(16).toString("hex"),
  port: Number(process.env.PORT ?? 0),
});
const address = pageAddress(server, {
  folder: sampleWorkspace,
  extension: root,
  file: `${sampleWorkspace}/template.yaml`,
});

let stopping = false;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.once(signal, async () => {
    stopping = true;
    console.log("\nStopping.");
    await server.stop();
    process.exit(0);
  });
server.ended.then(async (code) => {
  // Ctrl-C reaches the server as well, maybe before us
  await new Promise((resolve) => setTimeout(resolve, 300));
  if (stopping) return;
  console.error(`VS Code's server ended by itself with code ${code}.`);
  process.exit(1);
});

console.log(`\nVS Code with Identity Lens for AWS is at\n\n  ${address}\n\nCtrl-C stops it.`);
const opener = browserOpener();
if (opener)
  spawn(opener, [address], { stdio: "ignore", detached: true })
    .once("error", () => {})
    .unref();
else if (stdout.isTTY) console.log("No browser with a display was found here; open the address in one.");

/** The program that opens an address in this person's browser, where there is a screen to show it on. */
function browserOpener() {
  if (process.env.CI || !stdout.isTTY) return undefined;
  if (process.platform === "darwin") return "open";
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  return spawnSync("which", ["xdg-open"]).status === 0 ? "xdg-open" : installedBrowser();
}
