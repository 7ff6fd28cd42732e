import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import {
  bundleModule,
  bundleScript,
  CLIENT_BUNDLES,
} from "../../../tools/client_bundles.ts";
import { isMissing } from "../../requirements.ts";

const ignore = await isMissing({
  name: "the bundler that Deno loads at its first use",
  isThere: async () => {
    try {
      return await bundleScript("lib/chart/script/append_svg.ts") !== undefined;
    } catch {
      return false;
    }
  },
  get: "`deno task build:client`, once with npm within reach",
});

for (const bundle of CLIENT_BUNDLES) {
  Deno.test(`${bundle.path} is what \`deno task build:client\` makes`, {
    ignore,
  }, async () => {
    const committed = await Deno.readTextFile(fromRoot(bundle.path));
    assert.equal(committed, await bundleModule(bundle));
  });
}

for (const text of ["</script ", "<!--", "a<SCRIPT>"]) {
  Deno.test(`bundleScript() lets no ${text} into a page`, {
    ignore,
  }, async () => {
    const folder = await Deno.makeTempDir();
    try {
      const entry = join(folder, "main.ts");
      await Deno.writeTextFile(entry, `document.title = "${text}";`);
      const script = await bundleScript(entry).catch(({ message }) => message);
      // The bundler itself writes the first one with a backslash.
      assert.match(script, /^Cannot put .* into a page|<\\\/script/);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}
