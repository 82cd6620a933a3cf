import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../../scripts/host/page.mjs";
import { temporaryFolder } from "../../scripts/host/paths.mjs";
import { pageAddress, startServer } from "../../scripts/host/server.mjs";
import { stageExtension, stageWorkspace } from "../../scripts/host/stage.mjs";

interface Times {
  readonly "load code (ms)": number;
  readonly "activate (ms)": number;
  readonly "finish (ms)": number;
}

const ours = "identity-lens.identity-lens";
const empty = "measure.empty";

/**
 * What VS Code itself says about activation ("Developer: Startup Performance"), of this extension and of an empty one
 * in the same run, one after the other, first the one, then the other. A row for each of five runs: they differ much.
 */
export async function measureActivation(runs = 5): Promise<Record<string, Times>> {
  const folder = temporaryFolder("activation");
  const extensions = join(folder.path, "extensions");
  writeOurs(join(extensions, `${ours}-0.1.0`));
  writeEmptyExtension(join(extensions, `${empty}-0.0.1`));
  const reporter = join(folder.path, "reporter");
  const rows: Record<string, Times> = {};
  for (let run = 1; run <= runs; run++) {
    writeReporter(reporter, run % 2 ? [empty, ours] : [ours, empty]);
    const report = await startupPerformance(extensions, reporter);
    rows[`run ${run}: empty extension`] = timesOf(report, empty);
    rows[`run ${run}: Identity Lens`] = timesOf(report, ours);
  }
  folder.remove();
  return rows;
}

/** This extension without its activation events: VS Code is to be at rest when it is started. */
function writeOurs(folder: string): void {
  const staged = stageExtension("node");
  cpSync(staged.path, folder, { recursive: true });
  staged.remove();
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, activationEvents: [] }));
}

/** An extension that does nothing. */
function writeEmptyExtension(folder: string): void {
  const manifest = {
    ...{ name: "empty", publisher: "measure", version: "0.0.1", engines: { vscode: "^1.95.0" } },
    ...{ main: "./extension.js", activationEvents: [] },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "extension.js"), "exports.activate = () => {};\n");
}

/** The extension under development, which VS Code wants for running tests: starts both, logs VS Code's own report. */
function writeReporter(folder: string, order: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name: "reporter",
    publisher: "measure",
    version: "0.0.1",
    engines: { vscode: "^1.95.0" },
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, main: "./report.js" }));
  writeFileSync(
    join(folder, "report.js"),
    `const vscode = require("vscode");
exports.run = async () => {
  for (const id of ${JSON.stringify(order)}) await vscode.extensions.getExtension(id).activate();
  await vscode.commands.executeCommand("perfview.show");
  const report = vscode.window.activeTextEditor.document;
  const whole = () => report.getText().includes("Extension Activation Stats") && report.getText().includes("measure.empty");
  await new Promise((resolve) => {
    const watch = vscode.workspace.onDidChangeTextDocument(() => whole() && (watch.dispose(), resolve()));
    if (whole()) resolve();
  });
  const rows = report.getText().split("\\n").filter((line) => /measure\\.empty|identity-lens\\.identity-lens/.test(line));
  console.log("startup-performance:" + rows.join("\\n"));
};
`,
  );
}

async function startupPerformance(extensionsDir: string, reporter: string): Promise<string> {
  const workspace = stageWorkspace();
  const server = await startServer({ extensionsDir });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    let text = "";
    const ended = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("no startup report within 60 s")), 60_000);
      page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => {
        const line = args.map(String).join(" ");

        if (line.startsWith("startup-performance:")) text = line;
      });
      page.exposeFunction("codeAutomationExit", () => {
        clearTimeout(timer);
        resolve();
      });
    });
    await page.goto(
      pageAddress(server, {
        folder: workspace.path,
        extension: reporter,
        tests: join(reporter, "report.js"),
      }),
    );
    await ended;
    return text;
  } finally {
    await browser.close();
    await server.stop();
    workspace.remove();
  }
}

/** The row of an extension in the report: name, eager, load code, call activate, finish activate, event, by. */
function timesOf(report: string, id: string): Times {
  const cells = report
    .split("\n")
    .find((line) => line.includes(id) && line.includes("|"))
    ?.split("|")
    .map((cell) => cell.trim());
  const start = cells?.findIndex((cell) => cell.includes(id)) ?? -1;
  if (!cells || start < 0) throw new Error(`${id} is not in the startup report:\n${report}`);
  const [load, call, finish] = cells.slice(start + 2, start + 5).map(Number);
  return { "load code (ms)": load ?? NaN, "activate (ms)": call ?? NaN, "finish (ms)": finish ?? NaN };
}
