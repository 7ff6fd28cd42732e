import assert from "node:assert/strict";
import { join } from "node:path";
import { readTable } from "@lib/source/read_table.ts";
import { freeAddress } from "../support/free_address.ts";
import { launch } from "../support/launch.ts";
import { missingProgram } from "../support/missing_program.ts";
import { NO_MOUNTS, onSmallDisk } from "../support/mounts.ts";
import { NO_PROMETHEUS, startPrometheus } from "../support/prometheus.ts";
import { serverHistory } from "../support/server_history.ts";

const NO_OPENSSL = missingProgram("openssl");

const SECRET = { PROMETHEUS_TOKEN: "secret-word" };
const HISTORY = serverHistory({
  instance: "web-1",
  start: Date.UTC(2026, 9, 1) / 1000,
  scrapes: 300,
  gap: [100, 110],
  incident: [200, 210],
  reset: 150,
});

/** Records from a server, and gives the one line that says why it failed. */
async function refused(
  url: string,
  place: Parameters<typeof launch>[2] = {},
  more: readonly string[] = [],
): Promise<string> {
  const dir = await Deno.makeTempDir({ prefix: "whenwhy-broken-" });
  const began = performance.now();
  const { code, stdout, stderr } = await launch("record", [
    ...["--data", `prometheus:${url}`, "--quiet"],
    ...["--from", "2026-10-01", "--to", "2026-10-02"],
    ...(more.length > 0 ? more : ["--out", join(dir, "a.parquet")]),
  ], { ...place, env: { ...SECRET, ...place.env } });
  assert.ok(performance.now() - began < 30_000, "it took too long");
  assert.deepEqual([code, [...Deno.readDirSync(dir)]], [1, []], stderr);
  assert.match(stderr, /^Cannot [^\n]*\n$/);
  assert.doesNotMatch(stdout + stderr, /secret-word|at file:/);
  await Deno.remove(dir, { recursive: true });
  return stderr.trimEnd();
}

/** Plays a proxy in front of a server. */
async function behind<T>(
  answer: (request: Request) => Response | Promise<Response>,
  work: (url: string) => Promise<T>,
  tls: Deno.ServeTcpOptions | (Deno.ServeTcpOptions & Deno.TlsCertifiedKeyPem) =
    {},
): Promise<T> {
  const server = Deno.serve(
    { ...tls, port: 0, hostname: "127.0.0.1", onListen: () => {} },
    answer,
  );
  const protocol = "cert" in tls ? "https" : "http";
  try {
    return await work(`${protocol}://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

const type = (type: string) => ({ headers: { "content-type": type } });

Deno.test("record says in one line, and soon, that nothing listens", async () => {
  assert.match(
    await refused(`http://${freeAddress()}`),
    /: it must be reachable; nothing listens there$/,
  );
});

Deno.test("record says in one line that a token is not taken", () =>
  behind(() => new Response(null, { status: 401 }), async (url) => {
    assert.match(
      await refused(url),
      /it must let us in, got 401; it does not take what is in PROMETHEUS_USER/,
    );
  }));

Deno.test("record says in one line that an answer is cut short, or no answer", async () => {
  const cut = () => new Response('{"status":"succ', type("application/json"));
  assert.match(await behind(cut, (url) => refused(url)), /cut short$/);
  const page = () => new Response("<html>", type("text/html"));
  assert.match(
    await behind(page, (url) => refused(url)),
    /it sends text\/html/,
  );
  const other = () => Response.json({ status: "success", data: "none" });
  assert.match(
    await behind(other, (url) => refused(url)),
    /it must have metrics in the time asked for/,
  );
});

Deno.test("record says in one line that a server does not speak TLS", () =>
  behind(() => new Response(), async (url) => {
    assert.match(
      await refused(url.replace("http:", "https:")),
      /it must speak TLS .*; try http$/,
    );
  }));

Deno.test({
  name: "record trusts no certificate but those that it is told to",
  ignore: NO_OPENSSL,
  fn: async () => {
    const dir = await Deno.makeTempDir({ prefix: "whenwhy-tls-" });
    const [key, cert] = [join(dir, "key.pem"), join(dir, "cert.pem")];
    const { success } = await new Deno.Command("openssl", {
      args: [
        ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"],
        ...["-keyout", key, "-out", cert, "-subj", "/CN=127.0.0.1"],
        ...["-addext", "subjectAltName=IP:127.0.0.1"],
        ...["-addext", "basicConstraints=critical,CA:FALSE"],
      ],
      stderr: "null",
    }).output();
    assert.ok(success);
    const tls = {
      cert: await Deno.readTextFile(cert),
      key: await Deno.readTextFile(key),
    };
    const answer = () => new Response(null, { status: 403 });
    await behind(answer, async (url) => {
      assert.match(
        await refused(url),
        /its certificate must be one that this machine trusts; .*DENO_CERT=FILE/,
      );
      const trusted = await refused(url, { env: { DENO_CERT: cert } });
      assert.match(trusted, /it must let us in, got 403/);
    }, tls);
    await Deno.remove(dir, { recursive: true });
  },
});

Deno.test({
  name: "record asks again where a proxy says 503, and loses nothing",
  ignore: NO_PROMETHEUS,
  fn: async () => {
    await using server = await startPrometheus(HISTORY);
    const dir = await Deno.makeTempDir({ prefix: "whenwhy-proxy-" });
    let asked = 0;
    const proxy = async (request: Request) => {
      if (asked++ % 7 === 0) return new Response("busy", { status: 503 });
      const { pathname, search } = new URL(request.url);
      const { method } = request;
      const answer = await fetch(`${server.url}${pathname}${search}`, {
        method,
        headers: { "content-type": request.headers.get("content-type") ?? "" },
        ...(method === "POST" ? { body: await request.text() } : {}),
      });
      return new Response(await answer.text(), { status: answer.status });
    };
    const record = async (url: string, name: string) => {
      const out = join(dir, name);
      const { code, stderr } = await launch("record", [
        ...["--data", `prometheus:${url}`, "--out", out, "--quiet"],
        ...["--from", "2026-10-01", "--to", "2026-10-02"],
      ]);
      assert.equal(code, 0, stderr);
      const { times, columns } = await readTable([out]);
      return { times, columns };
    };
    const straight = await record(server.url, "a.parquet");
    assert.equal(straight.times.length, 290);
    assert.deepEqual(
      await behind(proxy, (url) => record(url, "b.parquet")),
      straight,
    );
    assert.ok(asked > 25);
    await Deno.remove(dir, { recursive: true });
  },
});

Deno.test({
  name: "record leaves nothing on a disk that is full",
  ignore: NO_PROMETHEUS || NO_MOUNTS,
  fn: async () => {
    await using server = await startPrometheus(HISTORY);
    const at = await Deno.makeTempDir({ prefix: "whenwhy-full-" });
    for (
      const [options, says] of [
        ["size=4k", /its disk must have space left, got "ENOSPC"/],
        ["ro", /its disk must be writable, got "EROFS"/],
      ] as const
    ) {
      const under = onSmallDisk({ at, options });
      const out = ["--out", join(at, "a.parquet")];
      assert.match(await refused(server.url, { under }, out), says);
    }
    await Deno.remove(at);
  },
});
