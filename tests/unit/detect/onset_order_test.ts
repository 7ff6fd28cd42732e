import assert from "node:assert/strict";
import {
  onsetOrder,
  type OrderedContribution,
} from "@lib/detect/onset_order.ts";

const at = (time: string) => `2026-03-01T${time}Z`;

const cause = (
  feature: string,
  onset: string | null,
  changes: Partial<OrderedContribution> = {},
): OrderedContribution => ({
  feature,
  share: 0.2,
  isCause: true,
  group: null,
  direction: "high",
  onset: onset === null ? null : at(onset),
  ...changes,
});

/** After, lead and names of each step. */
const told = (...contributions: OrderedContribution[]) =>
  onsetOrder({ kind: "anomaly", start: at("10:01:00"), contributions }).map((
    { afterMs, leadMs, signals },
  ) => [
    afterMs / 1000,
    leadMs / 1000,
    signals.map((signal) =>
      [signal, ...signal.others].map(({ feature }) => feature).join("+")
    ),
  ]);

Deno.test("onsetOrder() is by time, with lead times before the alarm", () => {
  assert.deepEqual(
    told(
      cause("late", "10:01:20"),
      cause("first", "10:00:00"),
      cause("second", "10:00:40"),
    ),
    [
      [0, 60, ["first"]],
      [40, 20, ["second"]],
      [80, -20, ["late"]],
    ],
  );
});

Deno.test("onsetOrder() keeps together what left at the same step, by share", () => {
  assert.deepEqual(
    told(cause("large", "10:00:00"), cause("small", "10:00:00")),
    [[0, 60, ["large", "small"]]],
  );
});

Deno.test("onsetOrder() tells a group by the member that left first", () => {
  const load = { group: "load-1m" };
  const [only] = onsetOrder({
    kind: "anomaly",
    start: at("10:01:00"),
    contributions: [
      cause("load-5m", "10:00:40", load),
      cause("load-1m", "10:00:00", { ...load, direction: "low" }),
      cause("load-15m", null, load),
    ],
  });
  assert.deepEqual(only, {
    ms: Date.parse(at("10:00:00")),
    afterMs: 0,
    leadMs: 60_000,
    signals: [{
      ...{ feature: "load-1m", direction: "low" },
      others: [{ feature: "load-5m", direction: "high" }],
    }],
  });
});

Deno.test("onsetOrder() of a group whose members left at one step begins with the strongest", () => {
  const load = { group: "load-1m" };
  assert.deepEqual(
    told(
      cause("load-5m", "10:00:00", load),
      cause("load-1m", "10:00:00", load),
    ),
    [[0, 60, ["load-5m+load-1m"]]],
  );
});

Deno.test("onsetOrder() knows no order without a cause that left its band", () => {
  assert.deepEqual(told(), []);
  assert.deepEqual(
    told(cause("a", "10:00:00", { isCause: false }), cause("b", null)),
    [],
  );
});

Deno.test("onsetOrder() of an outage is none", () => {
  const contributions = [cause("server-up", "10:01:00")];
  const start = at("10:01:00");
  assert.deepEqual(onsetOrder({ kind: "outage", start, contributions }), []);
});
