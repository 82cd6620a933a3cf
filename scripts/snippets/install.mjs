// What only these scripts need (aws-cdk-lib, jsii-rosetta: 240 MB) is installed on first use.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { here } from "./sources.mjs";

export function install() {
  if (existsSync(join(here, "node_modules/aws-cdk-lib"))) return;
  console.log(
    "Installing aws-cdk-lib and jsii-rosetta for the snippets (320 MB, once, about 30 seconds) ...",
  );
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
}
