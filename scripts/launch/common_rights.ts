/** What an addon's loader asks of the system. */
const SYS = ["cpus", "hostname", "networkInterfaces", "osRelease"] as const;

/** The environment that a task on files reads. */
export const ENV: readonly string[] = ["INIT_CWD"];

/** That of a task that loads TensorFlow. */
export const TENSORFLOW_ENV: readonly string[] = [
  ...ENV,
  "TF_CPP_MIN_LOG_LEVEL",
  "TF_ENABLE_ONEDNN_OPTS",
];

/**
 * Gives what every task has: names of the environment and of the system, no code
 * from the network.
 *
 * @param env The environment that it reads.
 * @returns Arguments of `deno run`.
 */
export function always(env: readonly string[]): readonly string[] {
  return [
    // A terminal would ask for what is not given.
    "--no-prompt",
    // Code comes with the project, none from the network while it runs.
    "--no-remote",
    `--allow-sys=${SYS.join(",")}`,
    `--allow-env=${env.join(",")}`,
    // Other variables look as if nobody had set them.
    "--ignore-env",
  ];
}

/**
 * Takes the texts out of a parameter.
 *
 * @param value A value, or a list of them, unchecked.
 * @returns Those that are texts, and not empty.
 */
export function texts(value: unknown): readonly string[] {
  return [value].flat()
    .filter((one): one is string => typeof one === "string" && one !== "");
}
