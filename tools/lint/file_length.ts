import { MAX_LINES } from "../house.ts";
import { sourcePath } from "./source_path.ts";

/** No file is longer than a reader can hold. */
export const fileLength: Deno.lint.Rule = {
  create(context) {
    const path = sourcePath(context.filename);
    if (!/^(lib|scripts|tools|tests|benches)\//.test(path)) return {};
    return {
      Program() {
        const { text } = context.sourceCode;
        const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
        if (lines <= MAX_LINES) return;
        context.report({
          range: [0, 1],
          message: `${lines} lines; more than ${MAX_LINES} are split`,
        });
      },
    };
  },
};
