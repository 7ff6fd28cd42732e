import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { prometheusClient } from "@lib/source/prometheus_client.ts";

/** Asks a server that answers as told, once after another. */
async function ask(
  answers: readonly (() => Response | Promise<Response>)[],
  authorization?: string,
) {
  const seen: (string | null)[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request) => {
      seen.push(request.headers.get("authorization"));
      const answer = answers[seen.length - 1] ?? answers.at(-1);
      return answer ? answer() : new Response();
    },
  );
  const client = prometheusClient(`http://127.0.0.1:${server.addr.port}`, {
    authorization,
    backoffMs: 1,
    timeoutMs: 200,
  });
  try {
    const answer = await client.ask("query_range", [["query", "up"]]).catch(
      (error) => error,
    );
    return { answer, tries: seen.length, seen };
  } finally {
    await server.shutdown();
  }
}

const good = () => Response.json({ status: "success" });
const status = (status: number, body = "") => () =>
  new Response(body, { status });

Deno.test("ask() tries again where a failure may pass", async () => {
  for (const passing of [429, 500, 502, 503, 504]) {
    const { answer, tries } = await ask([status(passing), good]);
    assert.deepEqual([answer, tries], [{ status: "success" }, 2], `${passing}`);
  }
});

Deno.test("ask() gives up after five tries and says what was said", async () => {
  const { answer, tries } = await ask([
    status(503, '{"error":"too\\n busy"}'),
  ]);
  assert.equal(tries, 5);
  assert(answer instanceof InputError);
  assert.match(answer.message, /got 503; too busy$/);
});

Deno.test("ask() does not repeat a query that is wrong", async () => {
  for (const final of [400, 401, 403, 404, 422]) {
    const { answer, tries } = await ask([status(final), good]);
    assert(answer instanceof InputError);
    assert.equal(tries, 1, `${final}`);
  }
});

Deno.test("ask() tries again where no answer comes in time", async () => {
  const late = () =>
    new Promise<Response>((resolve) => setTimeout(() => resolve(good()), 400));
  const { tries, answer } = await ask([late, good]);
  assert.deepEqual([answer, tries], [{ status: "success" }, 2]);
});

Deno.test("ask() takes its credentials nowhere else and into no message", async () => {
  const elsewhere = () => Response.redirect("http://127.0.0.1:9/login", 302);
  const { answer, seen } = await ask([elsewhere], "Bearer secret-word");
  assert.equal(seen[0], "Bearer secret-word");
  assert(answer instanceof InputError);
  assert.match(answer.message, /it must answer itself, got 302/);
  assert.doesNotMatch(`${answer.stack}${answer.cause}`, /secret-word/);
});

Deno.test("ask() says so where nobody listens", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  const client = prometheusClient(`http://127.0.0.1:${port}`, { backoffMs: 1 });
  await assert.rejects(client.ask("query", []), /it must be reachable/);
});
