import { sourcePath } from "./source_path.ts";

const BUILT_IN = ["Error", "RangeError", "TypeError", "SyntaxError"];

/**
 * Messages say what could not be done: `Cannot <action>: <rule>, got <value>`.
 * `InputError` builds that itself and takes the action alone.
 */
export const errorMessage: Deno.lint.Rule = {
  create(context) {
    if (!/^(lib|scripts|tools)\//.test(sourcePath(context.filename))) return {};
    return {
      NewExpression(node) {
        const { callee, arguments: [first] } = node;
        if (callee.type !== "Identifier" || first === undefined) return;
        const start = literalStart(first);
        if (start === undefined) return;
        if (BUILT_IN.includes(callee.name) && !start.startsWith("Cannot ")) {
          context.report({
            node: first,
            message: 'An error message begins with "Cannot <action>: <rule>"',
          });
        }
        if (
          callee.name === "InputError" &&
          /^(?:Cannot\b|[A-Z][a-z]|$)/.test(start)
        ) {
          context.report({
            node: first,
            message:
              'The action of an InputError is a verb phrase after "Cannot": "read metrics.csv"',
          });
        }
      },
    };
  },
};

/** Gives the text that a message certainly begins with, where that is known. */
function literalStart(node: Deno.lint.Node): string | undefined {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" ? node.value : undefined;
    case "TemplateLiteral": {
      const [quasi] = node.quasis;
      const isWhole = node.expressions.length === 0;
      return quasi?.cooked || isWhole ? quasi?.cooked : undefined;
    }
    case "BinaryExpression":
      return node.operator === "+" ? literalStart(node.left) : undefined;
    default:
      return undefined;
  }
}
