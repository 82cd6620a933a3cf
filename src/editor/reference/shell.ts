import { escapeHtml } from "../../render/html.ts";
import type { FirstPage, PageWords } from "./protocol.ts";

interface Shell {
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  readonly language: string;
  readonly words: PageWords;
  readonly first: FirstPage | undefined;
}

/** The empty page: its bar, its regions, and a policy that lets in our own script and style and nothing else. */
export function shell({ cspSource, script, style, language, words, first }: Shell): string {
  const nonce = randomNonce();
  const label = (word: keyof PageWords) => `aria-label="${escapeHtml(words[word])}"`;
  const named = (word: keyof PageWords) => `${label(word)} title="${escapeHtml(words[word])}"`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}';">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(style)}">
<title>AWS identity reference</title>
</head>
<body hidden data-words="${escapeHtml(JSON.stringify(words))}" data-first="${escapeHtml(JSON.stringify(first ?? null))}">
<div id="bar">
<header>
<button class="icon" id="back" ${named("back")}>${icon("M10 3 5 8l5 5")}</button>
<button class="icon" id="forward" ${named("forward")}>${icon("M6 3l5 5-5 5")}</button>
<button class="icon" id="home" ${named("home")}>${icon("M2.5 8 8 3l5.5 5M4 7v6h8V7")}</button>
<input id="search" type="search" role="combobox" ${label("search")} aria-expanded="false" aria-controls="results" aria-autocomplete="list" placeholder="${escapeHtml(words.search)}" autocomplete="off" spellcheck="false">
<div id="results" role="listbox" ${label("results")} hidden></div>
</header>
<div id="find" role="search" ${label("find")} hidden>
<input id="find-text" ${label("find")} placeholder="${escapeHtml(words.find)}" autocomplete="off" spellcheck="false">
<span id="find-count" role="status"></span>
<button class="icon" id="find-close" ${named("closeFind")}>${icon("M4 4l8 8M12 4l-8 8")}</button>
</div>
<aside id="head" ${label("underCursor")} tabindex="0" hidden></aside>
</div>
<main id="page"></main>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>`;
}

const icon = (path: string): string =>
  `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}"/></svg>`;

/** Unguessable, for one load of the page. */
function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
