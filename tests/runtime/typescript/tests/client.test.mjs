import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";

import { AcmePhotosCore } from "../dist/core.js";
import { photosGet } from "../dist/funcs/photosGet.js";
import { errors } from "../dist/index.js";
import { HTTPClient } from "../dist/lib/http.js";
import { answering, jsonResponse, wirePhoto } from "./answering.mjs";

const quick = {
  strategy: "backoff",
  backoff: { initialInterval: 1, maxInterval: 2, exponent: 1, maxElapsedTime: 1000 },
};

test("a call gives the value in the program's form", async () => {
  const { sdk, requests } = answering(jsonResponse(wirePhoto));
  const photo = await sdk.photos.get({ photoId: "a/b", size: 10 });
  assert.deepEqual(photo, { photoId: "p1", takenAt: new Date("2024-05-06T07:08:09Z"), format: "jpeg", location: null });
  assert.equal(requests[0].url, "https://api.acme.example/v1/photos/a%2Fb?size=10");
  assert.equal(requests[0].headers.get("authorization"), "Bearer key");
});

test("a client that is logged shows no credential", async () => {
  const { sdk } = answering(jsonResponse(wirePhoto), { apiKey: "secret-key" });
  assert.ok(!inspect([sdk, sdk.photos], { depth: 9 }).includes("secret-key"));
  assert.ok(!JSON.stringify(sdk).includes("secret-key"));
});

test("withResponse gives the answer beside the value", async () => {
  const { sdk } = answering(jsonResponse(wirePhoto, { headers: { "x-a": "b" } }));
  const { value, response } = await sdk.photos.get({ photoId: "p1" }).withResponse();
  assert.equal(value.photoId, "p1");
  assert.equal(response.headers.get("x-a"), "b");
});

test("withResponse alone leaves no unhandled rejection", async () => {
  const { sdk } = answering(new Response("no", { status: 500 }));
  await assert.rejects(sdk.photos.get({ photoId: "p1" }).withResponse(), errors.APIError);
  await new Promise((resolve) => setTimeout(resolve, 10));
});

test("a function gives a result and never throws", async () => {
  const fetcher = async () =>
    jsonResponse({ title: "Gone", code: 7 }, { status: 404, headers: { "content-type": "application/problem+json" } });
  const core = new AcmePhotosCore({ apiKey: "key", httpClient: new HTTPClient({ fetcher }) });
  const result = await photosGet(core, { photoId: "p1" });
  assert.equal(result.ok, false);
  assert.ok(errors.Problem.is(result.error));
  assert.ok(result.error instanceof errors.AcmePhotosError);
  assert.deepEqual([result.error.title, result.error.code, result.error.data.title], ["Gone", 7, "Gone"]);
  assert.equal(result.error.statusCode, 404);
  assert.equal(result.error.httpMeta.response, result.error.rawResponse);
  assert.equal(result.error.httpMeta.request.headers.has("authorization"), false);
  assert.match(result.error.message, /Gone \(GET \/photos\/\{photo_id\}: status 404\)/);
});

test("an error is recognised over copies of a package", async () => {
  class Problem extends Error {
    static brand = "@acme/photos:Problem";
  }
  assert.ok(errors.Problem.is(new Problem()));
  assert.ok(!errors.APIError.is(new Problem()));
  assert.ok(!errors.Problem.is(new Error()) && !errors.Problem.is(null));
});

test("arguments that do not fit are refused before anything is sent", async () => {
  const { sdk, requests } = answering(jsonResponse({ photos: [] }));
  const failure = await sdk.photos.list({ albumId: "a", limit: 1000 }).catch((error) => error);
  assert.ok(errors.InvalidRequestError.is(failure));
  assert.deepEqual(
    failure.issues.map(({ path }) => path),
    [["query", "limit"]],
  );
  assert.equal(failure.pretty(), "query.limit should be at most 100");
  assert.equal(requests.length, 0);
});

test("lenient requests are sent, and the logger is told", async () => {
  const lines = [];
  const debugLogger = { log: (line) => lines.push(line) };
  const { sdk, requests } = answering(jsonResponse({ photos: [] }), {
    validation: { requests: "lenient" },
    debugLogger,
  });
  await sdk.photos.list({ albumId: "a", limit: "many" });
  assert.match(requests[0].url, /limit=many/);
  assert.ok(lines.some((line) => line.includes("limit should be an integer")));
});

