import { record } from "./prometheus_answer.ts";
import { type Failure, TRIES } from "./prometheus_failure.ts";

/** What a server said that did not answer the question. */
export interface Reply {
  /** The HTTP status. */
  readonly status: number;
  /** The `Content-Type`, or `null`. */
  readonly type: string | null;
  /** The body. */
  readonly text: string;
  /** Whether credentials were sent. */
  readonly authorized: boolean;
}

/** What may be better at the next try; PromQL that is wrong is 400 or 422. */
const PASSING: readonly number[] = [408, 429, 500, 502, 503, 504];

const VARIABLES =
  "PROMETHEUS_USER and PROMETHEUS_PASSWORD, or PROMETHEUS_TOKEN";

/**
 * Says what a server's reply asks of a person.
 *
 * @param reply What it said: a status that is no success, or no JSON.
 * @returns Rule, hint, and how often to try.
 */
export function refusalOf(
  { status, type, text, authorized }: Reply,
): Failure {
  if (status >= 200 && status < 300) {
    const hint = type?.includes("json")
      ? "its answer is cut short"
      : `it sends ${
        type ?? "something else"
      }: is it the address of Prometheus?`;
    return { rule: "it must answer with whole JSON", hint, tries: 1 };
  }
  if (status === 401 || status === 403) {
    const hint = authorized
      ? `it does not take what is in ${VARIABLES}`
      : `set ${VARIABLES}`;
    return { rule: "it must let us in", hint, tries: 1, got: status };
  }
  if (status >= 300 && status < 400) {
    const hint = "it sends us elsewhere; give the address behind";
    return { rule: "it must answer itself", hint, tries: 1, got: status };
  }
  return {
    rule: "it must accept the query",
    hint: messageOf(text),
    tries: PASSING.includes(status) ? TRIES : 1,
    got: status,
  };
}

function messageOf(text: string): string {
  try {
    const { error } = record(JSON.parse(text)) ?? {};
    return typeof error === "string"
      ? error.replaceAll(/\s+/g, " ").slice(0, 300)
      : "";
  } catch {
    return "";
  }
}
