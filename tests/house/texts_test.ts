import assert from "node:assert/strict";
import { ROOT, sourceFiles } from "./source_files.ts";

const TEXTS = /\.(ts|md|py|json|ipynb|sh)$/;

const inFolders = await sourceFiles(
  ["benches", "docs", "lib", "notebooks", "scripts", "tests", "tools"],
  TEXTS,
);
const atRoot = await Promise.all(
  [...Deno.readDirSync(ROOT)]
    .filter(({ name, isFile }) => isFile && TEXTS.test(name))
    .map(async ({ name }) => ({
      path: name,
      text: await Deno.readTextFile(new URL(name, ROOT)),
    })),
);
const texts = [...inFolders, ...atRoot];

// spelled in parts, so that this file does not find itself
const MACHINE = new RegExp(
  ["/work" + "/", "/root" + "/", "/home" + "/", "registry\\.npmjs" + "\\.org"]
    .join("|"),
);

Deno.test("no text names a folder of one machine or a registry's host", () => {
  const found = texts.filter(({ text }) => MACHINE.test(text));
  assert.deepEqual(found.map(({ path }) => path), []);
});

Deno.test("every link between documents leads to a file", () => {
  const broken = texts
    // A golden one points to files of the run that it would be of.
    .filter(({ path }) => /^(?!tests\/golden\/).*\.md$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)]
        .map(([, link = ""]) => link)
        .filter((link) => !exists(new URL(link, new URL(path, ROOT))))
        .map((link) => `${path}: ${link}`)
    );
  assert.deepEqual(broken, []);
});

Deno.test("an ADR is numbered once, titled, and short enough to be read", () => {
  const records = texts.filter(({ path }) => path.startsWith("docs/adr/"));
  const numbers = records.map(({ path }) => path.slice(9, 13));
  assert.deepEqual(numbers, [...new Set(numbers)]);
  for (const { path, text } of records) {
    assert.match(text, new RegExp(`^# ${Number(path.slice(9, 13))}\\. `), path);
    assert.ok(text.split("\n").length - 1 <= 40, `${path} is over 40 lines`);
  }
});

function exists(url: URL): boolean {
  try {
    return Deno.statSync(url) !== undefined;
  } catch {
    return false;
  }
}