test("null for an optional property of an answer passes, where answers are strict, too", async () => {
  const answer = jsonResponse({ ...wirePhoto, caption: null });
  const { sdk } = answering(answer, { validation: { responses: "strict" } });
  assert.equal((await sdk.photos.get({ photoId: "p1" })).caption, undefined);
});

test("answers that do not fit pass where they are lenient, and throw where they are strict", async () => {
  const wrong = { ...wirePhoto, taken_at: "yesterday", format: "gif", location: { latitude: 1, longitude: 2 } };
  const lenient = await answering(jsonResponse(wrong)).sdk.photos.get({ photoId: "p1" });
  assert.deepEqual([lenient.takenAt, lenient.format], ["yesterday", "gif"]);
  const { sdk } = answering(jsonResponse(wrong), { validation: { responses: "strict" } });
  const failure = await sdk.photos.get({ photoId: "p1" }).catch((error) => error);
  assert.ok(errors.ResponseValidationError.is(failure));
  assert.deepEqual(
    failure.issues.map(({ path }) => path),
    [["taken_at"], ["format"]],
  );
  assert.deepEqual(failure.rawValue, wrong);
  assert.equal(failure.statusCode, 200);
});

test("the caller's signal ends a wait between attempts at once", async () => {
  const { sdk } = answering(() => new Response("busy", { status: 503, headers: { "retry-after": "30" } }));
  const controller = new AbortController();
  const start = performance.now();
  setTimeout(() => controller.abort(), 30);
  const failure = await sdk.photos
    .get(
      { photoId: "p1" },
      {
        retries: quick && { ...quick, backoff: { ...quick.backoff, maxElapsedTime: 60000 } },
        signal: controller.signal,
      },
    )
    .catch((error) => error);
  assert.ok(errors.RequestAbortedError.is(failure), String(failure));
  assert.ok(performance.now() - start < 1000);
});

test("a signal that was aborted before sends nothing", async () => {
  const { sdk, requests } = answering(jsonResponse(wirePhoto));
  await assert.rejects(sdk.photos.get({ photoId: "p1" }, { signal: AbortSignal.abort() }), errors.RequestAbortedError);
  assert.equal(requests.length, 0);
});

test("a timeout is told from an abort, and a hanging credential is bounded by it", async () => {
  const { sdk } = answering(jsonResponse(wirePhoto), { apiKey: () => new Promise(() => {}), timeoutMs: 20 });
  await assert.rejects(sdk.photos.get({ photoId: "p1" }), errors.RequestTimeoutError);
});

test("an idempotency key stays the same over attempts, and a stream is not sent again", async () => {
  const busy = () => new Response("busy", { status: 503 });
  const { sdk, requests } = answering([busy, busy, () => new Response(null, { status: 204 })], { retryConfig: quick });
  await sdk.photos.update({ photoId: "p", photoUpdate: { fileName: "x", takenAt: new Date(0) } });
  const keys = requests.map(({ headers }) => headers.get("idempotency-key"));
  assert.equal(new Set(keys).size, 1);
  assert.equal(keys.length, 3);
  assert.equal(requests[0].body, '{"file_name":"x","taken_at":"1970-01-01T00:00:00.000Z"}');
});

test("hooks of the transport see each request, answer and error", async () => {
  const seen = [];
  const fetcher = async (request) => {
    if (request.url.includes("bad")) throw new TypeError("refused");
    seen.push(request.headers.get("x-hook"));
    return jsonResponse(wirePhoto);
  };
  const before = (request) => {
    const changed = new Request(request);
    changed.headers.set("x-hook", "1");
    return changed;
  };
  const client = new HTTPClient({ fetcher })
    .addHook("beforeRequest", before)
    .addHook("response", (response) => void seen.push(response.status))
    .addHook("requestError", (error) => void seen.push(error.message));
  const { sdk } = answering([], { httpClient: client });
  await sdk.photos.get({ photoId: "p1" });
  await assert.rejects(sdk.photos.get({ photoId: "bad" }), errors.ConnectionError);
  client.removeHook("beforeRequest", before);
  await sdk.photos.get({ photoId: "p1" });
  assert.deepEqual(seen, ["1", 200, "refused", null, 200]);
});

