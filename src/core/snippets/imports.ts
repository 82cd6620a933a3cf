import { type Import, lineEnd, type Setup, type SnippetLanguage, type TextEdit } from "./setups.ts";

/** What a document must import for a form, and under which names it has the rest. */
export interface ImportPlan {
  readonly edits: readonly TextEdit[];
  /** The form's name for a module -> the document's, where they differ. */
  readonly renamed: ReadonlyMap<string, string>;
}

const NOTHING: ImportPlan = { edits: [], renamed: new Map() };

/** The imports of a form that a document lacks, as one edit below those that it has. */
export function planImports(setup: Setup, language: SnippetLanguage, text: string): ImportPlan {
  const imports = setup.imports?.[language === "javascript" ? "typescript" : language];
  if (!imports || language === "yaml" || language === "json") return NOTHING;
  const { present, write } = LANGUAGES[language];
  const has = present(text);
  const renamed = new Map<string, string>();
  const missing: Import[] = [];
  for (const wanted of imports) {
    const name = has.get(wanted.from);
    if (name === undefined) missing.push(wanted);
    else if (name !== wanted.name) renamed.set(wanted.name, name);
  }
  const free = missing.map((wanted) => underFreeName(wanted, has, text, language, renamed));
  return { edits: free.length > 0 ? [write(free, text)] : [], renamed };
}

