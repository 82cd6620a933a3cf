import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, sampleWorkspace, temporaryFolder } from "./paths.mjs";

/** What the extension reads when it runs; the same that `.vscodeignore` lets into the package. */
const runtimeFolders = ["dist", "media", "snippets"];

/**
 * A copy of the built extension. With `main` in its manifest VS Code runs it in the Node host, whatever else the
 * manifest says; without, in the browser's worker.
 * @param {"node" | "web"} host
 */
export function stageExtension(host) {
  const folder = temporaryFolder(`extension-${host}`);
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  if (host === "web") delete manifest.main;
  writeFileSync(join(folder.path, "package.json"), JSON.stringify(manifest, null, 2));
  for (const name of ["package.nls.json", ...runtimeFolders])
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder.path, name), { recursive: true });
  return folder;
}

/**
 * A copy of the sample workspace, so that typing into it changes nothing in the repository.
 * @param {Record<string, unknown>} [settings] for its `.vscode/settings.json`
 */
export function stageWorkspace(settings = {}) {
  const folder = temporaryFolder("workspace");
  if (existsSync(sampleWorkspace)) cpSync(sampleWorkspace, folder.path, { recursive: true });
  mkdirSync(join(folder.path, ".vscode"), { recursive: true });
  writeFileSync(join(folder.path, ".vscode", "settings.json"), JSON.stringify(settings, null, 2));
  return folder;
}
