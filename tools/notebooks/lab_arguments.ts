import { KERNEL_NAME } from "./kernel_spec.ts";

/** Where JupyterLab opens. */
export interface LabPlace {
  /** The project's folder. */
  readonly root: string;
  /** Whether a browser can be opened. */
  readonly hasScreen: boolean;
}

/**
 * Gives JupyterLab's arguments: on this machine only, in `notebooks/`, with the
 * project's kernel, and asking no other server for news or updates.
 *
 * @param given The user's own, which win.
 * @param place Where it opens.
 * @returns All of them.
 */
export function labArguments(
  given: readonly string[],
  { root, hasScreen }: LabPlace,
): readonly string[] {
  return [
    "--ServerApp.ip=127.0.0.1",
    `--ServerApp.root_dir=${root}`,
    "--FileContentsManager.preferred_dir=notebooks",
    // Ctrl-C is an answer, not a question.
    "--ServerApp.answer_yes=True",
    "--ServerApp.log_level=WARN",
    `--KernelSpecManager.allowed_kernelspecs=${KERNEL_NAME}`,
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ...(hasScreen ? [] : ["--no-browser"]),
    ...given,
  ];
}
