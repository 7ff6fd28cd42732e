import assert from "node:assert/strict";
import { eventQuality } from "@lib/measure/event_quality.ts";

const run = (start: number, end: number) => ({ start, end });
const events = [run(10, 20), run(40, 50), run(80, 81)];
const none = { outages: [], days: 2 };

Deno.test("eventQuality() finds an event where one step is shared, ends excluded", () => {
  const alarms = [run(19, 22), run(50, 52), run(79, 80)];
  assert.deepEqual(eventQuality({ alarms, events, ...none }), {
    eventRecall: 1 / 3,
    falseAlarmsPerDay: 1,
    medianDelaySteps: 9,
  });
});

Deno.test("eventQuality() counts an alarm over two events once, never as false", () => {
  const found = eventQuality({ alarms: [run(5, 45)], events, ...none });
  assert.equal(found.eventRecall, 2 / 3);
  assert.equal(found.falseAlarmsPerDay, 0);
});

Deno.test("eventQuality() measures delay to the first alarm, never below 0, as a median", () => {
  const alarms = [run(8, 12), run(44, 45), run(47, 48), run(80, 90)];
  assert.equal(
    eventQuality({ alarms, events, ...none }).medianDelaySteps,
    0,
  );
  assert.equal(
    eventQuality({ alarms: alarms.slice(0, 3), events, ...none })
      .medianDelaySteps,
    2,
  );
});

Deno.test("eventQuality() takes an outage as a sign, and not as a false alarm", () => {
  const outages = [run(41, 42), run(60, 70)];
  assert.deepEqual(eventQuality({ alarms: [], events, outages, days: 2 }), {
    eventRecall: 1 / 3,
    falseAlarmsPerDay: 0,
    medianDelaySteps: 1,
  });
});

Deno.test("eventQuality() has no recall without events, no delay where none was found", () => {
  const alarms = [run(1, 2)];
  assert.deepEqual(eventQuality({ alarms, events: [], ...none }), {
    eventRecall: null,
    falseAlarmsPerDay: 0.5,
    medianDelaySteps: null,
  });
});

Deno.test("eventQuality() counts the delay from where an alarm has lasted, an outage's from its start", () => {
  const late = { alarms: [run(12, 18)], events: [run(10, 20)], minSteps: 3 };
  assert.equal(eventQuality({ ...late, ...none }).medianDelaySteps, 4);
  const outages = [run(13, 14)];
  assert.equal(eventQuality({ ...late, outages, days: 2 }).medianDelaySteps, 3);
});
