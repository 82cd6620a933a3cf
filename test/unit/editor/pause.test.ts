import assert from "node:assert/strict";
import { pauseEvery } from "../../../src/editor/pause.ts";

describe("pauses", () => {
  it("none is due before its time", () => assert.equal(pauseEvery(60_000)(), undefined));

  it("what waits goes first in one that is due", async () => {
    const order: string[] = [];
    setTimeout(() => order.push("what waits"), 0);
    await pauseEvery(0)();
    order.push("on");
    assert.deepEqual(order, ["what waits", "on"]);
  });
});
