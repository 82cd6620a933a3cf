import { execFileSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
let built = false;

/** What is packed and started is what is built: `dist/`, made once in a run. */
export function build(): string {
  if (!built)
    execFileSync(process.execPath, ["esbuild.mjs"], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  built = true;
  return root;
}