/** Another name for a module whose own is that of something else here: `iam` -> `awsIam`. */
function underFreeName(
  wanted: Import,
  has: ReadonlyMap<string, string>,
  text: string,
  language: keyof typeof LANGUAGES,
  renamed: Map<string, string>,
): Import {
  const { name, from } = wanted;
  const aliased = language === "typescript" || language === "javascript" || language === "python";
  const bound = aliased && ([...has.values()].includes(name) || binds(text, name));
  if (!bound) return wanted;
  const other = language === "python" ? `aws_${name}` : `aws${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  renamed.set(name, other);
  return { name: other, from };
}

/** Is a name imported or declared by something that is no CDK module? */
const binds = (text: string, name: string): boolean =>
  new RegExp(
    `^(?:import|from|const|let|var|export)\\b.*(?<![\\w./'"-])${name}(?![\\w./'"-]|\\s*:)`,
    "m",
  ).test(text) || new RegExp(`^${name}\\s*=(?!=)`, "m").test(text);

/** The body with the document's names for its modules. */
export function withNames(body: string, renamed: ReadonlyMap<string, string>): string {
  let out = body;
  for (const [name, other] of renamed)
    out = out.replace(new RegExp(`(?<![\\w.'"/])${name}\\.(?=[A-Z])`, "g"), `${other}.`);
  return out;
}

interface Imports {
  /** Module, class, namespace or package -> the name it goes by here. */
  present(text: string): ReadonlyMap<string, string>;
  write(imports: readonly Import[], text: string): TextEdit;
}

// ---------------------------------------------------------------- where they go

/** A new line below the last match, or at the top with an empty line after, below what must stay first. */
function below(text: string, last: RegExp, first: RegExp, lines: readonly string[]): TextEdit {
  const eol = lineEnd(text);
  const matches = [...text.matchAll(last)];
  const found = matches.at(-1);
  if (found) {
    const at = found.index + found[0].length;
    return { range: { start: at, end: at }, text: lines.map((line) => eol + line).join("") };
  }
  const at = first.exec(text)?.[0].length ?? 0;
  const gap = at > 0 && !/[\uFEFF\n]$/.test(text.slice(0, at)) ? eol + eol : "";
  const rest = text.slice(at).trim() === "" ? eol : /^\r?\n/.test(text.slice(at)) ? "" : eol + eol;
  return { range: { start: at, end: at }, text: gap + lines.join(eol) + rest };
}

const all = (text: string, pattern: RegExp): (readonly [string, string])[] =>
  [...text.matchAll(pattern)].map((match) => [match[1] ?? "", match[2] ?? ""] as const);

// ---------------------------------------------------------------- TypeScript and JavaScript

const SCRIPT_IMPORT =
  /^(?:import\b[^;'"]{0,4000}['"][^'"\n]+['"][^\S\r\n]*;?|(?:const|var|let)\b[^;=\n]{0,400}=\s*require\([^)\n]*\)[^\S\r\n]*;?)/gm;

const script: Imports = {
  present(text) {
    const spaces = all(text, /^import\s+\*\s+as\s+(\w+)\s+from\s+['"]([^'"\n]+)['"]/gm);
    const required = all(
      text,
      /^(?:import|const|var|let)\s+(\w+)\s*=\s*require\(\s*['"]([^'"\n]+)['"]\s*\)/gm,
    );
    const named = [
      ...text.matchAll(
        /^(?:import|const|var|let)\s+\{([^}]{0,4000})\}\s*(?:from\s*|=\s*require\(\s*)['"]aws-cdk-lib['"]/gm,
      ),
    ]
      .flatMap((match) => (match[1] ?? "").split(","))
      .flatMap((item) => {
        const [, module, alias] = /^\s*(aws_\w+)(?:\s*(?:as|:)\s*(\w+))?\s*$/.exec(item) ?? [];
        return module ? [[alias ?? module, `aws-cdk-lib/${module.replaceAll("_", "-")}`] as const] : [];
      });
    return new Map([...spaces, ...required, ...named].map(([name, from]) => [from, name]));
  },
  write(imports, text) {
    const quote = /^(?:import|const)\b[^'"\n]*(['"])/m.exec(text)?.[1] ?? "'";
    const end = /^(?:import|const)\b.*['"]\)?[^\S\r\n]*$/m.test(text) ? "" : ";";
    const required = /^(?:const|var)\b.*=\s*require\(/m.test(text) && !/^import\b/m.test(text);
    const lines = imports.map(({ name, from }) =>
      required
        ? `const ${name} = require(${quote}${from}${quote})${end}`
        : `import * as ${name} from ${quote}${from}${quote}${end}`,
    );
    return below(text, SCRIPT_IMPORT, /^\uFEFF?(?:#!.*\r?\n)?/, lines);
  },
};

// ---------------------------------------------------------------- Python

const python: Imports = {
  present(text) {
    const whole = [...text.matchAll(/^import\s+(aws_cdk(?:\.\w+)*)(?:\s+as\s+(\w+))?/gm)].map(
      (match) => [match[1] ?? "", match[2] ?? match[1] ?? ""] as const,
    );
    const parts = [...text.matchAll(/^from\s+aws_cdk\s+import\s+(?:\(([^)]{0,4000})\)|([^\n#]*))/gm)]
      .flatMap((match) => (match[1] ?? match[2] ?? "").split(","))
      .flatMap((item) => {
        const [, module, alias] = /^\s*(aws_\w+)(?:\s+as\s+(\w+))?\s*(?:#.*)?$/.exec(item) ?? [];
        return module ? [[`aws_cdk.${module}`, alias ?? module] as const] : [];
      });
    return new Map([...whole, ...parts]);
  },
  write(imports, text) {
    const lines = imports.map(({ name, from }) => {
      const [root, part] = from.split(".");
      return part ? `from ${root} import ${part} as ${name}` : `import ${root} as ${name}`;
    });
    return below(
      text,
      /^(?:from\s+\S+\s+import\s+(?:\([^)]{0,4000}\)|[^\n\r]*)|import\s+[^\n\r]*)/gm,
      /^\uFEFF?(?:#.*\r?\n)*(?:("""|''')[\s\S]*?\1[^\S\r\n]*\r?\n)?/,
      lines,
    );
  },
};

// ---------------------------------------------------------------- Java, C#, Go

const java: Imports = {
  present(text) {
    const single = all(text, /^import\s+([\w.]+)\.(\w+)\s*;/gm).map(
      ([from, name]) => [`${from}.${name}`, name] as const,
    );
    const everything = all(text, /^import\s+([\w.]+)\.\*\s*;/gm).map(([from]) => from);
    return new JavaImports(single, new Set(everything));
  },
  write(imports, text) {
    const lines = imports.map(({ from }) => `import ${from};`);
    return below(text, /^import\s+[\w.*\s]{1,400};/gm, /^\uFEFF?(?:[\s\S]*?^package\s+[\w.]+\s*;)?/m, lines);
  },
};

/** Single imports, and packages of which everything is imported. */
class JavaImports extends Map<string, string> {
  readonly packages: ReadonlySet<string>;
  constructor(single: readonly (readonly [string, string])[], packages: ReadonlySet<string>) {
    super(single);
    this.packages = packages;
  }
  override get(from: string): string | undefined {
    const dot = from.lastIndexOf(".");
    return super.get(from) ?? (this.packages.has(from.slice(0, dot)) ? from.slice(dot + 1) : undefined);
  }
}

const csharp: Imports = {
  present: (text) =>
    new Map(all(text, /^\s*(?:global\s+)?using\s+([\w.]+)\s*;/gm).map(([from]) => [from, ""])),
  write(imports, text) {
    const lines = imports.map(({ from }) => `using ${from};`);
    return below(text, /^(?:global\s+)?using\s+[\w.]+\s*;/gm, /^\uFEFF?/, lines);
  },
};

const GO_IMPORT = /^\s*(?:import\s+)?(?:([\w.]+)\s+)?"(github\.com\/aws\/[^"\n]+)"/gm;

const go: Imports = {
  present: (text) => new Map(all(text, GO_IMPORT).map(([alias, from]) => [from, alias || goName(from)])),
  write(imports, text) {
    const block = /^import\s*\(([^)]{0,20000}?)(\r?\n)?\)/m.exec(text);
    if (!block) {
      const lines = imports.map(({ from }) => `import "${from}"`);
      return below(
        text,
        /^import\s+(?:[\w.]+\s+)?"[^"\n]*"/gm,
        /^\uFEFF?(?:[\s\S]*?^package\s+\w+)?/m,
        lines,
      );
    }
    const eol = lineEnd(text);
    const at = block.index + block[0].length - 1 - (block[2]?.length ?? 0);
    return {
      range: { start: at, end: at },
      text: imports.map(({ from }) => `${eol}\t"${from}"`).join("") + (block[2] ? "" : eol),
    };
  },
};

/** A package's name: its path's last part, which isn't a version. */
function goName(path: string): string {
  if (path.endsWith("/jsii-runtime-go")) return "jsii";
  const parts = path.split("/");
  return (/^v\d+$/.test(parts.at(-1) ?? "") ? parts.at(-2) : parts.at(-1)) ?? "";
}

const LANGUAGES = { typescript: script, javascript: script, python, java, csharp, go };
