/** Reads one server's metrics from Prometheus and writes them to a Parquet file. */
import { prometheusAuth } from "../lib/pipeline/params/prometheus_auth.ts";
import { record } from "../lib/pipeline/record.ts";
import { parseRecordParams } from "../lib/pipeline/params/record_params.ts";
import { runTask } from "./run_task.ts";
import { TASK_PARAMS } from "./task_params.ts";
import { forUser } from "./user_path.ts";

await runTask({
  name: "record",
  about:
    "Reads one server's metrics from Prometheus and writes them to a Parquet file.",
  params: TASK_PARAMS.record,
  run: async ({ params, listener }) => {
    const asked = parseRecordParams(params);
    const { host, times, columns, absent, infinite } = await record(asked, {
      authorization: prometheusAuth((name) => Deno.env.get(name)),
      listener,
    });
    const facts = {
      host,
      rows: times.length,
      metrics: columns.length - absent.length,
      absent,
      infinite,
    };
    return {
      lines: [
        `${facts.metrics} metrics of ${host}, ${facts.rows} steps`,
        ...absent.map((name) => `absent: ${name}`),
        ...(infinite > 0 ? [`${infinite} infinite values left out`] : []),
      ],
      last: forUser(asked.out),
      json: { file: asked.out, ...facts },
    };
  },
});
