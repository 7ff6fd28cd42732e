/**
 * The house's own lint rules.
 *
 * @module
 */
import { errorMessage } from "./lint/error_message.ts";
import { exportedParameters } from "./lint/exported_parameters.ts";
import { fileLength } from "./lint/file_length.ts";
import { imports } from "./lint/imports.ts";
import { noDefaultExport } from "./lint/no_default_export.ts";
import { rim } from "./lint/rim.ts";

const plugin: Deno.lint.Plugin = {
  name: "whenwhy",
  rules: {
    "error-message": errorMessage,
    "exported-parameters": exportedParameters,
    "file-length": fileLength,
    imports,
    "no-default-export": noDefaultExport,
    rim,
  },
};

// deno-lint-ignore whenwhy/no-default-export -- the linter takes a plugin so
export default plugin;
