/**
 * Stands in the bundle for two packages of markdown-it's, a tenth of all that is loaded with the first page or hover:
 * nothing in a page links itself, and the check of the pages lets in no entity.
 */
export class LinkifyIt {}

export const decodeHTMLStrict = (text: string): string => text;
