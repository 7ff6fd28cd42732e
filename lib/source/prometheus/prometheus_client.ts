import { InputError } from "../../errors.ts";
import { type Failure, failureOf } from "./prometheus_failure.ts";
import { refusalOf } from "./prometheus_refusal.ts";

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
   * @default {60000}
   */
  readonly timeoutMs?: number;
}

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
        const { rule, tries, ...details } = outcome.failure;
        if (tried >= tries) {
          throw new InputError(`read from ${url}`, rule, details);
        }
        await sleep(backoffMs * 2 ** (tried - 1));
      }
    },
  };
}

/** An answer, or why there is none. */
type Outcome = { readonly answer: unknown } | { readonly failure: Failure };

interface Question extends ClientOptions {
  readonly path: string;
  readonly form: URLSearchParams;
  readonly method: "GET" | "POST";
}

async function askOnce(url: string, question: Question): Promise<Outcome> {
  const { authorization, path, form, method, timeoutMs = 60_000 } = question;
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
    const { ok, status } = response;
    const text = await response.text();
    const answer = ok ? answerOf(text) : undefined;
    if (answer) return answer;
    const type = response.headers.get("content-type");
    const authorized = authorization !== undefined;
    return { failure: refusalOf({ status, type, text, authorized }) };
  } catch (cause) {
    if (cause instanceof Error && cause.name === "NotCapable") throw cause;
    return { failure: failureOf(cause, timeoutMs) };
  }
}

function answerOf(text: string): Outcome | undefined {
  try {
    return { answer: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
