import { svgPathToOperators } from "pdf-lib/cjs/api/svgPath.js";
import fontkit from "@pdf-lib/fontkit";
import { JSDOM } from "jsdom";
import * as d3 from "d3";
import { PDFDocument } from "pdf-lib";
const u = import.meta.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf");
console.log(u);
try { console.log(Deno.readFileSync(new URL(u)).length);} catch(e) {console.log(String(e))}
console.log(svgPathToOperators("M1,2L1e-7,3A5 5 0 01 7 8").map(String));
const x: number = new JSDOM("");
const y: number = d3.color("red");
const f: number = fontkit;
const p: number = svgPathToOperators;
