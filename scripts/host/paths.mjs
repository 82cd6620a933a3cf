import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's top folder. */
export const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");

/** Where VS Code and the browser are installed. Several clones can share one by naming it in VSCODE_TEST_DIR. */
export const installDir = process.env.VSCODE_TEST_DIR ?? join(root, ".vscode-test");

/** The folder that `npm start` opens and that the tests copy. */
export const sampleWorkspace = join(root, "test", "workspace");

/**
 * A folder of its own for one run, under the system's temporary folder.
 * @param {string} purpose a word for its name
 */
export function temporaryFolder(purpose) {
  const path = mkdtempSync(join(tmpdir(), `lens-${purpose}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}
