import type { Editor } from "./support/editor.ts";
import { openEditor } from "./support/open.ts";

/** Hovers a word, holds what it says against words that must be in it, and keeps the picture. */
async function says(editor: Editor, word: string, words: RegExp, picture: string): Promise<void> {
  const hover = await editor.hoverWord(word);
  await hover.filter({ hasText: words }).waitFor();
  await editor.screenshot(picture);
}

describe("what this use means, on the page", () => {
  it("reads a template's roles, pools and permission sets out", async () => {
    const editor = await openEditor("template.yaml", { theme: "dark" });
    await says(editor, "DeployRole", /GitHub repository/, "reading-github-role");
    await says(editor, "PartnerRole", /external ID/, "reading-cross-account-role");
    await says(editor, "VisitorRoles", /guests get the role GuestRole/, "reading-identity-pool");
    await says(editor, "DeveloperAccess", /8 hours/, "reading-permission-set");
    await editor.close();
  });

  it("reads CDK source out, beside what TypeScript itself says", async () => {
    const editor = await openEditor("cdk/identity-stack.ts", { theme: "light" });
    await says(editor, "UserPool", /directory of your app's users/, "hover-cdk-beside-typescript");
    await says(editor, "partner.", /external ID/, "reading-cdk-role");
    await editor.close();
  });
});
