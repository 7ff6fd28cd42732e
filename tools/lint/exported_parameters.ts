type WithParameters =
  | Deno.lint.FunctionDeclaration
  | Deno.lint.ArrowFunctionExpression;
type Parameter = Exclude<
  WithParameters["params"][number],
  Deno.lint.TSParameterProperty
>;

const PLAIN_TYPES = ["TSNumberKeyword", "TSStringKeyword", "TSUnionType"];

/**
 * An exported function takes at most two positional parameters and then one
 * options object (or a function, or a value of a type of ours), and no boolean.
 */
export const exportedParameters: Deno.lint.Rule = {
  create(context) {
    // reported where the function begins, where an ignore would stand
    const check = (node: WithParameters) => {
      // only constructors have parameter properties
      const params = node.params.filter((param) =>
        param.type !== "TSParameterProperty"
      );
      const [, , third, fourth] = params;
      if (fourth !== undefined) {
        context.report({
          node,
          message: "At most two parameters and an options object",
        });
      } else if (third !== undefined && isPlain(third)) {
        context.report({
          node,
          message: "A third parameter is an object or a function",
          hint: "Give numbers and texts a name in an options object",
        });
      }
      if (params.some(isBoolean)) {
        context.report({
          node,
          message: "A boolean parameter says nothing where it is called",
          hint: "Make it a named option or a union",
        });
      }
    };
    return {
      "ExportNamedDeclaration > FunctionDeclaration": check,
      "ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression":
        check,
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
