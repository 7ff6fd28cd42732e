import assert from "node:assert/strict";
import plugin from "../../tools/lint_plugin.ts";

/** A source that a rule is tried on. */
export interface Case {
  /** The file that is linted. */
  readonly file: string;
  /** Its source. */
  readonly source: string;
  /** What the rule says; nothing where the source is right. */
  readonly says?: string;
}

/** Runs one rule alone, so that a case shows what that rule does. */
function findings(rule: string, { file, source }: Case): readonly string[] {
  return Deno.lint.runPlugin(plugin, file, source)
    .filter(({ id }) => id === `whenwhy/${rule}`)
    .map(({ message }) => message);
}

/**
 * Registers a test of one rule.
 *
 * @param rule The rule's name.
 * @param sentence What it does: the rest of the test's name.
 * @param cases Sources, right and wrong.
 */
export function testRule(
  rule: string,
  sentence: string,
  cases: readonly Case[],
): void {
  Deno.test(`whenwhy/${rule} ${sentence}`, () => {
    for (const each of cases) {
      const expected = each.says === undefined ? [] : [each.says];
      assert.deepEqual(findings(rule, each), expected, each.source);
    }
  });
}
