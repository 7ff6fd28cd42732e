import assert from "node:assert/strict";
import { join } from "node:path";
import {
  foreignParts,
  renderMarkdown,
  trackerSigns,
} from "./rendered_markdown.ts";

/**
 * Checks the postmortem of a run that a task has written: its chapters, that it
 * tells of the run's incidents and has the whole hashes of its files, that each
 * link leads to a file of the run, and that names are text.
 *
 * @param folder The run's folder.
 */
export async function assertPostmortem(folder: string): Promise<void> {
  const read = (name: string) => Deno.readTextFile(join(folder, name));
  const text = await read("postmortem.md");
  const document = renderMarkdown(text);
  assert.deepEqual(
    [...document.querySelectorAll("h2")].map(({ textContent }) => textContent),
    [
      ...["Summary", "Impact", "Detection and delay", "Timeline"],
      ...["Contributing signals", "Recovery", "What we could not see"],
      "Supporting information",
    ],
  );
  assert.deepEqual(foreignParts(document), []);
  assert.deepEqual(trackerSigns(document), []);
  const said = document.body.textContent.replaceAll("\u2060", "");
  const { inputs, command } = JSON.parse(await read("run.json"));
  const incidents = JSON.parse(await read("incidents.json"));
  for (const { sha256 } of inputs) assert.ok(said.includes(sha256), sha256);
  for (const { id } of incidents) assert.ok(said.includes(id), id);
  assert.ok(said.includes(command));
  const { host } = JSON.parse(await read("evaluation.json"));
  assert.ok(said.trim().startsWith(`Postmortem: ${host}, `), host);
  const targets = [...document.querySelectorAll("a, img")]
    .map((element) =>
      element.getAttribute("href") ?? element.getAttribute("src") ?? ""
    );
  assert.ok(targets.includes("figures/score.png"));
  for (const target of targets) {
    await Deno.stat(join(folder, target));
  }
}
