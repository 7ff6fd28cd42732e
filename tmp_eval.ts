import { evaluate } from "@lib/pipeline/evaluate.ts";
import { parseParams } from "@lib/pipeline/params.ts";
import { incidentLines } from "@lib/pipeline/incident_lines.ts";
const r = await evaluate(parseParams(JSON.parse(Deno.args[0] ?? "{}")), {command:"x", listener:(p)=>{ if(p.kind==="said") console.error(p.text); else if (Math.round(p.done*1000)%100===0) console.error(p.stage,p.done.toFixed(2),p.detail)}});
console.log(incidentLines(r.scored.incidents).join("\n"));
const {labels, ...e} = r.evaluation; console.log(e.rates, e.budget, r.scored.threshold, r.run.durations);
if (labels) { const {perEvent, ...l}=labels; console.log(l); for (const p of perEvent) console.log(p.note, p.features.join(";"), p.delaySeconds, p.topFeature); }
console.log(r.model.detector.excluded, r.model.detector.training.warnings);