test("options of fetch go to fetch, headers of a call win", async () => {
  const { sdk, requests } = answering(jsonResponse(wirePhoto));
  await sdk.photos.get(
    { photoId: "p" },
    {
      cache: "no-store",
      headers: { authorization: "mine" },
      fetchOptions: { keepalive: true, headers: { "x-b": "c" } },
    },
  );
  assert.deepEqual([requests[0].cache, requests[0].keepalive], ["no-store", true]);
  assert.deepEqual([requests[0].headers.get("authorization"), requests[0].headers.get("x-b")], ["mine", "c"]);
  assert.ok(!("retries" in requests[0]) && !("timeoutMs" in requests[0]));
});

test("a client with other options", async () => {
  const { sdk, requests } = answering(jsonResponse(wirePhoto));
  await sdk.withOptions({ serverURL: "http://other/", environment: "test" }).photos.get({ photoId: "p" });
  assert.equal(requests[0].url, "http://other/photos/p");
  assert.equal(requests[0].headers.get("environment"), "test");
});

test("a request that the description lacks", async () => {
  const { sdk, requests } = answering([() => jsonResponse({ a: 1 }), () => new Response("no", { status: 400 })], {
    retryConfig: quick,
  });
  assert.deepEqual(await sdk.request("post", "/things", { query: { q: "x y" }, body: { b: 1 } }), { a: 1 });
  assert.equal(requests[0].url, "https://api.acme.example/v1/things?q=x%20y");
  assert.equal(requests[0].body, '{"b":1}');
  assert.equal(requests[0].headers.get("authorization"), "Bearer key");
  await assert.rejects(sdk.request("GET", "/things"), errors.APIError);
});

test("further members of query and body", async () => {
  const { sdk, requests } = answering(new Response(null, { status: 204 }));
  await sdk.photos.update({ photoId: "p", photoUpdate: {} }, { extraQuery: { q: 1 }, extraBody: { more: true } });
  assert.match(requests[0].url, /\?q=1$/);
  assert.equal(requests[0].body, '{"more":true}');
});

test("a timeout of the platform's own is a timeout, and no URL shows a password", async () => {
  const failing = (cause) => () => {
    throw cause;
  };
  const code = "UND_ERR_HEADERS_TIMEOUT";
  const late = answering(failing(new TypeError("fetch failed", { cause: { code, message: "Headers Timeout Error" } })));
  const timedOut = await late.sdk.photos.get({ photoId: "p1" }).catch((error) => error);
  assert.ok(errors.RequestTimeoutError.is(timedOut), String(timedOut));
  const refused = answering(failing(new TypeError("no request to http://ann:hidden@x.example/")));
  const failed = await refused.sdk.photos.get({ photoId: "p1" }).catch((error) => error);
  assert.ok(errors.ConnectionError.is(failed), String(failed));
  assert.match(failed.message, /http:\/\/x\.example/);
});

test("logs show nothing of what a name of credentials holds", async () => {
  const lines = [];
  const secrets = { tokens: ["hidden1", "hidden2"], credentials: { user: "hidden3" }, accessKey: "hidden4", seen: 1 };
  const cut = `{"a": [1], "nested": {"tokens": ["hidden5", "hidden6"`;
  for (const answer of [jsonResponse(secrets), new Response(cut, { headers: { "content-type": "text/plain" } })]) {
    answer.headers.set("location", "https://x.example/?session=hidden7&page=2");
    const { sdk } = answering(answer, { debugLogger: { log: (line) => lines.push(line) }, debugBodies: true });
    await sdk.request("POST", "/x", { query: { privateKey: "hidden8", monkey: "shown" } });
  }
  const text = lines.join("\n");
  assert.ok(!text.includes("hidden"), text);
  assert.ok(text.includes("monkey=shown") && text.includes('"seen":1') && text.includes("page=2"), text);
});

test("logs show no credential", async () => {
  const lines = [];
  const debugLogger = { log: (line) => lines.push(line), group: (line) => lines.push(line), groupEnd() {} };
  const answer = jsonResponse({ ...wirePhoto, access_token: "hidden1" }, { headers: { "set-cookie": "a=hidden2" } });
  const { sdk } = answering(answer, { debugLogger, debugBodies: true, apiKey: "hidden3" });
  const query = { api_key: "hidden4", a: "shown" };
  await sdk.request("POST", "/x", { query, body: { password: "hidden5", text: "shown2" } });
  const text = lines.join("\n");
  assert.ok(!text.includes("hidden"), text);
  assert.ok(text.includes("a=shown") && text.includes("shown2") && text.includes("/v1/x"));
});
