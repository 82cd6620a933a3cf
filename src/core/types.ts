/**
 * The nouns of the pipeline. Every stage takes and gives these; they know of nothing else.
 *
 *   text -> detect -> Dialect -> locate -> Located (Site[], Model) -> recognise -> Term -> explain -> Explanation -> render
 *
 * All offsets are UTF-16 code units from the start of the document; ranges are half open.
 *
 *   document     a text, and what it is written in
 *   value        what stands in it, as values
 *   model        what it declares, and what is located in it
 *   site         a spot of it
 *   term         what a site names in AWS
 *   explanation  what is said of a term, and of a whole file
 *   concept      a page of the reference
 *   fact         what AWS says of its names
 *   knowledge    where pages and facts are looked up
 */

export type * from "./types/concept.ts";
export type * from "./types/document.ts";
export type * from "./types/explanation.ts";
export type * from "./types/fact.ts";
export type * from "./types/knowledge.ts";
export type * from "./types/model.ts";
export type * from "./types/site.ts";
export type * from "./types/term.ts";
export type * from "./types/value.ts";
