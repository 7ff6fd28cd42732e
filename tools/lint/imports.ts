import { importProblem } from "../house.ts";
import { sourcePath } from "./source_path.ts";

/** Imports follow the ranks and the walls of `tools/house.ts`. */
export const imports: Deno.lint.Rule = {
  create(context) {
    const path = sourcePath(context.filename);
    const check = (node: Deno.lint.Node, specifier: unknown) => {
      if (typeof specifier !== "string") return;
      const message = importProblem(path, specifier);
      if (message !== undefined) {
        context.report({ node, message, hint: "See tools/house.ts" });
      }
    };
    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ImportExpression: (node) =>
        check(node, node.source.type === "Literal" && node.source.value),
      // import("…").Type
      "TSImportType > TSLiteralType > Literal": (node) =>
        check(node, node.value),
    };
  },
};
