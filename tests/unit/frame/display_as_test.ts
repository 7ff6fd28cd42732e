import assert from "node:assert/strict";
import { displayAs } from "@lib/frame/display_as.ts";

Deno.test("displayAs() shows a value in a notebook and nowhere else", () => {
  const value = displayAs({ a: 1 }, () => ({ "text/plain": "one" }));
  const forms = Reflect.get(value, Symbol.for("Jupyter.display"))();
  assert.deepEqual(forms, { "text/plain": "one" });
  assert.deepEqual(value, { a: 1 });
  assert.equal(JSON.stringify(value), '{"a":1}');
  assert.deepEqual(Object.getOwnPropertySymbols({ ...value }), []);
});

Deno.test("displayAs() again replaces what was shown", () => {
  const value = displayAs([1], () => ({ "text/plain": "old" }));
  displayAs(value, () => ({ "text/plain": "new" }));
  const forms = Reflect.get(value, Symbol.for("Jupyter.display"))();
  assert.equal(forms["text/plain"], "new");
});
