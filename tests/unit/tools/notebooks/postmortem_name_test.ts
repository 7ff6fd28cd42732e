import assert from "node:assert/strict";
import { postmortemName } from "../../../../tools/notebooks/postmortem_name.ts";

const TIME = "20261122T140200Z";

Deno.test("postmortemName() is the id where a file can have it as its name", () => {
  assert.equal(postmortemName(`web-1-${TIME}`), `postmortem-web-1-${TIME}`);
});

Deno.test("postmortemName() keeps incidents of different hosts apart", () => {
  const long = "x".repeat(100);
  const hosts = ["a:b", "a/b", "a b", "a-b", "../a-b", `${long}1`, `${long}2`];
  const names = hosts.map((host) => postmortemName(`${host}-${TIME}`));
  assert.equal(new Set(names).size, hosts.length, names.join("\n"));
  for (const name of names) assert.match(name, /^postmortem-[\w.-]+$/);
  assert.deepEqual(names, hosts.map((h) => postmortemName(`${h}-${TIME}`)));
});
