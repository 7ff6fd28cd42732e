import { InputError } from "../../lib/errors.ts";
import { join } from "node:path";
import type { Children } from "./children.ts";
import { STEP_SECONDS } from "./plan.ts";
import type { Exporter } from "./run_incidents.ts";
import { sleep } from "./sleep.ts";

/** The name under which Prometheus knows the recorded server. */
export const INSTANCE = "server-1";

/** A running node_exporter, and the Prometheus that scrapes it. */
export interface Services {
  /** The exporter, to be stopped and started. */
  readonly exporter: Exporter;
  /** Where Prometheus listens. */
  readonly prometheusUrl: string;
}

/** The programs that are needed, by the names under which systems have them. */
const PROGRAMS = {
  exporter: ["node_exporter", "prometheus-node-exporter"],
  prometheus: ["prometheus"],
  stress: ["stress-ng"],
} as const;

/** Only what the schema asks for: the less the exporter does, the calmer the server. */
const COLLECTORS = [
  "cpu",
  "diskstats",
  "loadavg",
  "meminfo",
  "stat",
  "thermal_zone",
];

/**
 * Starts node_exporter and Prometheus on free ports of this machine.
 *
 * @param folder Where Prometheus keeps its data.
 * @param signal Ends the waiting for them.
 * @param children Start them.
 * @returns The services, once the first scrape has worked.
 * @throws {InputError} If a program is missing, or Prometheus does not come up.
 */
export async function startServices(
  folder: string,
  signal: AbortSignal,
  children: Children,
): Promise<Services> {
  const [exporterProgram, prometheusProgram] = await Promise.all([
    findProgram(PROGRAMS.exporter),
    findProgram(PROGRAMS.prometheus),
    findProgram(PROGRAMS.stress),
  ]);
  const [target, listen] = [freeAddress(), freeAddress()];
  const exporter = exporterOf(children, exporterProgram, target);
  exporter.start();
  const config = join(folder, "prometheus.json");
  await Deno.writeTextFile(config, prometheusConfig(target));
  children.start(prometheusProgram, [
    `--config.file=${config}`,
    `--storage.tsdb.path=${join(folder, "prometheus")}`,
    `--web.listen-address=${listen}`,
  ]);
  const prometheusUrl = `http://${listen}`;
  await firstScrape(prometheusUrl, signal);
  return { exporter, prometheusUrl };
}

function exporterOf(
  children: Children,
  program: string,
  address: string,
): Exporter {
  const args = [
    `--web.listen-address=${address}`,
    "--collector.disable-defaults",
    ...COLLECTORS.map((name) => `--collector.${name}`),
  ];
  let running: Deno.ChildProcess[] = [];
  return {
    start: () => {
      running = [children.start(program, args)];
    },
    stop: () => children.stop(running),
  };
}

/** JSON is YAML, too. */
function prometheusConfig(target: string): string {
  return JSON.stringify({
    global: {
      scrape_interval: `${STEP_SECONDS}s`,
      scrape_timeout: `${STEP_SECONDS - 1}s`,
    },
    scrape_configs: [{
      job_name: "node",
      static_configs: [{ targets: [target], labels: { instance: INSTANCE } }],
    }],
  });
}

async function findProgram(names: readonly [string, ...string[]]) {
  for (const name of names) {
    try {
      await new Deno.Command(name, {
        args: ["--version"],
        stdout: "null",
        stderr: "null",
      }).output();
      return name;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  throw new InputError("record a sample", `${names[0]} must be installed`, {
    hint:
      "on Debian: apt-get install prometheus prometheus-node-exporter stress-ng",
  });
}

/** Takes a port that nothing listens on, and leaves it at once. */
function freeAddress(): string {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return `127.0.0.1:${listener.addr.port}`;
}

async function firstScrape(url: string, signal: AbortSignal): Promise<void> {
  for (let tries = 0; tries < 60 && !signal.aborted; tries++) {
    if (await isUp(url)) return;
    await sleep(1, signal);
  }
  if (signal.aborted) return;
  throw new InputError(
    "record a sample",
    "Prometheus must scrape node_exporter within a minute",
    { hint: "is the machine overloaded?" },
  );
}

async function isUp(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/v1/query?query=up`);
    const answer = await response.json();
    return answer.data?.result?.[0]?.value?.[1] === "1";
  } catch {
    // It does not listen yet.
    return false;
  }
}
