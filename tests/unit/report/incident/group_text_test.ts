import assert from "node:assert/strict";
import type { Contribution } from "@lib/detect/incident.ts";
import {
  groupName,
  groupText,
  movesWithText,
  shareList,
  sidesText,
} from "@lib/report/incident/group_text.ts";

const part = (feature: string, share: number, group: string | null) =>
  ({
    ...{ feature, share, group, unit: "", isCause: share > 0.3 },
    ...{ actual: 1, expected: 0, band: [0, 0], direction: "high", onset: null },
  }) satisfies Contribution;

Deno.test("groupText() names three of those that move with a metric", () => {
  assert.equal(groupText("a", []), "a");
  assert.equal(groupText("a", ["b", "c"]), "a (with b, c)");
  assert.equal(
    groupText("a", ["b", "c", "d", "e", "f"]),
    "a (with b, c, d and 2 more)",
  );
});

Deno.test("groupText() writes names on one line", () => {
  const text = groupText("a\nb", ["c\nd"]);
  assert.doesNotMatch(text, /\n/);
});

Deno.test("sidesText() tells a member that left its band on the other side by name", () => {
  const lead = part("a", 0.5, "a");
  const below = { ...part("b", 0.4, "a"), direction: "low" as const };
  const quiet = { ...below, feature: "c", isCause: false };
  assert.equal(sidesText({ lead, others: [part("d", 0.4, "a")] }), "above");
  assert.equal(sidesText({ lead, others: [below, quiet] }), "above (b below)");
  assert.equal(
    sidesText({ lead: { ...lead, isCause: false }, others: [quiet] }),
    "above",
  );
});

Deno.test("groupName() names only members that left their bands, movesWithText() the others", () => {
  const lead = part("a", 0.5, "a");
  const others = [part("b", 0.4, "a"), part("c", 0.1, "a")];
  assert.equal(groupName({ lead, others }), "a (with b)");
  assert.equal(movesWithText({ others }), "moves with c");
  assert.equal(movesWithText({ others: others.slice(0, 1) }), "");
});

Deno.test("shareList() is by the figure that it shows", () => {
  assert.equal(
    shareList([
      part("cpu-user", 0.29, null),
      part("load-1m", 0.2, "load-1m"),
      part("load-5m", 0.18, "load-1m"),
    ]),
    "load-1m 38 %, cpu-user 29 %",
  );
});

Deno.test("shareList() lists what moves together once, with all its share", () => {
  const contributions = [
    part("load-1m", 0.4, "load-1m"),
    part("load-5m", 0.31, "load-1m"),
    part("cpu-user", 0.2, null),
    part("load-15m", 0.05, "load-1m"),
    part("c", 0.03, null),
    part("d", 0.01, null),
  ];
  assert.equal(
    shareList(contributions),
    "● load-1m (with load-5m) 76 %, cpu-user 20 %, c 3.0 %",
  );
  assert.equal(
    shareList(contributions, { most: 1 }),
    "● load-1m (with load-5m) 76 %",
  );
});
