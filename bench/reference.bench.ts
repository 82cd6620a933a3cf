import { closeHost, openEditor } from "../test/ui/support/open.ts";
import { find, openReference, search } from "../test/ui/support/reference.ts";
import { build } from "./support/build.ts";
import { type Row, type Section, shown, spread } from "./support/measure.ts";

const PAGES = [
  ["assume role", "AssumeRole"],
  ["AWS::Cognito::UserPool", "AWS::Cognito::UserPool"],
  ["trust policy", "Trust policy"],
  ["sts:AssumeRoleWithSAML", "sts:AssumeRoleWithSAML"],
  ["permission set", "Permission set"],
] as const;
const QUERIES = ["s", "ss", "sso", "hosted ui", "passrole"];
const OPENED = 4;

interface Wait {
  readonly name: string;
  readonly duration: number;
}

/** What the page itself measured (media/reference/measure.ts), with the way to the extension and back. */
async function waits(): Promise<readonly Wait[]> {
  const editor = await openEditor("template.yaml");
  const page = await openReference(editor);
  for (const [query, title] of [...PAGES, ...PAGES]) await find(page, query, title);
  for (const query of QUERIES) await search(page, query);
  const measured = await page.evaluate(() =>
    performance.getEntriesByType("measure").map(({ name, duration }) => ({ name, duration })),
  );
  await editor.close();
  return measured;
}

async function rows(): Promise<readonly Row[]> {
  build();
  const all: Wait[] = [];
  for (let i = 0; i < OPENED; i++) all.push(...(await waits()));
  await closeHost();
  const line = (name: string, what: string): Row => ({
    what,
    ours: shown(spread(all.filter((wait) => wait.name === name).map(({ duration }) => duration))),
    target: "50 ms",
  });
  return [
    line("first page", "from the start of the view's script to its first page"),
    line("page change", "from a click to the next page"),
    line("search", "from a key to the results on the page"),
  ];
}

export const section: Section = { title: `The reference in VS Code, opened ${OPENED} times`, rows };
