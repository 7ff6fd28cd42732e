import assert from "node:assert/strict";
import { traceIds } from "@lib/report/pdf/trace_ids.ts";

const EVIDENCE = {
  window: { start: "2026-01-01T14:00:00Z", end: "2026-01-01T14:32:00Z" },
  ...{ intervalMs: 60_000, parameters: {}, command: "", model: null },
  inputs: [
    { role: "train", path: "a", sha256: "00".repeat(32), bytes: 1 },
    { role: "data", path: "b", sha256: "ad6e".repeat(16), bytes: 1 },
  ] as const,
};

Deno.test("traceIds() names the model and the data by what tells them apart", () => {
  const model = { name: "web", version: "a16dfde8c5cb", sha256: "00" };
  assert.equal(
    traceIds([{}, { evidence: EVIDENCE }, {
      evidence: { ...EVIDENCE, model },
    }]),
    "model a16dfde8c5cb · data ad6ead6ead6e",
  );
  assert.equal(traceIds([{ evidence: EVIDENCE }]), "data ad6ead6ead6e");
  const second = { ...EVIDENCE.inputs[1], path: "c", sha256: "ff".repeat(32) };
  const inputs = [...EVIDENCE.inputs, second];
  assert.equal(
    traceIds([{ evidence: EVIDENCE }, { evidence: { ...EVIDENCE, inputs } }]),
    "data ad6ead6ead6e +1",
  );
  assert.equal(traceIds([{}]), "");
});
