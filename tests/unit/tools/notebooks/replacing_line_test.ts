import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { replacingLine } from "../../../../tools/notebooks/replacing_line.ts";
import { inTemp } from "../../../support/temp_folder.ts";

Deno.test("replacingLine() tells of earlier pages in one line, and of none where there is none", () =>
  inTemp(async (dir) => {
    const pages = ["1.html", "2.html", "3.html"].map((name) => join(dir, name));
    const line = () => replacingLine(pages, (path) => basename(path));
    assert.equal(await line(), undefined);
    await Deno.writeTextFile(join(dir, "2.html"), "");
    assert.equal(await line(), "Replacing the earlier page 2.html");
    await Deno.writeTextFile(join(dir, "3.html"), "");
    assert.equal(await line(), `Replacing 2 earlier pages in ${basename(dir)}`);
  }));
