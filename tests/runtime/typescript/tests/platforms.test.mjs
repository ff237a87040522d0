import assert from "node:assert/strict";
import { test } from "node:test";

import { apiKey, bearer, mutualTLS } from "../dist/lib/security.js";
import { call } from "../dist/lib/call.js";
import { ClientCore } from "../dist/lib/client.js";
import { noContent } from "../dist/lib/answers.js";
import { HTTPClient } from "../dist/lib/http.js";

/** Returns the request that a client sends whose operation has one scheme of security. */
const sent = async (scheme, options = {}) => {
  const requests = [];
  const fetcher = async (url, init) => {
    requests.push({ url, ...init, headers: new Headers(init.headers) });
    return new Response(null, { status: 204 });
  };
  const description = {
    package: "p",
    version: "1",
    variablePrefix: "P",
    servers: [{ url: "https://a.example" }],
    schemes: { scheme },
  };
  const client = new ClientCore(
    description,
    { httpClient: new HTTPClient({ fetcher }), ...options },
    { credentials: { key: "k" } },
  );
  const operation = {
    id: "o",
    method: "GET",
    path: "/",
    security: [["scheme"]],
    answers: [{ status: 204, decode: noContent }],
  };
  const result = await call(client, operation, undefined);
  assert.ok(result.ok, result.error);
  return requests[0];
};

const inBrowser = async (run) => {
  globalThis.document = {};
  try {
    return await run();
  } finally {
    delete globalThis.document;
  }
};

test("in a browser a credential that it would take along is not redirected", async () => {
  const modes = { header: "error", query: "error", cookie: "error" };
  for (const [location, mode] of Object.entries(modes)) {
    assert.equal((await inBrowser(() => sent(apiKey("key", location, "X-Key")))).redirect, mode);
  }
  const request = await inBrowser(() => sent(bearer("key")));
  assert.equal(request.redirect, "follow");
  assert.ok(!request.headers.has("user-agent"));
});

test("elsewhere redirects are followed here", async () => {
  const request = await sent(apiKey("key", "header", "X-Key"));
  assert.equal(request.redirect, "manual");
  assert.match(request.headers.get("user-agent"), /^p\/1 \(Node\.js\//);
});

test("mutual TLS needs no credential", async () => {
  assert.ok(!(await sent(mutualTLS())).headers.has("authorization"));
});

test("where there is no process, there is no environment", async () => {
  const { process } = globalThis;
  delete globalThis.process;
  try {
    assert.equal((await sent(bearer("key", "NOT_SET"))).headers.get("authorization"), "Bearer k");
  } finally {
    globalThis.process = process;
  }
});
