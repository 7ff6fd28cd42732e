/** Exports have a name, the same wherever they are used. */
export const noDefaultExport: Deno.lint.Rule = {
  create(context) {
    const message = "An export has a name";
    return {
      ExportDefaultDeclaration: (node) => context.report({ node, message }),
      ExportSpecifier(node) {
        const { exported } = node;
        const name = exported.type === "Identifier"
          ? exported.name
          : exported.value;
        if (name === "default") context.report({ node, message });
      },
    };
  },
};
