import assert from "node:assert/strict";
import { failureOf } from "@lib/source/prometheus/prometheus_failure.ts";

/** What `fetch` throws, as it is in Deno. */
const thrown = (message: string) =>
  new TypeError("fetch failed", { cause: new Error(message) });

const REFUSED =
  "client error (Connect): tcp connect error: Connection refused (os error 111)";

for (
  const url of [
    "http://127.0.0.1:9/dns",
    "http://dns-1:9/",
    "https://127.0.0.1:9/certificates/(a)/lookup",
    "http://127.0.0.1:9/body/InvalidContentType",
  ]
) {
  Deno.test(`failureOf() takes no word of the address ${url} for a reason`, () => {
    const error = thrown(`error sending request for url (${url}): ${REFUSED}`);
    assert.equal(failureOf(error, 1000).hint, "nothing listens there");
  });
}

Deno.test("failureOf() tells the reasons apart", () => {
  const at = "error sending request for url (http://refused/): client error";
  for (
    const [message, says] of [
      [
        `${at} (Connect): invalid peer certificate: UnknownIssuer`,
        /that this machine trusts; DENO_TLS_CA_STORE/,
      ],
      [
        `${at} (Connect): received corrupt message of type InvalidContentType`,
        /must speak TLS .*; try http$/,
      ],
      [
        `${at} (Connect): dns error: failed to lookup address information`,
        /name must be known; no address was found for it$/,
      ],
      [
        "error sending request from 127.0.0.1:1 for http://127.0.0.1:2/refused (127.0.0.1:2): client error (SendRequest): connection closed before message completed",
        /reachable; it ended the connection/,
      ],
      ["error reading a body from connection", /it ended the connection/],
      [`${at} (Connect): no words of ours`, /^it must be reachable; $/],
    ] as const
  ) {
    const { rule, hint } = failureOf(thrown(message), 1000);
    assert.match(`${rule}; ${hint}`, says);
  }
});
