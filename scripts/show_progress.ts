import { plainText } from "../lib/frame/plain_text.ts";
import type {
  Progress,
  ProgressListener,
} from "../lib/pipeline/base/progress.ts";

/** A display of progress. */
export interface ProgressDisplay {
  /** To be given to a step. */
  readonly listener: ProgressListener;
  /** Ends a line that is still open. */
  readonly end: () => void;
}

const BAR = 24;

/**
 * Shows progress on stderr: a bar on a terminal, a line each 10 % in a log.
 *
 * @param what How much to show.
 * @returns The display.
 */
export function showProgress(what: "everything" | "nothing"): ProgressDisplay {
  if (what === "nothing") return { listener: () => {}, end: () => {} };
  return Deno.stderr.isTerminal() ? onTerminal() : inLog();
}

function onTerminal(): ProgressDisplay {
  let isOpen = false;
  const end = () => {
    if (isOpen) write("\n");
    isOpen = false;
  };
  return {
    end,
    listener: (progress) => {
      if (progress.kind === "said") {
        end();
        return write(`${plainText(progress.text)}\n`);
      }
      isOpen = true;
      const width = Math.round(progress.done * BAR);
      write(
        `\r\x1b[K${progress.stage} ${"█".repeat(width)}${
          "░".repeat(BAR - width)
        } ${text(progress)}`,
      );
    },
  };
}

function inLog(): ProgressDisplay {
  let tenths = -1;
  return {
    end: () => {},
    listener: (progress) => {
      if (progress.kind === "said") {
        return write(`${plainText(progress.text)}\n`);
      }
      const now = Math.floor(progress.done * 10);
      if (now === tenths) return;
      tenths = now;
      write(`${progress.stage} ${text(progress)}\n`);
    },
  };
}

function text(progress: Extract<Progress, { kind: "at" }>): string {
  return `${Math.round(progress.done * 100)} %, ${progress.detail}`;
}

function write(content: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(content));
}
