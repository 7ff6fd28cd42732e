type AnyParameter = Deno.lint.FunctionDeclaration["params"][number];
type Parameter = Exclude<AnyParameter, Deno.lint.TSParameterProperty>;

const PLAIN_TYPES = ["TSNumberKeyword", "TSStringKeyword", "TSUnionType"];

/**
 * An exported function takes at most two positional parameters and then one
 * options object (or a function, or a value of a type of ours), and no boolean.
 */
export const exportedParameters: Deno.lint.Rule = {
  create(context) {
    const check = (all: readonly AnyParameter[]) => {
      // only constructors have parameter properties
      const params = all.filter((param) =>
        param.type !== "TSParameterProperty"
      );
      const [, , third, fourth] = params;
      if (fourth !== undefined) {
        context.report({
          node: fourth,
          message: "At most two parameters and an options object",
        });
      } else if (third !== undefined && isPlain(third)) {
        context.report({
          node: third,
          message: "A third parameter is an object or a function",
          hint: "Give numbers and texts a name in an options object",
        });
      }
      for (const param of params.filter(isBoolean)) {
        context.report({
          node: param,
          message: "A boolean parameter says nothing where it is called",
          hint: "Make it a named option or a union",
        });
      }
    };
    return {
      "ExportNamedDeclaration > FunctionDeclaration": (
        node: Deno.lint.FunctionDeclaration,
      ) => check(node.params),
      "ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression":
        (node: Deno.lint.ArrowFunctionExpression) => check(node.params),
    };
  },
};

function target(param: Parameter): Deno.lint.Node {
  return param.type === "AssignmentPattern" ? param.left : param;
}

/** Whether a parameter is a number, a text or one of some texts. */
function isPlain(param: Parameter): boolean {
  const node = target(param);
  const type = node.type === "Identifier"
    ? node.typeAnnotation?.typeAnnotation.type
    : undefined;
  return param.type === "AssignmentPattern" && param.right.type === "Literal" ||
    type !== undefined && PLAIN_TYPES.includes(type);
}

function isBoolean(param: Parameter): boolean {
  const node = target(param);
  if (node.type !== "Identifier") return false;
  return node.typeAnnotation?.typeAnnotation.type === "TSBooleanKeyword" ||
    param.type === "AssignmentPattern" && param.right.type === "Literal" &&
      typeof param.right.value === "boolean";
}
