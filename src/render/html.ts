import type { Rich } from "../core/types.ts";

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** Words as HTML that shows exactly those words. */
export const richHtml = (rich: Rich): string =>
  rich
    .map(({ text, style }) => {
      const safe = escapeHtml(text);
      return style === undefined
        ? safe
        : style === "code"
          ? `<code>${breakable(text)}</code>`
          : `<strong>${safe}</strong>`;
    })
    .join("");

/** A link to a page of the reference; the view's script follows it. */
export const pageLink = (id: string, title: string): string =>
  `<a href="#" data-page="${escapeHtml(id)}">${escapeHtml(title)}</a>`;

/** A name in pieces: between them, at its capitals and separators, a narrow view may break it. */
export const piecesOf = (name: string): readonly string[] =>
  name.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[:./_])(?=\w)/);

/** A name that breaks between its pieces only. */
export const breakable = (name: string): string => piecesOf(name).map(escapeHtml).join("<wbr>");
