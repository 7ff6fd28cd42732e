import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { NO_CHROMIUM, PROGRAM } from "../support/browser.ts";
import { runTask } from "../support/run_task.ts";
import { writeSyntheticCsv } from "../support/synthetic_csv.ts";

interface Look {
  readonly count: string;
  readonly said: string;
  readonly marks: readonly string[];
  readonly notes: readonly string[];
  readonly signs: readonly string[];
  readonly printed: readonly (string | null)[];
  readonly controls: number;
  readonly undo: boolean;
}

interface Marked {
  readonly seen: Record<string, Look> & { readonly file: string };
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
}

const NOTE =
  '=cmd|"/c calc", <img src=x onerror=alert(1)></script>\nsecond; \u202eline';
const MODEL = `marks-${crypto.randomUUID().slice(0, 8)}`;
const time = (row: number) => String(1.7e9 + row * 60);

async function marked(dir: string, page: string): Promise<Marked> {
  const script = new URL("../support/mark_page.ts", import.meta.url);
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", fileURLToPath(script), PROGRAM, page, dir, NOTE],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  const seen: Marked = JSON.parse(new TextDecoder().decode(stdout));
  return seen;
}

Deno.test(
  "incidents marked in a report's page are kept, travel as labels.csv, and are what evaluate reads",
  {
    ignore: NO_CHROMIUM,
  },
  async (t) => {
    const dir = await Deno.makeTempDir();
    const [train, data] = [join(dir, "train.csv"), join(dir, "web-1.csv")];
    await writeSyntheticCsv(train, { rows: 600, incident: [0, 0], time });
    // A second incident is planted in the text of the first table's end.
    await writeSyntheticCsv(data, {
      rows: 500,
      incident: [200, 215],
      time: (row) => time(2000 + row),
    });
    const lines = (await Deno.readTextFile(data)).split("\n");
    const spiked = lines.map((line, row) =>
      row > 400 && row <= 412 ? line.replace(/^(\d+),[^,]+/, "$1,30") : line
    );
    await Deno.writeTextFile(data, spiked.join("\n"));
    const out = join(dir, "run");
    try {
      const report = await runTask("report", [
        ...["--train", train, "--data", data, "--name", MODEL, "--out", out],
        ...["--epochs", "8", "--hidden", "8"],
      ]);
      assert.equal(report.code, 0, report.stderr);
      const incidents = JSON.parse(
        await Deno.readTextFile(join(out, "incidents.json")),
      );
      assert.equal(incidents.length, 2, "two incidents to mark");
      const page = join(out, "report.html");
      const { seen, complaints, requests } = await marked(dir, page);

      await t.step(
        "nothing is marked at first, and nothing is asked of anybody",
        () => {
          assert.deepEqual(complaints, []);
          assert.deepEqual(
            requests,
            [pathToFileURL(page).href],
          );
          assert.equal(seen.before?.count, "0 of 2 marked");
          assert.deepEqual(seen.before?.marks, ["", ""]);
        },
      );
      await t.step("a reader marks by keyboard and pointer", () => {
        assert.equal(seen.marked?.count, "2 of 2 marked");
        assert.deepEqual(seen.marked?.marks, ["true", "maintenance"]);
        assert.deepEqual(seen.marked?.notes, [NOTE, ""]);
        assert.deepEqual(seen.marked?.signs, ["✓ true", "⚙ maintenance"]);
        assert.equal(seen.marked?.said, "");
      });
      await t.step("marks are there again after a reload", () => {
        assert.deepEqual(seen.reloaded, seen.marked);
      });
      await t.step("on paper they are sentences, and no controls", () => {
        assert.deepEqual(seen.printed?.printed, [
          `Marked by a reader: true (an incident). Note: ${NOTE}`,
          "Marked by a reader: maintenance.",
        ]);
        assert.equal(seen.printed?.controls, 0);
        assert.equal(seen.marked?.controls, 3);
        assert.deepEqual(seen.marked?.printed, [null, null]);
      });
      await t.step("they are cleared, and brought back", () => {
        assert.equal(seen.cleared?.count, "0 of 2 marked");
        assert.ok(seen.cleared?.undo);
        assert.deepEqual(seen.undone?.marks, seen.marked?.marks);
        assert.deepEqual(seen.undone?.notes, seen.marked?.notes);
        assert.equal(seen.undone?.undo, false);
      });
      await t.step("what is marked after that is not undone with it", () => {
        assert.deepEqual(seen.anew?.marks, ["false", ""]);
        assert.deepEqual([seen.anew?.undo, seen.anew?.said], [false, ""]);
      });
      await t.step(
        "another reader loads the file, and a broken one says its line",
        () => {
          assert.equal(seen.elsewhere?.count, "0 of 2 marked");
          assert.equal(seen.loaded?.said, "Loaded 2 marks from labels.csv.");
          assert.deepEqual(seen.loaded?.marks, seen.marked?.marks);
          assert.deepEqual(seen.loaded?.notes, seen.marked?.notes);
          assert.ok(seen.loaded?.undo);
          assert.deepEqual(seen.unloaded, seen.elsewhere);
          assert.equal(
            seen.refused?.said,
            'Cannot read line 2 of broken.csv: mark must be true, false, maintenance or empty, got "<img>"',
          );
          assert.deepEqual(seen.refused?.marks, seen.marked?.marks);
        },
      );
      await t.step(
        "where storage is blocked, marks last as long as the page, and it says so",
        () => {
          assert.equal(seen.blocked?.count, "1 of 2 marked");
          assert.match(
            seen.blocked?.said ?? "",
            /^This browser keeps nothing .* download them\.$/,
          );
        },
      );
      await t.step(
        "another report's marks change none here, the same report's do",
        () => {
          assert.deepEqual(seen.full?.marks, ["false", ""]);
          assert.deepEqual(seen.followed?.marks, ["", "true"]);
        },
      );
      await t.step("deno task evaluate reads what was downloaded", async () => {
        assert.equal(seen.file, "labels.csv");
        const { code, stdout, stderr } = await runTask("evaluate", [
          ...["--data", data, "--model", MODEL, "--json"],
          ...["--labels", join(dir, "labels.csv"), "--out", join(dir, "again")],
        ]);
        assert.equal(code, 0, stderr);
        const { labels } = JSON.parse(stdout.join("\n"));
        assert.deepEqual([labels.events, labels.eventsFound], [1, 1]);
        assert.deepEqual(labels.maintenance, { spans: 1, incidents: 1 });
        const [event] = labels.perEvent;
        assert.equal(event.note, NOTE);
        assert.equal(event.incident, incidents[0].id);
        assert.equal(event.start, incidents[0].start);
        // No causes of the page's own: they would always be right.
        assert.deepEqual([event.features, labels.topCauseOf], [[], 0]);
      });
    } finally {
      await Deno.remove(dir, { recursive: true });
      await Deno.remove(fromRoot(`data/models/${MODEL}`), { recursive: true })
        .catch(() => {});
    }
  },
);
