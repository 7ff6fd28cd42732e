import assert from "node:assert/strict";
import {
  markdownCode,
  markdownFence,
} from "@lib/report/markdown/markdown_code.ts";

Deno.test("markdownCode() stays one line of code, whatever is in it", () => {
  assert.equal(markdownCode("cpu-user"), "`cpu-user`");
  assert.equal(markdownCode("a`b``c"), "```a`b``c```");
  assert.equal(markdownCode("`a"), "`` `a ``");
  assert.equal(markdownCode("web\n````\n<b>"), "`````web ```` <b>`````");
});

Deno.test("markdownFence() is closed by nothing in it", () => {
  assert.equal(markdownFence("a\n", "markdown"), "```markdown\na\n```");
  const fenced = markdownFence("`````\n<b>\n", "markdown");
  assert.equal(fenced, "``````markdown\n`````\n<b>\n``````");
});
