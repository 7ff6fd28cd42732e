import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { prometheusClient } from "@lib/source/prometheus/prometheus_client.ts";

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

/** Lets a raw server do what it wants with each connection. */
async function askRaw(
  serve: (connection: Deno.Conn) => Promise<void>,
  protocol = "http",
) {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const connections: Deno.Conn[] = [];
  const served = (async () => {
    for await (const connection of listener) {
      connections.push(connection);
      await serve(connection);
    }
  })().catch(() => {});
  const url = `${protocol}://127.0.0.1:${listener.addr.port}`;
  const client = prometheusClient(url, { backoffMs: 1, timeoutMs: 200 });
  const error = await client.ask("query", []).catch((error) => error);
  listener.close();
  await served;
  for (const connection of connections) {
    try {
      connection.close();
    } catch {
      // It was closed by what served it.
    }
  }
  assert(error instanceof InputError);
  return { message: error.message, tries: connections.length };
}

Deno.test("ask() waits twice for a server that hangs, and no longer", async () => {
  const { message, tries } = await askRaw(() => Promise.resolve());
  assert.match(
    message,
    /it must answer within 0\.2 s; is it the right address/,
  );
  assert.equal(tries, 2);
});

Deno.test("ask() tells an answer that broke off from one that is no JSON", async () => {
  const broken = "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{";
  const { message, tries } = await askRaw(async (connection) => {
    await connection.read(new Uint8Array(4096));
    await connection.write(new TextEncoder().encode(broken));
    connection.close();
  });
  assert.match(message, /ended the connection before its answer was whole/);
  assert.equal(tries, 5);
  const type = (type: string) => ({ headers: { "content-type": type } });
  const cut = await ask([
    () => new Response('{"status":"succ', type("application/json")),
  ]);
  assert.match(`${cut.answer}`, /whole JSON; its answer is cut short$/);
  const page = await ask([() => new Response("<html>", type("text/html"))]);
  assert.match(`${page.answer}`, /whole JSON; it sends text\/html: is it/);
  assert.deepEqual([cut.tries, page.tries], [1, 1]);
});

Deno.test("ask() says that credentials are not taken, where there were some", async () => {
  const { answer } = await ask([status(401)], "Bearer secret-word");
  assert.match(
    `${answer}`,
    /got 401; it does not take what is in PROMETHEUS_USER/,
  );
  assert.doesNotMatch(`${answer}`, /secret-word/);
});

Deno.test("ask() says so where a server does not speak TLS", async () => {
  const { message } = await askRaw(async (connection) => {
    await connection.read(new Uint8Array(4096));
    await connection.write(
      new TextEncoder().encode("HTTP/1.1 400 Bad\r\n\r\n"),
    );
    connection.close();
  }, "https");
  assert.match(message, /it must speak TLS .*; try http$/);
});

Deno.test("ask() takes no word of the address for the reason", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  for (const path of ["dns", "certificates"]) {
    const client = prometheusClient(`http://127.0.0.1:${port}/${path}`, {
      backoffMs: 1,
    });
    await assert.rejects(
      client.ask("query", []),
      /it must be reachable; nothing listens there$/,
    );
  }
});
