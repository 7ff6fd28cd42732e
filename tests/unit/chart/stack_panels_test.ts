import assert from "node:assert/strict";
import { loadPlot } from "@lib/chart/plot.ts";
import { stackPanels } from "@lib/chart/stack_panels.ts";
import { readSvg } from "../../support/read_svg.ts";

Deno.test("stackPanels() puts panels below each other and keeps what they inherit", async () => {
  const runtime = await loadPlot();
  const panel = (height: number) =>
    readSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="${height}" text-anchor="middle" fill="currentColor"><text>${height}</text></svg>`,
    );
  const whole = stackPanels(runtime, [panel(30), panel(50)]);
  assert.equal(whole.getAttribute("viewBox"), "0 0 100 80");
  assert.equal(whole.getAttribute("text-anchor"), "middle");
  assert.equal(whole.getAttribute("fill"), "currentColor");
  const groups = [...whole.children];
  assert.deepEqual(
    groups.map((group) => [group.getAttribute("transform"), group.textContent]),
    [["translate(0,0)", "30"], ["translate(0,30)", "50"]],
  );
});

Deno.test("stackPanels() puts panels in rows", async () => {
  const runtime = await loadPlot();
  const panel = () =>
    readSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="30"/>`,
    );
  const whole = stackPanels(runtime, [panel(), panel(), panel()], {
    ...{ columns: 2, gap: 12 },
  });
  assert.equal(whole.getAttribute("viewBox"), "0 0 212 60");
  assert.deepEqual(
    [...whole.children].map((group) => group.getAttribute("transform")),
    ["translate(0,0)", "translate(112,0)", "translate(0,30)"],
  );
});
