/** What `scripts/compiled-in.mjs` puts into the bundle. Each is parsed on its first call. */
declare module "identity-lens:concepts" {
  const read: () => import("./concepts.ts").ConceptIndex;
  export default read;
}
declare module "identity-lens:names" {
  const read: () => import("./knowledge.ts").NamesIndex;
  export default read;
}
