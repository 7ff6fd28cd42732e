import assert from "node:assert/strict";
import {
  notebookProgress,
  progressForms,
} from "@lib/pipeline/notebook/notebook_progress.ts";

const at = {
  kind: "at",
  stage: "train",
  done: 0.5,
  detail: "epoch 5/10",
} as const;

Deno.test("notebookProgress() does nothing where there is no notebook", () => {
  const listener = notebookProgress();
  listener({ kind: "said", text: "Training" });
  listener(at);
});

Deno.test("progressForms() says the same as a page and as text", () => {
  const forms = progressForms(["Training on 3 metrics"], at);
  assert.equal(
    forms["text/plain"],
    `Training on 3 metrics\ntrain ${"█".repeat(12)}${
      "░".repeat(12)
    } 50 %, epoch 5/10`,
  );
  assert.match(forms["text/html"], /<div>Training on 3 metrics<\/div>/);
  assert.match(
    forms["text/html"],
    /<label>train <progress max="1" value="0\.500"><\/progress> 50 %, epoch 5\/10<\/label>/,
  );
});

Deno.test("progressForms() has no bar before anything is under way, and none beyond its ends", () => {
  assert.equal(progressForms(["one", "two"])["text/plain"], "one\ntwo");
  assert.doesNotMatch(progressForms(["one"])["text/html"], /<progress/);
  for (const [done, percent] of [[-1, "0 %"], [7, "100 %"]] as const) {
    const { "text/plain": text } = progressForms([], { ...at, done });
    assert.ok(text.endsWith(`${percent}, epoch 5/10`), text);
  }
});

Deno.test("progressForms() shows what a metric's name brings as text, on one line", () => {
  const forms = progressForms(['<script>"a"\n&amp;</script>'], {
    ...at,
    stage: "<b>",
    detail: "",
  });
  assert.doesNotMatch(forms["text/html"], /<script|<b>/);
  assert.match(forms["text/html"], /&lt;script&gt;&quot;a&quot; &amp;amp;/);
  assert.equal(forms["text/plain"].split("\n").length, 2);
  assert.ok(forms["text/plain"].endsWith(" 50 %"));
});
