import assert from "node:assert/strict";
import { openEditor, type Theme } from "./support/open.ts";

describe("hover, as a person sees it", () => {
  for (const theme of ["light", "dark"] satisfies Theme[])
    it(`says what a user pool is (${theme})`, async () => {
      const editor = await openEditor("template.yaml", { theme });
      const hover = await editor.hoverWord("AWS::Cognito::UserPool");
      assert.match((await hover.textContent()) ?? "", /user pool/i);
      await editor.screenshot(`hover-${theme}`);
      await editor.close();
    });

  it("says nothing in a file of Kubernetes", async () => {
    const editor = await openEditor("kubernetes.yaml");
    assert.equal(await editor.silentOn("AWS::Cognito::UserPool"), undefined);
    await editor.close();
  });

  it("finds a word that is far down", async () => {
    const editor = await openEditor("template.yaml");
    const hover = await editor.hoverWord("AWS::DirectoryService::MicrosoftAD");
    assert.match((await hover.textContent()) ?? "", /active directory/i);
    await editor.close();
  });
});
