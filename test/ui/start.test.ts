import assert from "node:assert/strict";
import type { Editor } from "./support/editor.ts";
import { openEditor, type Theme } from "./support/open.ts";

describe("the editor with the extension", () => {
  for (const theme of ["light", "dark"] satisfies Theme[]) {
    it(`opens the sample template in a ${theme} theme, and its sidebar from the activity bar`, async () => {
      const editor: Editor = await openEditor("template.yaml", { theme });
      assert.match(await editor.visibleText(), /AWSTemplateFormatVersion/);
      await editor.openSidebar();
      await editor.screenshot(`start-${theme}`);
      await editor.close();
    });
  }
});
