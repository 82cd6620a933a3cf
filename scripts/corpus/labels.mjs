import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Real templates with the labels of an oracle; beside the repository, since their licences differ. */
export const corpus = join(import.meta.dirname, "../../../shared/corpus");

export const hasCorpus = () => existsSync(join(corpus, "labels.jsonl"));

const texts = new Map();

export function textOf(file) {
  if (!texts.has(file)) texts.set(file, readFileSync(join(corpus, file), "utf8"));
  return texts.get(file);
}

/** A document as an editor hands it over. */
export function docOf(file, text = textOf(file), version = 1) {
  return { uri: `file:///${file}`, languageId: file.endsWith(".json") ? "json" : "yaml", version, text };
}

/** The labels by file, each with the offset of its text. */
export function labelsByFile() {
  const files = new Map();
  for (const line of readFileSync(join(corpus, "labels.jsonl"), "utf8").split("\n")) {
    if (!line) continue;
    const label = JSON.parse(line);
    const of = files.get(label.file) ?? [];
    of.push({ ...label, start: offsetAt(textOf(label.file), label.line, label.character) });
    files.set(label.file, of);
  }
  return files;
}

function offsetAt(text, line, character) {
  let start = 0;
  for (let i = 0; i < line; i++) start = text.indexOf("\n", start) + 1;
  return start + character;
}
