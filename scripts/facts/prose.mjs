/** Documentation text made fit for a hover: clean, in whole sentences, with `code` in backticks and no other mark. */

const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": " " };

/** Links become their text; emphasis, HTML tags and notes' marks go; AWS's stray blanks are closed. */
export function clean(text) {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<a [^>]*>|<\/a>|<\/?(p|b|i|em|strong|ul|ol|li|note|important|br ?\/?)>/gi, " ")
    .replace(/<\/?code>/gi, "`")
    .replace(/``+([^`]+)``+/g, "`$1`")
    .replace(/(^|[\s(])\*\*?([^*`\n]+?)\*\*?(?=[\s.,;:)]|$)/g, "$1$2")
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (entity) => entities[entity])
    .replace(/[ \t]+/g, " ")
    .replace(/ +([.,;:)](\s|$))/g, "$1")
    .replace(/\( +/g, "(")
    .replace(/`https:[^`]*`/g, (address) => address.replace(/ /g, ""))
    .replace(/\.\.(?!\.)/g, ".")
    .trim();
}

const pointer =
  /^(This parameter allows|You can also include any of the following characters|For (more|further|additional|details|information|example templates)|To learn|See |Refer to|Learn more|For a (full|complete|list)|For the valid values|For valid values|The following (is|are|example)|For information)/i;

/** Sentences of one paragraph; a period inside code or a name doesn't end one. */
export function sentences(paragraph) {
  const parts = [];
  let start = 0;
  let code = false;
  for (let i = 0; i < paragraph.length; i++) {
    if (paragraph[i] === "`") code = !code;
    const ends = /[.!?]/.test(paragraph[i]) && /^\s+[A-Z`"(]/.test(paragraph.slice(i + 1, i + 4));
    if (ends && !code && !/\b(e\.g|i\.e|etc|vs|No)$/.test(paragraph.slice(start, i))) {
      parts.push(paragraph.slice(start, i + 1).trim());
      start = i + 1;
    }
  }
  const rest = paragraph.slice(start).trim();
  return rest ? [...parts, rest] : parts;
}

/** Introduces a list that isn't taken along, or repeats what limits and allowed values say. */
const dangling =
  /((the|these) following( [\w']+){0,5}|as follows|following (values|conditions)( apply.*)?|of the following)[.:]$|^The regex pattern|^In addition, it can contain any ASCII|^(Valid|Allowed|Possible) values|^Minimum length:|^For `Length Constraints`|^Example: `?"|^`"\w+":|"\w+":" \w+ "/i;

const isList = (paragraph) => /^([-*•] |\d+\. |\||#|```)/.test(paragraph);

/** The first whole sentences that fit, without "For more information, see ...". */
export function brief(text, most = 300) {
  if (!text) return "";
  const paragraphs = text
    .replace(/\r/g, "")
    .split(/\n\s*\n/)
    .filter((paragraph) => !isList(paragraph.trim()))
    .map((paragraph) => clean(paragraph.replace(/^> ?/gm, "").replace(/\s*\n\s*/g, " ")));
  const all = paragraphs
    .flatMap(sentences)
    .filter((sentence) => !pointer.test(sentence) && !dangling.test(sentence));
  let out = "";
  for (const sentence of all) {
    if (out && out.length + sentence.length + 1 > most) break;
    out += (out ? " " : "") + sentence;
  }
  return closed(cut(out.replace(/[:,]$/, "."), most + 100));
}

/** A text that ran over is cut at a word and says so. */
const cut = (text, most) => (text.length <= most ? text : `${text.slice(0, text.lastIndexOf(" ", most))} …`);

/** Backticks in pairs, a full stop at the end. */
function closed(text) {
  const paired = (text.match(/`/g)?.length ?? 0) % 2 ? text.replaceAll("`", "") : text;
  return paired && !/[.!?…:)`"]$/.test(paired) ? `${paired}.` : paired;
}
