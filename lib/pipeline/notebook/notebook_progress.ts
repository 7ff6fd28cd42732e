import { plainText } from "../../frame/plain_text.ts";
import { throwIfInterrupted } from "../base/interrupted.ts";
import type { Progress, ProgressListener } from "../base/progress.ts";
import { htmlAttribute } from "../../report/html/html_text.ts";

/** Redraws closer together than a person reads only cost time. */
const INTERVAL_MS = 250;

/** Of what was said, so many lines stay in sight. */
const MOST_LINES = 12;

const BAR = 24;

/** Tells the runner and the cleaner to leave the output out of what they keep. */
const METADATA = { whenwhy: "progress" };

type At = Extract<Progress, { kind: "at" }>;

/**
 * Shows progress in a notebook, as one output that is redrawn while a cell runs.
 *
 * It is for whoever waits: `deno task notebooks` leaves it out of the page, and
 * the cleaner out of the committed notebook. Where there is no notebook, it does
 * nothing.
 *
 * Interrupting the cell ends the step at its next word of progress, with all
 * that it has written until then.
 *
 * @returns A listener for one run of one step; it throws an `AbortError` where
 *   the cell was interrupted.
 *
 * @example Usage
 * ```ts
 * import { notebookProgress } from "@lib/pipeline/notebook/notebook_progress.ts";
 *
 * const listener = notebookProgress();
 * listener({ kind: "at", stage: "train", done: 0.5, detail: "epoch 5/10" });
 * ```
 */
export function notebookProgress(): ProgressListener {
  const broadcast = findBroadcast();
  if (!broadcast) return () => {};
  const said: string[] = [];
  let at: At | undefined;
  let hasOutput = false;
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent = Promise.resolve();
  const id = crypto.randomUUID();

  const show = () => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    const type = hasOutput ? "update_display_data" : "display_data";
    hasOutput = true;
    const content = {
      data: progressForms(said.slice(-MOST_LINES), at),
      metadata: METADATA,
      transient: { display_id: id },
    };
    // One after the other; a message that is lost is made up for by the next.
    sent = sent.then(() => broadcast(type, content)).catch(() => {});
  };

  return (progress) => {
    throwIfInterrupted();
    if (progress.kind === "said") said.push(progress.text);
    else at = progress;
    const wait = last + INTERVAL_MS - performance.now();
    if (wait <= 0 || progress.kind === "said" || progress.done >= 1) show();
    else timer ??= setTimeout(show, wait);
  };
}

/**
 * Draws progress.
 *
 * @param said What was said, oldest first.
 * @param at What is under way.
 * @returns The same as a page and as text.
 */
export function progressForms(
  said: readonly string[],
  at?: At,
): Readonly<Record<"text/html" | "text/plain", string>> {
  const lines = said.map(plainText);
  const html = lines.map((line) => `<div>${htmlAttribute(line)}</div>`);
  if (at) {
    const { stage, detail } = at;
    const done = Math.min(1, Math.max(0, at.done));
    const filled = Math.round(done * BAR);
    const text = plainText(
      [`${Math.round(done * 100)} %`, detail].filter(Boolean).join(", "),
    );
    const bar = "█".repeat(filled) + "░".repeat(BAR - filled);
    lines.push(`${plainText(stage)} ${bar} ${text}`);
    const label = htmlAttribute(stage);
    html.push(
      `<label>${label} <progress max="1" value="${done.toFixed(3)}">` +
        `</progress> ${htmlAttribute(text)}</label>`,
    );
  }
  return {
    "text/html": `<div style="font-variant-numeric:tabular-nums">${
      html.join("")
    }</div>`,
    "text/plain": lines.join("\n"),
  };
}

/** Outside a notebook's kernel even the look at `Deno.jupyter` may throw. */
function findBroadcast(): typeof Deno.jupyter.broadcast | undefined {
  try {
    return Deno.jupyter?.broadcast;
  } catch {
    return undefined;
  }
}
