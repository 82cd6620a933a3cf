import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..");
const require = createRequire(join(folder, "package.json"));

/** What is measured beside this extension, or undefined, with a line that says so, where it can't be installed. */
export function peer<T>(name: string): T | undefined {
  if (!install()) return undefined;
  try {
    return require(name) as T;
  } catch (error) {
    console.log(`Without ${name}: ${error instanceof Error ? error.message : error}\n`);
    return undefined;
  }
}

let installed: boolean | undefined;

/** From the lockfile of `bench/package.json`, once. */
function install(): boolean {
  installed ??= existsSync(join(folder, "node_modules")) || tryInstall();
  return installed;
}

function tryInstall(): boolean {
  console.log("Installing what is measured beside this extension (28 MB, once) ...\n");
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  try {
    execFileSync("npm", ["ci", ...options], { cwd: folder, stdio: "inherit", timeout: 60_000 });
    return true;
  } catch {
    console.log("It can't be installed (is there a registry?): this extension is measured alone.\n");
    return false;
  }
}
