import assert from "node:assert/strict";
import {
  type MarkedPage,
  marksFromCsv,
  marksToCsv,
} from "@lib/report/page/marks/marks_csv.ts";
import {
  markOfIncident,
  NO_MARKS,
  withMark,
} from "@lib/report/page/marks/page_marks.ts";

const incident = (number: number, minute: number) => ({
  id: `web-${number}`,
  number,
  section: `incident-${number}`,
  kind: "anomaly" as const,
  start: new Date(minute * 60_000).toISOString(),
  end: new Date((minute + 5) * 60_000).toISOString(),
  signals: ["cpu-user", "load-1m"],
});

const page: MarkedPage = {
  host: "web",
  incidents: [incident(1, 10), incident(2, 60), incident(3, 90)],
  marks: { key: "k", times: "instants" },
};
const marks = withMark(
  withMark(NO_MARKS, "web-2", { mark: "false", note: " a job\n" }),
  "web-1",
  { mark: null, note: "not sure yet" },
);

Deno.test("marksToCsv() writes marked incidents with span and host, no causes that nobody named, and no note without a mark", () => {
  assert.equal(
    marksToCsv(marks, page),
    "start,end,features,mark,host,note\n" +
      "1970-01-01T01:00:00Z,1970-01-01T01:05:00Z,,false,web,a job\n",
  );
});

Deno.test("marksToCsv() writes seconds for a table that nobody placed in time, and reads them back", () => {
  const unplaced = {
    ...page,
    marks: { ...page.marks, times: "seconds" },
  } as const;
  const text = marksToCsv(marks, unplaced);
  assert.match(text, /^3600,3900,/m);
  const file = { name: "labels.csv", text };
  const loaded = marksFromCsv(NO_MARKS, unplaced, file);
  const { mark, note } = markOfIncident(loaded.marks, "web-2");
  assert.deepEqual([mark, note], ["false", "a job"]);
  assert.throws(
    () => marksFromCsv(NO_MARKS, page, file),
    /labels must have absolute times as the data has/,
  );
});

Deno.test("marksFromCsv() marks incidents, and keeps labels of other times and hosts for the file that is written", () => {
  const text = [
    "start,end,mark,host,note",
    "1970-01-01T00:10:00Z,1970-01-01T00:15:00Z,,,mine",
    "1970-01-01T01:00:00Z,1970-01-01T01:05:00Z,true,db,of another host",
    "1970-01-01T05:00:00Z,1970-01-01T05:05:00Z,maintenance,web,at another time",
    "",
  ].join("\n");
  const once = marksFromCsv(marks, page, { name: "labels.csv", text });
  assert.deepEqual([once.found, once.others], [1, 2]);
  const all = marksFromCsv(once.marks, page, { name: "labels.csv", text });
  assert.equal(all.marks.others.length, 2, "loaded twice, kept once");
  const { mark, note } = markOfIncident(all.marks, "web-1");
  assert.deepEqual([mark, note], ["true", "mine"]);
  assert.equal(markOfIncident(all.marks, "web-2").mark, "false");
  const lines = marksToCsv(all.marks, page).trimEnd().split("\n");
  assert.equal(lines.length, 1 + 4);
  assert.ok(lines.some((line) => line.endsWith(",true,db,of another host")));
});

Deno.test("marksFromCsv() marks what a label touches, one incident a label, and the label keeps its span and stays of every host, whatever a reader says of the incident", () => {
  const at = (minute: number) => new Date(minute * 60_000).toISOString();
  const text = [
    "start,end,features,mark",
    `${at(8)},${at(13)},disk-io,maintenance`, // begins before incident 1
    `${at(64)},${at(91)},,false`, // touches 2 and 3, equally long
    `${at(66)},${at(70)},,true`, // touches none
    "",
  ].join("\n");
  const file = { name: "labels.csv", text };
  const { marks, found, others } = marksFromCsv(NO_MARKS, page, file);
  assert.deepEqual([found, others], [2, 1]);
  assert.equal(markOfIncident(marks, "web-1").mark, "maintenance");
  assert.equal(markOfIncident(marks, "web-2").mark, "false");
  assert.equal(markOfIncident(marks, "web-3").mark, null);
  const changed = withMark(marks, "web-1", { mark: "true", note: "after all" });
  const short = (minute: number) => at(minute).replace(".000", "");
  assert.deepEqual(marksToCsv(changed, page).trimEnd().split("\n").slice(1), [
    `${short(8)},${short(13)},disk-io,maintenance,,`,
    `${short(10)},${short(15)},,true,web,after all`,
    `${short(64)},${short(91)},,false,,`,
    `${short(66)},${short(70)},,true,,`,
  ]);
});

