import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureHost } from "./install.mjs";
import { temporaryFolder } from "./paths.mjs";

/** The same for tests, pictures and `npm start`: nothing that talks, saves or offers itself unasked. */
const settings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "telemetry.telemetryLevel": "off",
  "git.enabled": false,
  "files.autoSave": "off",
  "editor.hover.delay": 150,
};

/**
 * A VS Code server on 127.0.0.1, with data folders of its own that go when it stops.
 * @param {object} [options]
 * @param {string} [options.token] what a browser has to show to be let in; without it anyone on this machine is
 * @param {number} [options.port] 0, the default, is any free one
 * @param {string} [options.extensionsDir] where installed extensions live; an empty folder of its own by default
 * @param {Record<string, string>} [options.env] for the extension host too
 * @param {Record<string, unknown>} [options.settings] on top of the usual ones
 * @returns {Promise<Server>}
 */
export async function startServer(options = {}) {
  const host = await ensureHost();
  const data = temporaryFolder("server");
  const userData = join(data.path, "user");
  mkdirSync(join(userData, "Machine"), { recursive: true });
  writeFileSync(
    join(userData, "Machine", "settings.json"),
    JSON.stringify({ ...settings, ...options.settings }, null, 2),
  );
  const access = options.token ? ["--connection-token", options.token] : ["--without-connection-token"];
  const child = spawn(
    host.node,
    [
      ...[host.server, "--host", "127.0.0.1", "--port", String(options.port ?? 0), ...access],
      ...["--accept-server-license-terms", "--disable-telemetry", "--disable-workspace-trust"],
      "--enable-smoke-test-driver", // without it the page ignores what its address says to load
      ...["--server-data-dir", join(data.path, "server"), "--user-data-dir", userData],
      ...["--extensions-dir", options.extensionsDir ?? join(data.path, "extensions")],
    ],
    {
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const stop = stopper(child, data.remove);
  try {
    const port = await portOf(child);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    return { port, token: options.token, stop, ended };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Installs a packaged extension as a person would.
 * @param {string} vsix
 * @param {string} extensionsDir
 * @returns {Promise<string>} what the installer said
 */
export async function installPackage(vsix, extensionsDir) {
  const host = await ensureHost();
  const data = temporaryFolder("install");
  const args = [host.server, "--accept-server-license-terms", "--install-extension", vsix];
  const child = spawn(
    host.node,
    [...args, "--extensions-dir", extensionsDir, "--server-data-dir", data.path],
    {
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 60_000,
    },
  );
  const said = collect(child);
  const code = await new Promise((resolve) => child.once("close", resolve));
  data.remove();
  if (code !== 0) throw new Error(`installing ${vsix} failed:\n${said()}`);
  return said();
}

/**
 * The address of a page of the editor.
 * @param {Server} server
 * @param {object} page
 * @param {string} page.folder absolute path of the workspace
 * @param {string} [page.extension] absolute path of an extension to load from its folder
 * @param {string} [page.tests] absolute path of a CommonJS file that exports `run()`
 * @param {string} [page.file] absolute path of a file to open
 */
export function pageAddress(server, page) {
  /** @param {string} path */
  const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = [
    page.extension && ["extensionDevelopmentPath", remote(page.extension)],
    page.tests && ["extensionTestsPath", remote(page.tests)],
    page.file && ["openFile", remote(page.file)],
  ].filter(Boolean);
  const query = new URLSearchParams({ ...(server.token && { tkn: server.token }), folder: page.folder });
  return `http://127.0.0.1:${server.port}/?${query}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string | undefined} token
 * @property {Promise<number | null>} ended with its exit code, when it ends for whatever reason
 * @property {() => Promise<void>} stop ends it and everything it started; safe to call twice
 */

/** @param {import("node:child_process").ChildProcess} child */
function collect(child) {
  let said = "";
  child.stdout?.on("data", (chunk) => (said += chunk));
  child.stderr?.on("data", (chunk) => (said += chunk));
  return () => said;
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>}
 */
function portOf(child) {
  const said = collect(child);
  return new Promise((resolve, reject) => {
    /** @param {string} why */
    const fail = (why) => reject(new Error(`VS Code's server ${why}:\n${said()}`));
    const timer = setTimeout(() => fail("gave no port within 60 s"), 60_000);
    child.stdout?.on("data", () => {
      const port = /listening on (\d+)/.exec(said())?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
    child.once("error", (error) => fail(`did not start (${error.message})`));
  });
}

/**
 * Extension hosts are the server's own children and end with it. It stays in our process group, so that whoever ends
 * the group (Ctrl-C, a time limit) ends it too.
 * @param {import("node:child_process").ChildProcess} child
 * @param {() => void} cleanUp
 */
function stopper(child, cleanUp) {
  const onExit = () => child.kill("SIGKILL");
  process.once("exit", onExit);
  /** @type {Promise<void> | undefined} */
  let stopping;
  return () => {
    stopping ??= new Promise((resolve) => {
      const finish = () => {
        process.off("exit", onExit);
        cleanUp();
        resolve();
      };
      if (child.exitCode !== null || child.signalCode !== null) return finish();
      child.once("close", finish);
      child.kill("SIGTERM");
      setTimeout(() => child.kill("SIGKILL"), 3_000).unref();
    });
    return stopping;
  };
}
