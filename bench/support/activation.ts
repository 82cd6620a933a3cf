import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../../scripts/host/page.mjs";
import { temporaryFolder } from "../../scripts/host/paths.mjs";
import { pageAddress, startServer } from "../../scripts/host/server.mjs";
import { stageExtension, stageWorkspace } from "../../scripts/host/stage.mjs";

/** What one start of VS Code says, in milliseconds. */
export interface Start {
  /** Loading the code and `activate` of an extension that does nothing. */
  readonly empty: number;
  readonly ours: number;
  /** From asking for a file to its first hover; this extension is activated by it, as in a new window. */
  readonly firstHover: number;
  /** The same of an extension that gives one fixed hover: what VS Code itself takes. */
  readonly fixedHover: number;
}

const ours = "identity-lens.identity-lens";
const empty = "measure.empty";

/** The same template for both, in two files: opening YAML for the first time costs VS Code itself the most. */
const WORD = "AWS::Cognito::UserPool";
const SAMPLE = "template.yaml";
const COPY = "copy.yaml";

/**
 * What VS Code itself says about activation ("Developer: Startup Performance"), of this extension and of an empty one
 * in the same start, first the one, then the other, in turn.
 */
export async function measureStarts(count: number): Promise<readonly Start[]> {
  const folder = temporaryFolder("activation");
  const extensions = join(folder.path, "extensions");
  writeOurs(join(extensions, `${ours}-0.1.0`));
  writeEmptyExtension(join(extensions, `${empty}-0.0.1`));
  const reporter = join(folder.path, "reporter");
  const starts: Start[] = [];
  for (let start = 0; start < count; start++) {
    writeReporter(reporter, start % 2 === 0);
    const report = await startupPerformance(extensions, reporter);
    const hover = (id: string) => Number(report.split(`hover of ${id}: `)[1]?.split(";")[0]);
    starts.push({
      ...{ empty: timeOf(report, empty), ours: timeOf(report, ours) },
      ...{ firstHover: hover(ours), fixedHover: hover(empty) },
    });
  }
  folder.remove();
  return starts;
}

/** This extension without its activation events: VS Code is to be at rest when it is started. */
function writeOurs(folder: string): void {
  const staged = stageExtension("node");
  cpSync(staged.path, folder, { recursive: true });
  staged.remove();
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, activationEvents: [] }));
}

/** An extension that does nothing but to give one fixed hover. */
function writeEmptyExtension(folder: string): void {
  const manifest = {
    ...{ name: "empty", publisher: "measure", version: "0.0.1", engines: { vscode: "^1.95.0" } },
    ...{ main: "./extension.js", activationEvents: [] },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(
    join(folder, "extension.js"),
    `const { Hover, languages } = require("vscode");
exports.activate = ({ subscriptions }) => {
  subscriptions.push(languages.registerHoverProvider("yaml", { provideHover: () => new Hover("fixed") }));
};
`,
  );
}

/** The extension under development, which VS Code wants for running tests: starts both, logs VS Code's own report. */
function writeReporter(folder: string, emptyFirst: boolean): void {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    ...{ name: "reporter", publisher: "measure", version: "0.0.1", main: "./report.js" },
    engines: { vscode: "^1.95.0" },
  };
  const measured = [[empty, COPY] as const, [ours, SAMPLE] as const];
  const order = emptyFirst ? measured : measured.reverse();
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(
    join(folder, "report.js"),
    `const vscode = require("vscode");
const folder = vscode.workspace.workspaceFolders[0].uri;
const lines = [];
async function open(file) {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, file));
  return [document, vscode.window.showTextDocument(document)];
}
async function hover(id, file) {
  const start = performance.now();
  const [document, shown] = await open(file);
  await vscode.extensions.getExtension(id).activate();
  const position = document.positionAt(document.getText().indexOf("${WORD}") + 2);
  const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, position);
  lines.push("hover of " + id + ": " + (hovers.length > 0 ? performance.now() - start : NaN) + ";");
  await shown;
}
exports.run = async () => {
  // VS Code's first editor, and its first of YAML, cost what no extension can help; then it comes to rest
  await (await open("first.yaml"))[1];
  await new Promise((resolve) => setTimeout(resolve, 1500));
  for (const [id, file] of ${JSON.stringify(order)}) await hover(id, file);
  await vscode.commands.executeCommand("perfview.show");
  const report = vscode.window.activeTextEditor.document;
  const whole = () => report.getText().includes("Extension Activation Stats") && report.getText().includes("${empty}");
  await new Promise((resolve) => {
    const watch = vscode.workspace.onDidChangeTextDocument(() => whole() && (watch.dispose(), resolve()));
    if (whole()) resolve();
  });
  lines.push(...report.getText().split("\\n").filter((line) => line.includes("${empty}") || line.includes("${ours}")));
  console.log("startup-performance:" + lines.join("\\n"));
};
`,
  );
}

async function startupPerformance(extensionsDir: string, reporter: string): Promise<string> {
  const workspace = stageWorkspace();
  writeFileSync(join(workspace.path, "first.yaml"), "of: no interest\n");
  cpSync(join(workspace.path, SAMPLE), join(workspace.path, COPY));
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

/**
 * The row of an extension in the report: name, eager, load code, call activate, finish activate, event, by.
 * Loading and calling are what the extension host waits for.
 */
function timeOf(report: string, id: string): number {
  const cells = report
    .split("\n")
    .find((line) => line.includes(id) && line.includes("|"))
    ?.split("|")
    .map((cell) => cell.trim());
  const start = cells?.findIndex((cell) => cell.includes(id)) ?? -1;
  if (!cells || start < 0) throw new Error(`${id} is not in the startup report:\n${report}`);
  const [load = Number.NaN, call = Number.NaN] = cells.slice(start + 2, start + 4).map(Number);
  return load + call;
}
