import assert from "node:assert/strict";
import { groupedContributions } from "@lib/detect/groups/grouped_contributions.ts";
import { fc } from "../../../support/fast_check.ts";

const member = (
  feature: string,
  share: number,
  group: string | null = null,
  isCause = false,
) => ({ feature, share, group, isCause });

/** Lead, others, share and cause of each group. */
const told = (contributions: ReturnType<typeof member>[]) =>
  groupedContributions(contributions).map((
    { lead, others, share, isCause },
  ) => [lead.feature, others.map(({ feature }) => feature), share, isCause]);

Deno.test("groupedContributions() tells a group once, at the place of the sum of its shares", () => {
  assert.deepEqual(
    told([
      member("cpu-user", 0.4),
      member("load-5m", 0.25, "load-1m", true),
      member("load-1m", 0.25, "load-1m", true),
      member("swap", 0.1),
    ]),
    [
      ["load-5m", ["load-1m"], 0.5, true],
      ["cpu-user", [], 0.4, false],
      ["swap", [], 0.1, false],
    ],
  );
});

Deno.test("groupedContributions() names all whose shares it sums, causes first", () => {
  assert.deepEqual(
    told([
      member("load-5m", 0.5, "load-1m", true),
      member("load-15m", 0.25, "load-1m"),
      member("load-1m", 0.125, "load-1m", true),
    ]),
    [["load-5m", ["load-1m", "load-15m"], 0.875, true]],
  );
});

Deno.test("groupedContributions() tells a group by a cause, where a stronger member is none", () => {
  assert.deepEqual(
    told([
      member("load-5m", 0.5, "load-1m"),
      member("load-15m", 0.25, "load-1m", true),
    ]),
    [["load-15m", ["load-5m"], 0.75, true]],
  );
});

Deno.test("groupedContributions() does not take a lone feature for the group of its name", () => {
  const both = told([
    member("load-1m", 0.5),
    member("load-5m", 0.5, "load-1m"),
  ]);
  assert.equal(both.length, 2);
});

Deno.test("groupedContributions() loses no share and no name, and is by falling share", () => {
  const contributions = fc.array(
    fc.record({
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      isCause: fc.boolean(),
      group: fc.constantFrom(null, "g", "h"),
    }),
    { minLength: 1, maxLength: 12 },
  ).map((parts) =>
    parts.map((part, i) => ({ ...part, feature: String(i) }))
      .sort((a, b) => b.share - a.share)
  );
  fc.assert(fc.property(contributions, (parts) => {
    const groups = groupedContributions(parts);
    const sum = (all: readonly { readonly share: number }[]) =>
      all.reduce((total, { share }) => total + share, 0);
    assert.ok(Math.abs(sum(groups) - sum(parts)) < 1e-9);
    const shares = groups.map(({ share }) => share);
    assert.deepEqual(shares, shares.toSorted((a, b) => b - a));
    for (const { lead, others, share } of groups) {
      assert.ok(Math.abs(sum([lead, ...others]) - share) < 1e-9);
    }
    assert.equal(
      groups.filter(({ isCause }) => isCause).length > 0,
      parts.some(({ isCause }) => isCause),
    );
  }));
});
