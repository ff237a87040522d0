import assert from "node:assert/strict";
import { test } from "node:test";

import { apiKey, basic, bearer } from "../dist/lib/security.js";
import { call } from "../dist/lib/call.js";
import { digest } from "../dist/lib/digest.js";
import { ClientCore } from "../dist/lib/client.js";
import { noContent } from "../dist/lib/answers.js";
import { HTTPClient } from "../dist/lib/http.js";
import { clientCredentials, resourceOwnerPassword } from "../dist/lib/oauth2.js";
import { serverURLBeside } from "../dist/lib/servers.js";

/** Returns the result of a call of an operation that has one scheme of security. */
const called = (scheme, fetcher, options, credential) => {
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
    { credentials: { key: credential } },
  );
  const operation = {
    id: "o",
    method: "GET",
    path: "/",
    security: [["scheme"]],
    answers: [{ status: 204, decode: noContent }],
  };
  return () => call(client, operation, undefined);
};

/** Returns the request that such a call sends. */
const sent = async (scheme, options = {}, credential = "k") => {
  const requests = [];
  const fetcher = async (url, init) => {
    requests.push({ url, ...init, headers: new Headers(init.headers) });
    return new Response(null, { status: 204 });
  };
  const result = await called(scheme, fetcher, options, credential)();
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

test("a nonce that several calls get at once is counted once", async () => {
  const numbers = [];
  let unsigned = 0;
  const fetcher = async (_url, init) => {
    const number = /nc=(\w+)/.exec(new Headers(init.headers).get("authorization"))?.[1];
    if (number !== undefined && !numbers.includes(number)) {
      numbers.push(number);
      return new Response(null, { status: 204 });
    }
    if (number === undefined) await new Promise((resolve) => setTimeout(resolve, 30 * unsigned++));
    const headers = { "www-authenticate": 'Digest realm="r", nonce="n", qop="auth"' };
    return new Response(null, { status: 401, headers });
  };
  const run = called(digest("key"), fetcher, {}, { username: "u", password: "p" });
  const results = await Promise.all([run(), run(), run()]);
  assert.deepEqual(
    results.map(({ ok }) => ok),
    [true, true, true],
  );
  assert.deepEqual(numbers.sort(), ["00000001", "00000002", "00000003"]);
});

test("a token endpoint gets parameters of its own", async () => {
  const bodies = [];
  const fetcher = async (url, init) => {
    if (!url.endsWith("/token")) return new Response(null, { status: 204 });
    bodies.push(init.body);
    return new Response(JSON.stringify({ access_token: "t" }));
  };
  const scheme = clientCredentials("key", "/token", {}, { forWhom: "audience", days: "days" });
  const credential = { clientID: "c", clientSecret: "s", forWhom: "a b", days: 3 };
  assert.ok((await called(scheme, fetcher, {}, credential)()).ok);
  assert.deepEqual(bodies, ["grant_type=client_credentials&client_id=c&client_secret=s&audience=a+b&days=3"]);
});

test("parts of a credential may be functions", async () => {
  const credential = { username: () => "u", password: async () => "p" };
  const { headers } = await sent(basic("key"), {}, credential);
  assert.equal(headers.get("authorization"), `Basic ${btoa("u:p")}`);
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

/** Returns a server that gives tokens by turns, and what it is asked for. */
const tokenServer = (answers, refused = []) => {
  const seen = [];
  const fetcher = async (url, { body, headers }) => {
    const { pathname } = new URL(url);
    if (pathname === "/") return new Response(null, { status: refused.includes(headers.authorization) ? 401 : 204 });
    const { grant_type: grant, refresh_token: token = "" } = Object.fromEntries(new URLSearchParams(body));
    seen.push(`${pathname} ${grant} ${token}`.trim());
    const { status = 200, ...answer } = answers.shift();
    return new Response(JSON.stringify(answer), { status });
  };
  return [fetcher, seen];
};

test("a refresh token renews a token of the password grant", async () => {
  const answers = [
    { access_token: "a1", refresh_token: "r1", expires_in: 0 },
    { access_token: "a2", expires_in: 0 },
    { access_token: "a3", refresh_token: "r3", expires_in: 0 },
    { status: 400, error: "invalid_grant" },
    { access_token: "a4", expires_in: 3600 },
  ];
  const [fetcher, seen] = tokenServer(answers);
  const scheme = resourceOwnerPassword("key", "/token", {}, "/refresh");
  const run = called(scheme, fetcher, {}, { username: "u", password: "p", clientID: "c" });
  for (let count = 0; count < 5; count++) assert.ok((await run()).ok);
  assert.deepEqual(seen, [
    "/token password",
    "/refresh refresh_token r1",
    "/refresh refresh_token r1",
    "/refresh refresh_token r3",
    "/token password",
  ]);
});

test("a refused token is renewed by its refresh token, a refreshed one by the grant", async () => {
  const schemes = [
    [resourceOwnerPassword("key", "/token"), { username: "u", password: "p" }, "password"],
    [clientCredentials("key", "/token"), { clientID: "c", clientSecret: "s" }, "client_credentials"],
  ];
  for (const [scheme, credential, grant] of schemes) {
    const answers = [{ access_token: "a1", refresh_token: "r1" }, { access_token: "a2" }, { access_token: "a3" }];
    const refused = ["Bearer a1"];
    const [fetcher, seen] = tokenServer(answers, refused);
    const run = called(scheme, fetcher, {}, credential);
    assert.ok((await run()).ok);
    refused.push("Bearer a2");
    assert.ok((await run()).ok);
    assert.deepEqual(seen, [`/token ${grant}`, "/token refresh_token r1", `/token ${grant}`]);
  }
});

test("an answer without a token refuses a refresh token", async () => {
  const answers = [
    { access_token: "a1", refresh_token: "r1", expires_in: 0 },
    { error: "none" },
    { access_token: "a2" },
  ];
  const [fetcher, seen] = tokenServer(answers);
  const run = called(resourceOwnerPassword("key", "/token"), fetcher, {}, { username: "u", password: "p" });
  assert.ok((await run()).ok);
  assert.ok((await run()).ok);
  assert.deepEqual(seen, ["/token password", "/token refresh_token r1", "/token password"]);
});

test("the name of a server that other operations have chooses the first of the API's", () => {
  const servers = [{ url: "https://a.example" }, { url: "https://b.example", id: "b" }];
  const choose = serverURLBeside(["uploads"]);
  assert.equal(choose(servers, { server: "uploads" }), "https://a.example");
  assert.equal(choose(servers, { server: "b" }), "https://b.example");
  assert.equal(choose(servers, { server: "unknown" }), undefined);
});
