import assert from "node:assert/strict";
import { join } from "node:path";
import type { Incident } from "@lib/detect/incident.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { incidentSentence } from "@lib/report/incident_sentence.ts";
import { contributionsTable } from "@lib/report/sections/contributions_table.ts";
import { findPython } from "../../tools/notebooks/python_environment.ts";
import { isMissing } from "../requirements.ts";
import { BOUND, NO_DENIALS } from "../support/mounts.ts";
import { runTask, type TaskEnd } from "../support/run_task.ts";
import { writeSyntheticCsv } from "../support/synthetic_csv.ts";

const ignore = await isMissing({
  name: "Python 3.10 with venv",
  isThere: async () => await findPython() !== null,
  get: "`apt-get install python3-venv`",
});

const MINUTE_MS = 60_000;
const FAST = ["--epochs", "4", "--hidden", "8"];

async function postmortem(
  args: readonly string[],
  { cwd, env = {}, under = [] }: {
    readonly cwd: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly under?: readonly string[];
  },
): Promise<TaskEnd> {
  const tool = fromRoot("tools/postmortem.ts");
  const line = [...under, Deno.execPath(), "run", "-q", "-A", tool, ...args];
  const { code, stdout, stderr } = await new Deno.Command(line[0] ?? "", {
    args: line.slice(1),
    cwd: fromRoot("."),
    env: { INIT_CWD: cwd, ...env },
  }).output();
  const decoder = new TextDecoder();
  return {
    code,
    stdout: decoder.decode(stdout).trimEnd().split("\n"),
    stderr: decoder.decode(stderr),
  };
}

