import { isMissing } from "../requirements.ts";

/** Root may write wherever it wants to, unless this stands before the program. */
export const BOUND: readonly string[] = [
  "setpriv",
  "--bounding-set=-dac_override,-dac_read_search",
];

/** Whether tests that mount file systems are left out on this machine. */
export const NO_MOUNTS = await isMissing({
  name: "mounting a tmpfs",
  isThere: () =>
    Deno.build.os === "linux" && new Deno.Command("unshare", {
      args: ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
      stdout: "null",
      stderr: "null",
    }).output().then(({ success }) => success, () => false),
  get: "root on Linux",
});

/** Whether tests without the right to write are left out on this machine. */
export const NO_DENIALS = await isMissing({
  name: "taking root's rights from a program",
  isThere: () =>
    Deno.build.os === "linux" && new Deno.Command("setpriv", {
      args: [...BOUND, "true"],
      stdout: "null",
      stderr: "null",
    }).output().then(({ success }) => success, () => false),
  get: "root on Linux",
});

/** A small disk that only the programs started under it see. */
export interface SmallDisk {
  /** The folder that it hides. */
  readonly at: string;
  /** Options of `mount`, such as `size=64k` or `ro`. */
  readonly options: string;
}

/**
 * Gives what to put before a program so that it runs on a small disk, in a mount
 * namespace of its own; afterwards what lies on the disk is listed on stdout,
 * each line beginning with `on the disk: `.
 *
 * @param disk The disk.
 * @returns The start of a command line.
 */
export function onSmallDisk({ at, options }: SmallDisk): readonly string[] {
  const script = `
    mount -t tmpfs -o "$2" tmpfs "$1" || exit 99
    disk=$1
    shift 2
    "$@"
    code=$?
    find "$disk" -mindepth 1 | sed "s/^/on the disk: /"
    exit $code`;
  return ["unshare", "-m", "sh", "-c", script, "sh", at, options];
}
