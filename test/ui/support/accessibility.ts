import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame } from "playwright-core";

const axeSource = () => readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong in a webview, each as `rule: help (elements)`; none is good. */
export async function accessibilityProblems(frame: Frame): Promise<string[]> {
  await frame.evaluate(axeSource()); // a script tag would be stopped by the content security policy
  return frame.evaluate(async () => {
    interface Axe {
      run(): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
    }
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((n) => n.html).join(" ; ")})`,
    );
  });
}
