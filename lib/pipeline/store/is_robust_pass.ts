import { ROBUST_OUTCOMES } from "../../report/training/robust_pass_facts.ts";

/**
 * Tells whether what a model's file holds of its robust pass is what one gives.
 *
 * @param value Anything.
 * @returns Whether it is; an older model has none.
 */
export function isRobustPass(value: unknown): boolean {
  if (value === undefined) return true;
  const { outcome, steps, spans } = objectOf(value);
  return ROBUST_OUTCOMES.some((known) => known === outcome) &&
    isCount(steps) && isListOf(spans, isSpan);
}

function isSpan(value: unknown): boolean {
  const { start, end, steps, signals } = objectOf(value);
  return [start, end].every((time) => Number.isFinite(Date.parse(`${time}`))) &&
    isCount(steps) && isListOf(signals, isSignal);
}

function isSignal(value: unknown): boolean {
  const { feature, unit, kind, value: at, usual } = objectOf(value);
  return [feature, unit].every((text) => typeof text === "string") &&
    (kind === "far" || kind === "stuck") && Number.isFinite(at) &&
    isListOf(usual, Number.isFinite) &&
    Object.keys(objectOf(usual)).length === 2;
}

function isListOf(list: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(list) && list.every(isOne);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