Deno.test({
  name: "deno task postmortem tells of the user's own incident",
  ignore,
  fn: async (t) => {
    await using stack = new AsyncDisposableStack();
    const cwd = await Deno.makeTempDir({ prefix: "whenwhy-postmortem-" });
    stack.defer(() => Deno.remove(cwd, { recursive: true }));
    const name = `e2e-${crypto.randomUUID().slice(0, 8)}`;
    const model = fromRoot(`data/models/${name}`);
    stack.defer(() => Deno.remove(model, { recursive: true }).catch(() => {}));
    await writeSyntheticCsv(join(cwd, "web-1.csv"), {
      rows: 1500,
      incident: [1300, 1320],
      time: (row) =>
        new Date(Date.UTC(2026, 0, 1) + row * MINUTE_MS).toISOString(),
    });
    const same = ["--data", "web-1.csv", "--name", name, ...FAST];
    const report = await runTask("report", [...same, "--out", "run"], { cwd });
    assert.equal(report.code, 0, report.stderr);
    const incidents: Incident[] = JSON.parse(
      await Deno.readTextFile(join(cwd, "run", "incidents.json")),
    );
    const worst = incidents.toSorted((one, other) =>
      (other.peakScore ?? 0) - (one.peakScore ?? 0)
    )[0];
    assert.ok(worst);

    await t.step(
      "the one with the highest peak, with the report's numbers",
      async () => {
        const { code, stdout, stderr } = await postmortem(
          [...same, "--out", "pages"],
          { cwd },
        );
        assert.equal(code, 0, stderr);
        assert.match(stderr, /Using the model/, "nothing is learned twice");
        assert.doesNotMatch(stderr, /Replacing/);
        const page = `pages/postmortem-${worst.id}.html`;
        assert.equal(stdout.at(-1), page);
        const html = await Deno.readTextFile(join(cwd, page));
        const number = incidents.indexOf(worst) + 1;
        sayTheSame(html, { incident: worst, number });
        assert.ok(html.split("<svg").length > 5, "charts are missing");
        assert.ok(html.length < 5 * 2 ** 20);
        assert.doesNotMatch(html, /(?:src|href)="(?!#|data:)/);
      },
    );
    await t.step("the one that is asked for, from a saved model", async () => {
      const args = ["--data", "web-1.csv", "--model", name, "--json"];
      // Who holds an older one keeps it whole: a new one is put in its place.
      const older = join(cwd, "asked", `postmortem-${worst.id}`);
      await Deno.mkdir(join(cwd, "asked"));
      for (const ending of ["html", "ipynb"]) {
        await Deno.writeTextFile(`${older}.${ending}`, "older");
        await Deno.link(`${older}.${ending}`, join(cwd, ending));
      }
      const { code, stdout, stderr } = await postmortem(
        [...args, "--incident", worst.id, "--out", "asked"],
        { cwd },
      );
      assert.equal(code, 0, stderr);
      const place = `asked/postmortem-${worst.id}.html`;
      assert.ok(stderr.includes(`Replacing the earlier page ${place}\n`));
      const written = JSON.parse(stdout.join("\n"));
      assert.equal(written.incident, worst.id);
      const text = await Deno.readTextFile(join(cwd, written.notebook));
      assert.ok(text.includes(worst.id));
      for (const ending of ["html", "ipynb"]) {
        assert.equal(await Deno.readTextFile(join(cwd, ending)), "older");
      }
      const left = await Array.fromAsync(Deno.readDir(join(cwd, "asked")));
      assert.equal(
        left.length,
        2,
        left.map(({ name }) =>
          name
        ).join(", "),
      );
    });
    await t.step(
      "an id that there is not is refused with those that there are",
      async () => {
        const elsewhere = "elsewhere-19990101T000000Z";
        const { code, stderr } = await postmortem(
          [...same, "--quiet", "--incident", elsewhere],
          { cwd },
        );
        assert.equal(code, 1);
        assert.match(
          stderr,
          /^Cannot tell of an incident: its id must be one of the scored time, got "elsewhere-19990101T000000Z"; there are [^\n]+\n$/,
        );
        assert.ok(stderr.includes(worst.id));
      },
    );
  },
});

function sayTheSame(
  html: string,
  { incident, number }: {
    readonly incident: Incident;
    readonly number: number;
  },
): void {
  const options = { intervalMs: MINUTE_MS };
  const { rows } = contributionsTable({
    ...{ incident, number, range: { start: 0, end: 0 }, section: null },
    durationMs: 0,
  }, options);
  assert.ok(rows.length > 0);
  const text = html.replace(/<[^>]+>/g, "|").replace(/\|+/g, "|");
  for (const row of rows) {
    const cells = row.map((cell) =>
      typeof cell === "string" ? cell : cell.text
    );
    assert.ok(text.includes(`|${cells.join("|")}|`), cells.join(" | "));
  }
  assert.ok(text.includes(incidentSentence(incident, options)));
}

Deno.test("deno task postmortem looks for its file before it sets up Jupyter", async () => {
  const venv = fromRoot(".venv");
  await Deno.mkdir(venv, { recursive: true });
  // Whoever sets up waits for this lock.
  using lock = await Deno.open(join(venv, "notebooks.lock"), {
    create: true,
    write: true,
  });
  await lock.lock(true);
  const { code, stderr } = await postmortem(["--data", "absent.csv"], {
    cwd: ".",
    under: ["timeout", "30"],
  });
  assert.equal(code, 1, stderr);
  assert.match(stderr, /^Cannot read [^\n]*absent\.csv[^\n]*\n$/);
});

Deno.test("deno task postmortem says which flag it does not know", async () => {
  const { code, stderr } = await postmortem(["--incidnet", "x"], { cwd: "." });
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^Cannot run postmortem: .+ got "--incidnet"; .*--incident.*\n$/,
  );
});

Deno.test({
  name:
    "deno task postmortem writes into a folder that lies in a read-only one",
  ignore: ignore || NO_DENIALS,
  fn: async () => {
    const cwd = await Deno.makeTempDir({ prefix: "whenwhy-postmortem-" });
    const mount = join(cwd, "mount");
    await Deno.mkdir(join(mount, "out"), { recursive: true });
    await Deno.chmod(mount, 0o555);
    try {
      const args = ["--data", "absent.csv", "--out", "mount/out"];
      const { code, stderr } = await postmortem(args, { cwd, under: BOUND });
      assert.equal(code, 1);
      assert.match(stderr, /^Cannot read .*absent\.csv/m);
    } finally {
      await Deno.remove(cwd, { recursive: true });
    }
  },
});
