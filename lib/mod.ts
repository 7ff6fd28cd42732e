/**
 * whenwhy tells when a server behaved abnormally and why.
 *
 * The steps that scripts and notebooks share, and what they take and give.
 *
 * @module
 */
export * from "@lib/errors.ts";
export * from "@lib/frame/metric_table.ts";
export * from "@lib/frame/raw_table.ts";
export * from "@lib/frame/schema.ts";
export * from "@lib/source/read_table.ts";
export * from "@lib/model/engine.ts";
export * from "@lib/detect/incident.ts";
export * from "@lib/measure/evaluation.ts";
export * from "@lib/report/document.ts";
export * from "@lib/report/report_input.ts";
