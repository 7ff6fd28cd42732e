/**
 * Says where something was measured: a figure without it means little.
 *
 * @returns One line: processor, cores, memory, versions, how busy it is.
 */
export function machine(): string {
  const memory = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  return [
    processor(),
    `${navigator.hardwareConcurrency} cores`,
    `${memory} GiB`,
    Deno.build.target,
    `Deno ${Deno.version.deno}`,
    `V8 ${Deno.version.v8}`,
    `load ${Deno.loadavg()[0]?.toFixed(1)}`,
  ].join(", ");
}

function processor(): string {
  try {
    const text = Deno.readTextFileSync("/proc/cpuinfo");
    return /^model name\s*: (.+)$/m.exec(text)?.[1] ?? "processor not told";
  } catch {
    return "processor not told";
  }
}
