import assert from "node:assert/strict";
import { importsOf } from "./source_files.ts";

Deno.test("importsOf() finds imports of every form", () => {
  const text = [
    'import "./a.ts";',
    'import b from "./b.ts";',
    "import {",
    "  c,",
    '} from "./c.ts";',
    'import type { D } from "./d.ts";',
    'export { e } from "./e.ts";',
    'export * from "./f.ts";',
    'const g = await import("./g.ts");',
    'type H = import("./h.ts").H;',
    'import data from "./i.json" with { type: "json" };',
  ].join("\n");
  assert.deepEqual(importsOf(text), [
    ..."abcdefgh".split("").map((letter) => `./${letter}.ts`),
    "./i.json",
  ]);
});

Deno.test("importsOf() passes over comments, texts and own exports", () => {
  const text = [
    "/**",
    " * @example",
    ' * import { a } from "./a.ts";',
    " */",
    'export const b = "from";',
    '// import "./c.ts";',
    'const glob = "lib/*.ts"; const text = "d */ from";',
    'export function e(): string { return "x"; }',
  ].join("\n");
  assert.deepEqual(importsOf(text), []);
});
