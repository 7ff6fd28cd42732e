import assert from "node:assert/strict";
import { severitySvg } from "@lib/report/html/severity_svg.ts";

Deno.test("severitySvg() gives each severity a shape of its own, and names none", () => {
  const severities = ["critical", "major", "minor", "outage"] as const;
  const shapes = severities.map((shape) =>
    severitySvg(shape).replace(shape, "")
  );
  assert.equal(new Set(shapes).size, severities.length);
  for (const shape of shapes) assert.match(shape, /aria-hidden="true"/);
});
