import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DOCUMENTS } from "../../src/editor/languages.ts";

const root = join(import.meta.dirname, "..", "..");
const text = readFileSync(join(root, "package.json"), "utf8");
const words = JSON.parse(readFileSync(join(root, "package.nls.json"), "utf8")) as Record<string, string>;

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly image: string } }[];
    }[];
  };
}
const { activationEvents, contributes } = JSON.parse(text) as Manifest;

describe("the manifest", () => {
  it("has every word that it names, and names every word", () => {
    const named = new Set([...text.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]));
    assert.deepEqual([...named].sort(), Object.keys(words).sort());
  });

  it("keeps its commands in one category, and its menus to its commands", () => {
    assert.deepEqual([...new Set(contributes.commands.map(({ category }) => category))], ["AWS Identity"]);
    const known = contributes.commands.map(({ command }) => command);
    for (const [menu, items] of Object.entries(contributes.menus)) {
      for (const { command } of items) assert.ok(known.includes(command), `${menu}: ${command}`);
      const lines = items.map((item) => JSON.stringify(item));
      assert.equal(new Set(lines).size, lines.length, `${menu} says something twice`);
    }
  });

  it("leads in its texts to commands that there are", () => {
    for (const [key, word] of Object.entries(words))
      for (const [, command] of word.matchAll(/\(command:([\w.]+)\)/g))
        assert.ok(
          contributes.commands.some((known) => known.command === command),
          `${key}: ${command}`,
        );
  });

  it("has its settings in the README", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    for (const setting of Object.keys(contributes.configuration.properties))
      assert.ok(readme.includes(`| \`${setting}\` |`), setting);
  });

  it("starts with a file of a language that it may speak in, without a search through the workspace", () => {
    const languages = [DOCUMENTS].flat().filter((one) => typeof one === "string");
    // `.template`, `.cfn` and `.sam` are plain text to an editor that has no other name for them
    assert.deepEqual(
      activationEvents,
      [...languages, "plaintext"].map((language) => `onLanguage:${language}`),
    );
  });

  it("has no marks in the walkthrough that would be shown as they are", () => {
    for (const [key, word] of Object.entries(words))
      if (key.startsWith("walkthrough.")) assert.doesNotMatch(word.replaceAll("**", ""), /[*_]/, key);
  });

  it("has the walkthrough's pictures", () => {
    for (const { media } of contributes.walkthroughs.flatMap(({ steps }) => steps))
      assert.ok(existsSync(join(root, media.image)), `${media.image} is made by npm run pictures`);
  });
});