/** A page's labels, from lines without the first. */
function load(before: typeof marks, lines: readonly string[]) {
  const text = ["start,end,features,mark,host,note", ...lines, ""].join("\n");
  return marksFromCsv(before, page, { name: "labels.csv", text }).marks;
}

/** The lines that a page writes, without the first. */
const written = (now: typeof marks) =>
  marksToCsv(now, page).trimEnd().split("\n").slice(1);

const WEEK =
  "1970-01-01T00:00:00Z,1970-01-08T00:00:00Z,,maintenance,,moving house";
const FIRST = "1970-01-01T00:10:00Z,1970-01-01T00:15:00Z,,true,web,";

Deno.test("a mark that a reader changes is of the incident alone, not of the label that was loaded", () => {
  const loaded = load(NO_MARKS, [WEEK]);
  assert.equal(markOfIncident(loaded, "web-1").mark, "maintenance");
  assert.deepEqual(written(loaded), [WEEK]);
  const changed = withMark(loaded, "web-1", { mark: "true", note: "" });
  assert.deepEqual(written(changed), [WEEK, FIRST]);
  const back = withMark(changed, "web-1", {
    mark: "maintenance",
    note: "moving house",
  });
  assert.deepEqual(written(back), [WEEK], "as if it had not been changed");
  const unmarked = withMark(loaded, "web-1", { mark: null, note: "" });
  assert.deepEqual(written(unmarked), [WEEK], "of the week all the same");
});

Deno.test("a label of one incident alone is replaced by what a reader says of it", () => {
  const loaded = load(NO_MARKS, [FIRST]);
  const changed = withMark(loaded, "web-1", { mark: "false", note: "" });
  assert.deepEqual(written(changed), [FIRST.replace("true", "false")]);
  const unmarked = withMark(loaded, "web-1", { mark: null, note: "" });
  assert.deepEqual(written(unmarked), []);

  const named = FIRST.replace(",,true", ",disk-io,true");
  const other = { mark: "false", note: "" } as const;
  assert.deepEqual(
    written(withMark(load(NO_MARKS, [named]), "web-1", other)),
    [named.replace("true", "false")],
    "with the causes that a person named",
  );
});

Deno.test("a changed mark and the label that it left are read back as they were", () => {
  const near = "1970-01-01T00:08:00Z,1970-01-01T00:13:00Z,,maintenance,,";
  for (const label of [near, WEEK]) {
    const changed = withMark(load(NO_MARKS, [label]), "web-1", {
      mark: "true",
      note: "",
    });
    const again = load(NO_MARKS, written(changed));
    assert.equal(markOfIncident(again, "web-1").mark, "true", label);
    assert.deepEqual(written(again).sort(), written(changed).sort());
    const twice = load(again, written(changed));
    assert.deepEqual(written(twice).sort(), written(changed).sort());
  }
});

Deno.test("a label that a file put on an incident stays when another file puts its own there", () => {
  const both = load(load(NO_MARKS, [WEEK]), [FIRST]);
  assert.equal(markOfIncident(both, "web-1").mark, "true");
  assert.deepEqual(written(both), [WEEK, FIRST]);
});

Deno.test("two labels of one span that say different things are both kept", () => {
  const span = "1970-01-01T05:00:00Z,1970-01-01T05:05:00Z";
  const lines = [
    `${span},disk-io,true,,a`,
    `${span},net-rx,true,,a`,
    `${span},disk-io,false,,a`,
    `${span},disk-io,true,,b`,
  ];
  assert.deepEqual(written(load(load(NO_MARKS, lines), lines)), lines);
});
