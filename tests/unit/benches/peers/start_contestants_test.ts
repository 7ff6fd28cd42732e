import assert from "node:assert/strict";
import { SHAPES } from "../../../../benches/peers/shapes.ts";
import { startContestants } from "../../../../benches/peers/start_contestants.ts";

const [shape] = SHAPES;

/** A program of three lines: what it is, then what it answers. */
const program = (answer: string) => [
  ...["sh", "-c"],
  `echo version 1; while read question; do echo ${answer}; done`,
];

Deno.test("startContestants() leaves out who does not start, and says so", async () => {
  assert.ok(shape);
  const said: string[] = [];
  const contestants = await startContestants({
    missing: { command: ["/no/such/program"], shape },
    ended: { command: ["sh", "-c", "exit 1"], shape },
    failing: { command: program("no memory"), shape },
    there: { command: program("0.5"), shape },
  }, (line) => said.push(line));
  assert.deepEqual(contestants.map(({ name }) => name), ["there"]);
  assert.deepEqual(said.map((line) => line.split(" ", 1)[0]), [
    ...["missing", "ended", "failing"],
  ]);
  assert.match(said[1] ?? "", /^ended is left out: .*it has ended$/);
  assert.match(said[2] ?? "", /: no memory$/);
  const [there] = contestants;
  assert.equal(await there?.ask("train"), 0.5);
  await there?.end();
});
