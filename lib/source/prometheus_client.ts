import { InputError } from "@lib/errors.ts";
import { record } from "@lib/source/prometheus_answer.ts";

/** A Prometheus server that is asked. */
export interface PrometheusClient {
  /** Its address; holds no credentials. */
  readonly url: string;
  /**
   * Asks and gives the parsed answer of a success.
   *
   * @throws {InputError} If it refuses, or does not answer after all tries.
   */
  readonly ask: (
    path: string,
    params: readonly (readonly [string, string])[],
    method?: "GET" | "POST",
  ) => Promise<unknown>;
}

/** How a server is asked. */
export interface ClientOptions {
  /** The `Authorization` header; goes into the request and nowhere else. */
  readonly authorization?: string | undefined;
  /**
   * Milliseconds before the second try; twice as many before each further one.
   *
   * @default {500}
   */
  readonly backoffMs?: number;
  /**
   * Milliseconds until an answer must be whole.
   *
   * @default {120000}
   */
  readonly timeoutMs?: number;
}

/** A question is put this often. */
const TRIES = 5;

/** What may be better at the next try; PromQL that is wrong is 400 or 422. */
const PASSING: readonly number[] = [408, 429, 500, 502, 503, 504];

/**
 * Makes a client of a Prometheus server.
 *
 * @param url The address.
 * @param options Credentials, and how patient it is.
 * @returns The client.
 */
export function prometheusClient(
  url: string,
  options: ClientOptions = {},
): PrometheusClient {
  const { backoffMs = 500 } = options;
  return {
    url,
    ask: async (path, params, method = "POST") => {
      const form = new URLSearchParams(params.map(([k, v]) => [k, v]));
      for (let tried = 1;; tried++) {
        const outcome = await askOnce(url, { ...options, path, form, method });
        if ("answer" in outcome) return outcome.answer;
        if (tried === TRIES || outcome.kind === "final") throw outcome.error;
        await sleep(backoffMs * 2 ** (tried - 1));
      }
    },
  };
}

/** An answer, or why there is none. */
type Outcome =
  | { readonly answer: unknown }
  | { readonly kind: "passing" | "final"; readonly error: InputError };

interface Question extends ClientOptions {
  readonly path: string;
  readonly form: URLSearchParams;
  readonly method: "GET" | "POST";
}

async function askOnce(url: string, question: Question): Promise<Outcome> {
  const { authorization, path, form, method, timeoutMs = 120_000 } = question;
  const get = method === "GET";
  try {
    const response = await fetch(
      `${url}/api/v1/${path}${get ? `?${form}` : ""}`,
      {
        method,
        headers: {
          // Packing takes Prometheus longer than a near network takes to carry.
          "accept-encoding": "identity",
          ...(authorization ? { authorization } : {}),
        },
        signal: AbortSignal.timeout(timeoutMs),
        // Credentials are for this server only.
        redirect: "manual",
        ...(get ? {} : { body: form }),
      },
    );
    const text = await response.text();
    if (response.ok) return { answer: JSON.parse(text) };
    return refusal(url, response.status, text);
  } catch (cause) {
    // The cause's text may go on about addresses; its kind says enough.
    const name = cause instanceof Error ? cause.name : "";
    if (name === "NotCapable") throw cause;
    const [rule, kind] = name === "TimeoutError"
      ? [`it must answer within ${timeoutMs / 1000} s`, "passing"] as const
      : name === "SyntaxError"
      ? ["it must answer with whole JSON", "final"] as const
      : ["it must be reachable", "passing"] as const;
    return { kind, error: new InputError(`read from ${url}`, rule) };
  }
}

function refusal(url: string, status: number, text: string): Outcome {
  const action = `read from ${url}`;
  if (status === 401 || status === 403) {
    const error = new InputError(action, "it must let us in", {
      got: status,
      hint: "set PROMETHEUS_USER and PROMETHEUS_PASSWORD, or PROMETHEUS_TOKEN",
    });
    return { kind: "final", error };
  }
  if (status >= 300 && status < 400) {
    const rule = "it must answer itself";
    const hint = "it sends us elsewhere; give the address behind";
    return {
      kind: "final",
      error: new InputError(action, rule, { got: status, hint }),
    };
  }
  const said = messageOf(text);
  return {
    kind: PASSING.includes(status) ? "passing" : "final",
    error: new InputError(action, "it must accept the query", {
      got: status,
      ...(said === "" ? {} : { hint: said }),
    }),
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

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
