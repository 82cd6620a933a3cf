/** The index of `media/concepts`, put into the bundle by `scripts/pages/plugin.mjs`. */
declare module "identity-lens:concepts" {
  const index: import("./concepts.ts").ConceptIndex;
  export default index;
}
