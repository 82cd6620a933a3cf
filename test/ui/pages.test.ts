import assert from "node:assert/strict";
import { openEditor, type Theme } from "./support/open.ts";
import { find, openReference, widen } from "./support/reference.ts";

/** What is typed, the page that it leads to, and how the picture is called in test/screenshots. */
const PAGES = [
  ["which one do I need", "Which one do I need\\?", "which-one"],
  ["user pool or identity pool", "User pool or identity pool", "user-pool-identity-pool"],
  ["permission set", "Permission set", "permission-set"],
  ["compare directory types", "Directory types compared", "directory-types"],
  ["session duration", "Session duration and role chaining", "session-duration"],
  ["service control policy", "Service control policy \\(SCP\\)", "organization-scp"],
] as const;

/** The smallest letters of the pictures on the page, in pixels as they are drawn. */
const smallestLetters = () =>
  Math.min(
    ...[...document.querySelectorAll<SVGTextElement>(".picture svg text")].map((text) => {
      const scale = text.getCTM()?.a ?? 0;
      return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
    }),
  );

describe("the pages' pictures", () => {
  for (const theme of ["light", "dark", "high contrast"] satisfies Theme[])
    it(`can be read at 300 and at 500 pixels (${theme})`, async () => {
      const editor = await openEditor("template.yaml", { theme, width: 1300, height: 1100 });
      const page = await openReference(editor);
      for (const [query, title, name] of PAGES) {
        await find(page, query, title);
        for (const width of [300, 500]) {
          await widen(editor, width);
          const letters = await page.evaluate(smallestLetters);
          assert.ok(letters >= 9.5, `letters of ${letters} pixels on ${title}, ${width} pixels wide`);
          await page.locator(".picture").first().scrollIntoViewIfNeeded();
          const picture = `page-${name}-${width}-${theme.replaceAll(" ", "-")}`;
          await editor.screenshot(picture, editor.page.locator(".part.sidebar"));
        }
      }
      await editor.close();
    });
});
