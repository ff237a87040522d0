import assert from "node:assert/strict";
import { test } from "node:test";

import { traced } from "../dist/lib/telemetry.js";
import { answering, jsonResponse, wirePhoto } from "./answering.mjs";

/** Returns a tracer, and what was said of its spans. */
const recording = () => {
  const spans = [];
  const startSpan = (name, { kind, attributes }) => {
    const span = { name, kind, attributes: { ...attributes }, exceptions: [], ended: 0 };
    spans.push(span);
    return {
      setAttributes: (more) => Object.assign(span.attributes, more),
      setStatus: ({ code }) => (span.status = code),
      recordException: (error) => span.exceptions.push(error.message),
      end: () => (span.ended += 1),
    };
  };
  return { tracer: { startSpan }, spans };
};

test("a call is a span, named by its template, without credentials and the query", async () => {
  const { tracer, spans } = recording();
  const { sdk } = answering(jsonResponse(wirePhoto), { hooks: traced(tracer) });
  await sdk.photos.get({ photoId: "p 1", size: 10 });
  assert.deepEqual(spans, [
    {
      name: "GET /photos/{photo_id}",
      kind: 2,
      attributes: {
        "http.request.method": "GET",
        "server.address": "api.acme.example",
        "server.port": 443,
        "url.full": "https://api.acme.example/v1/photos/p%201",
        "url.template": "/photos/{photo_id}",
        "http.response.status_code": 200,
      },
      exceptions: [],
      ended: 1,
    },
  ]);
});

test("each attempt is a span, and says what went wrong", async () => {
  const { tracer, spans } = recording();
  const backoff = { initialInterval: 1, maxInterval: 1, exponent: 1, maxElapsedTime: 1000 };
  const refused = () => {
    throw new TypeError("refused");
  };
  const answers = [refused, new Response("", { status: 503 }), new Response("", { status: 404 })];
  const { sdk } = answering(answers, { hooks: traced(tracer), retryConfig: { strategy: "backoff", backoff } });
  await assert.rejects(sdk.photos.get({ photoId: "p1" }));
  assert.deepEqual(
    spans.map(({ attributes }) => [attributes["http.request.resend_count"], attributes["error.type"]]),
    [
      [undefined, "TypeError"],
      [1, "503"],
      [2, "404"],
    ],
  );
  assert.deepEqual(
    spans.map(({ status, ended }) => [status, ended]),
    [
      [2, 1],
      [2, 1],
      [2, 1],
    ],
  );
  assert.deepEqual(spans[0].exceptions, ["refused"]);
});
