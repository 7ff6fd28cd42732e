import { testRule } from "./rule_cases.ts";

testRule("rim", "keeps files, clock, chance and console out", [
  { file: "lib/frame/a.ts", source: "new Date(0); Math.max(1, 2);" },
  { file: "lib/pipeline/a.ts", source: "Deno.readFile(x); Date.now();" },
  { file: "lib/pipeline/a.ts", source: "crypto.randomUUID();" },
  { file: "tools/a.ts", source: "Math.random(); console.log(1);" },
  {
    file: "lib/frame/a.ts",
    source: "await Deno.readTextFile(path);",
    says: "Deno.readTextFile may not be used in frame",
  },
  {
    file: "lib/detect/a.ts",
    source: "const now = Date.now();",
    says: "Date.now may not be used in detect",
  },
  {
    file: "lib/chart/a.ts",
    source: "const now = new Date();",
    says: "new Date() without a time may not be used in chart",
  },
  {
    file: "lib/measure/a.ts",
    source: "await fetch(address);",
    says: "fetch may not be used in measure",
  },
  {
    file: "lib/measure/a.ts",
    source: "globalThis.Deno.env;",
    says: "Deno.env may not be used in measure",
  },
  {
    file: "lib/model/a.ts",
    source: "const weight = Math.random();",
    says: "Math.random may not be used in model",
  },
  {
    file: "lib/pipeline/a.ts",
    source: 'console.log("done");',
    says: "console.log may not be used in pipeline",
  },
]);

const CANNOT = 'An error message begins with "Cannot <action>: <rule>"';
const ACTION =
  'The action of an InputError is a verb phrase after "Cannot": "read metrics.csv"';

testRule("error-message", "wants Cannot and the action", [
  { file: "lib/a.ts", source: 'throw new RangeError("Cannot cut: no rows");' },
  { file: "lib/a.ts", source: "throw new Error(`Cannot cut ${name}`);" },
  { file: "lib/a.ts", source: "throw new Error(message);" },
  { file: "lib/a.ts", source: "throw new Error(`${action}: no`);" },
  { file: "lib/a.ts", source: 'throw new InputError("read a.csv", "it is");' },
  { file: "lib/a.ts", source: "throw new InputError(`read ${a}`, 'it is');" },
  { file: "tests/a.ts", source: 'throw new Error("no");' },
  { file: "lib/a.ts", source: 'throw new Error("bad shape");', says: CANNOT },
  {
    file: "scripts/a.ts",
    source: "throw new TypeError(`bad ${shape}`);",
    says: CANNOT,
  },
  {
    file: "lib/a.ts",
    source: 'throw new Error("bad " + shape);',
    says: CANNOT,
  },
  {
    file: "lib/a.ts",
    source: 'throw new InputError("Cannot read a.csv", "it is");',
    says: ACTION,
  },
]);

const BOOLEAN = "A boolean parameter says nothing where it is called";

testRule("exported-parameters", "wants two parameters, then an object", [
  { file: "lib/a.ts", source: "export function f(a: X, b: Y, options: Z) {}" },
  { file: "lib/a.ts", source: "export function f(a: X, b: Y, { c }: Z) {}" },
  { file: "lib/a.ts", source: "function f(a: X, b: Y, c: Z, d: boolean) {}" },
  {
    file: "lib/a.ts",
    source: "export function f(a: number, b: number, unit: string) {}",
    says: "A third parameter is an object or a function",
  },
  {
    file: "lib/a.ts",
    source: "export const f = (a: X, b: Y, times = 3) => a;",
    says: "A third parameter is an object or a function",
  },
  {
    file: "lib/a.ts",
    source: "export async function f(a: X, b: Y, c: Z, d: W) {}",
    says: "At most two parameters and an options object",
  },
  {
    file: "lib/a.ts",
    source: "export function f(a: X, isFast: boolean) {}",
    says: BOOLEAN,
  },
  {
    file: "lib/a.ts",
    source: "export const f = (a: X, isFast = false) => a;",
    says: BOOLEAN,
  },
]);

testRule("file-length", "splits files over 250 lines", [
  { file: "lib/a.ts", source: "\n".repeat(250) },
  { file: "docs/a.ts", source: "\n".repeat(999) },
  {
    file: "tests/a.ts",
    source: "\n".repeat(251),
    says: "251 lines; more than 250 are split",
  },
]);

testRule("no-default-export", "wants a name", [
  { file: "lib/a.ts", source: "export const a = 1;" },
  {
    file: "lib/a.ts",
    source: "export default class A {}",
    says: "An export has a name",
  },
  {
    file: "lib/a.ts",
    source: "const a = 1; export { a as default };",
    says: "An export has a name",
  },
]);
