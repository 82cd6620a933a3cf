import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import yaml from "highlight.js/lib/languages/yaml";
import { h } from "./dom.ts";
import { send, words } from "./host.ts";

hljs.registerLanguage("yaml", yaml);
hljs.registerLanguage("json", json);
hljs.registerLanguage("ts", typescript);
hljs.registerLanguage("bash", bash);

const INSERTABLE = new Set(["yaml", "json", "ts"]);

/** Colours for code excerpts, and their copy and insert buttons. */
export function decorateExcerpts(root: HTMLElement): void {
  for (const excerpt of root.querySelectorAll<HTMLElement>(".excerpt")) {
    const code = excerpt.querySelector("code");
    if (!code) continue;
    const text = code.textContent ?? "";
    const language = excerpt.dataset.language ?? "";
    if (hljs.getLanguage(language)) code.innerHTML = hljs.highlight(text, { language }).value;
    excerpt.append(
      h(
        "div",
        { class: "excerpt-actions" },
        button(words.copy, () => send({ type: "copy", text })),
        INSERTABLE.has(language) && button(words.insert, () => send({ type: "insert", text, language })),
      ),
    );
  }
}

const button = (label: string, onclick: () => void): HTMLElement => h("button", { onclick }, label);
