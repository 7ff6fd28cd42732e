import assert from "node:assert/strict";
import { join } from "node:path";
import { freeAddress, isReady } from "./free_address.ts";
import type { History, RunningPrometheus } from "./prometheus.ts";

/**
 * Writes samples as VictoriaMetrics imports and exports them: a line a series.
 *
 * @param all The series.
 * @returns Lines of JSON.
 */
export function toExportLines(all: readonly History[]): string {
  return all.map(({ name, labels, samples }) =>
    JSON.stringify({
      metric: { __name__: name, ...labels },
      values: samples.map(([, value]) => value),
      timestamps: samples.map(([seconds]) => seconds * 1000),
    })
  ).join("\n");
}

/**
 * Starts Debian's VictoriaMetrics on a free port of this machine and imports a
 * history through its own API.
 *
 * @param history What it shall know.
 * @returns The running server; it speaks Prometheus' API too.
 */
export async function startVictoria(
  history: readonly History[],
): Promise<RunningPrometheus> {
  const folder = await Deno.makeTempDir({ prefix: "victoria-" });
  const address = freeAddress();
  const child = new Deno.Command("victoria-metrics", {
    args: [
      `-storageDataPath=${join(folder, "data")}`,
      `-httpListenAddr=${address}`,
      "-retentionPeriod=100y",
      "-loggerLevel=ERROR",
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
  try {
    assert.ok(
      await isReady(`${url}/health`),
      "VictoriaMetrics did not get ready",
    );
    const body = toExportLines(history);
    const imported = await fetch(`${url}/api/v1/import`, {
      method: "POST",
      body,
    });
    await imported.body?.cancel();
    assert.equal(imported.status, 204);
    // What was imported can be queried from now on.
    const flushed = await fetch(`${url}/internal/force_flush`);
    await flushed.body?.cancel();
    assert.equal(flushed.status, 200);
    return { url, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
