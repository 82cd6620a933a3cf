import { closeHost } from "./open.ts";

/** Mocha runs this once after all files (see test/ui/.mocharc.json). */
export const mochaHooks = {
  async afterAll() {
    await closeHost();
  },
};
