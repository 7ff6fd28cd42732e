import { join } from "node:path";
import { isMissing } from "../requirements.ts";
import { freeAddress, isReady } from "./free_address.ts";

/** Whether tests that need Prometheus are left out on this machine. */
export const NO_PROMETHEUS = await isMissing({
  name: "Prometheus",
  isThere: () =>
    new Deno.Command("promtool", {
      args: ["--version"],
      stdout: "null",
      stderr: "null",
    }).output().then(({ success }) => success, () => false),
  get: "`apt-get install prometheus`",
});

/** A series that Prometheus shall know: a metric with labels, and its samples. */
export interface History {
  /** The metric's name; a counter's ends in `_total`. */
  readonly name: string;
  /** Its labels. */
  readonly labels: Readonly<Record<string, string>>;
  /** A sample each, `[seconds, value]`, by rising time. */
  readonly samples: readonly (readonly [seconds: number, value: number])[];
}

/** A running Prometheus. */
export interface RunningPrometheus {
  /** Its address. */
  readonly url: string;
  /** Ends it and removes its data. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/**
 * Writes samples in the text format of OpenMetrics, as `promtool` backfills
 * them: a family in one piece, times in seconds.
 *
 * @param all The series.
 * @returns The text.
 */
export function toOpenMetrics(all: readonly History[]): string {
  const lines: string[] = [];
  for (const [name, family] of Map.groupBy(all, ({ name }) => name)) {
    const isCounter = name.endsWith("_total");
    const type = isCounter ? "counter" : "gauge";
    lines.push(`# TYPE ${name.replace(/_total$/, "")} ${type}`);
    for (const { labels, samples } of family) {
      const inside = Object.entries(labels)
        .map(([label, value]) => `${label}="${value}"`).join(",");
      for (const [seconds, value] of samples) {
        lines.push(`${name}{${inside}} ${textOf(value)} ${seconds}`);
      }
    }
  }
  return [...lines, "# EOF", ""].join("\n");
}

/** How Prometheus is started. */
export interface StartOptions {
  /** Lines of its web configuration, such as users. */
  readonly config?: string;
  /** Hours of one block on its disk, as a live server has after compaction. */
  readonly blockHours?: number;
}

/**
 * Starts Debian's Prometheus with a history, on a free port of this machine.
 *
 * @param history What it shall know.
 * @param options Its configuration and the size of its blocks.
 * @returns The running server.
 */
export async function startPrometheus(
  history: readonly History[],
  // Small blocks take promtool long: it reads the file once for each.
  { config = "", blockHours = 768 }: StartOptions = {},
): Promise<RunningPrometheus & { readonly pid: number }> {
  const folder = await Deno.makeTempDir({ prefix: "prometheus-" });
  const at = (name: string) => join(folder, name);
  await Deno.writeTextFile(at("prometheus.yml"), "scrape_configs: []\n");
  await Deno.writeTextFile(at("web.yml"), config);
  for (const part of blockHours < 24 ? byDay(history) : [history]) {
    await Deno.writeTextFile(at("history.om"), toOpenMetrics(part));
    await promtool(
      "tsdb",
      "create-blocks-from",
      "--quiet",
      `--max-block-duration=${blockHours}h`,
      "openmetrics",
      at("history.om"),
      at("data"),
    );
  }
  const address = freeAddress();
  const child = new Deno.Command("prometheus", {
    args: [
      `--config.file=${at("prometheus.yml")}`,
      `--web.config.file=${at("web.yml")}`,
      `--storage.tsdb.path=${at("data")}`,
      "--storage.tsdb.retention.time=100y",
      `--web.listen-address=${address}`,
      // Blocks stay as they are.
      "--storage.tsdb.min-block-duration=2h",
      `--storage.tsdb.max-block-duration=${blockHours}h`,
      "--log.level=error",
    ],
    stdout: "null",
    stderr: "null",
  }).spawn();
  const url = `http://${address}`;
  const stop = async () => {
    child.kill("SIGKILL");
    await child.status;
    await Deno.remove(folder, { recursive: true });
  };
  if (await isReady(`${url}/-/ready`)) {
    return { url, pid: child.pid, [Symbol.asyncDispose]: stop };
  }
  await stop();
  throw new Error("Prometheus did not get ready within 30 s");
}

function byDay(history: readonly History[]): History[][] {
  const days = new Map<number, History[]>();
  for (const { name, labels, samples } of history) {
    const parts = Map.groupBy(samples, ([at]) => Math.floor(at / 86_400));
    for (const [day, own] of parts) {
      days.set(day, [...days.get(day) ?? [], { name, labels, samples: own }]);
    }
  }
  return [...days.values()];
}

async function promtool(...args: readonly string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command("promtool", {
    args: [...args],
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

function textOf(value: number): string {
  if (Number.isFinite(value) || Number.isNaN(value)) return String(value);
  return value > 0 ? "+Inf" : "-Inf";
}
