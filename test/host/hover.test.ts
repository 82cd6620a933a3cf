import { equal, ok } from "./support/assert.ts";
import { edit, hoverOn, openFile } from "./support/documents.ts";
import { jsonTemplate, strangers, words, yamlTemplate } from "./support/samples.ts";

const templates = [
  { name: "template.yaml", text: yamlTemplate },
  { name: "template.json", text: jsonTemplate },
];

describe("hover", () => {
  for (const { name, text } of templates) {
    for (const [word, answer] of words) {
      it(`explains ${word} in ${name}, over exactly that word`, async () => {
        const document = await openFile(name, text);
        const hover = await hoverOn(document, word);
        ok(hover, `silent on ${word}`);
        ok(answer.test(hover.text), `${answer} is not in: ${hover.text}`);
        ok(
          hover.text.includes("https://docs.aws.amazon.com/"),
          `no link to AWS documentation in: ${hover.text}`,
        );
        equal(hover.range && document.getText(hover.range), word, "the range");
        ok(hover.text.trim().split("\n").length < 15, `too long: ${hover.text}`);
      });
    }
  }

  for (const { name, text } of strangers) {
    it(`is silent in ${name}`, async () => {
      const document = await openFile(name, text);
      for (const [word] of words) equal((await hoverOn(document, word))?.text, undefined, word);
    });
  }

  it("follows the text as it is edited", async () => {
    const document = await openFile("template.yaml", yamlTemplate);
    ok(await hoverOn(document, "AWS::Cognito::UserPool"), "silent before the edit");
    await edit(document, "AWS::Cognito::UserPool", "AWS::SSO::PermissionSet");
    const hover = await hoverOn(document, "AWS::SSO::PermissionSet");
    ok(hover && /permission set/i.test(hover.text), `after the edit: ${hover?.text}`);
  });
});
