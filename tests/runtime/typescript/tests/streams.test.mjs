import assert from "node:assert/strict";
import { test } from "node:test";

import { EventParser, EventStream, eventStream } from "../dist/lib/event-stream.js";
import { LineSplitter } from "../dist/lib/lines.js";
import { answering } from "./answering.mjs";

const parsed = (parts) => {
  const events = [];
  const parser = new EventParser((event) => events.push(event) > 0);
  for (const part of parts) parser.push(part);
  return events;
};

const texts = [
  ["data: a\n\ndata: b\r\n\r\ndata: c\r\r", [{ data: "a" }, { data: "b" }, { data: "c" }]],
  [
    "id: 1\nevent: x\ndata: a\ndata: b\ndata:\nretry: 5\n\ndata: c\n\n",
    [
      { id: "1", event: "x", data: "a\nb\n", retry: 5 },
      { id: "1", data: "c" },
    ],
  ],
  [":comment\n\ndata\n\nunknown: x\ndata:  two\n\ndata: unfinished\n", [{ data: "" }, { data: " two" }]],
  ["\r\n\n\rdata: a\r\n\rid: \0\ndata: b\n\nid\ndata: c\n\n", [{ data: "a" }, { data: "b" }, { data: "c" }]],
];

test("events are the same however the text is cut", () => {
  for (const [text, events] of texts) {
    assert.deepEqual(parsed([text]), events);
    assert.deepEqual(parsed([...text]), events);
    for (let first = 0; first < text.length; first++) {
      for (let second = first; second < text.length; second++) {
        assert.deepEqual(parsed([text.slice(0, first), text.slice(first, second), text.slice(second)]), events);
      }
    }
  }
});

test("a line that comes in many parts takes linear time", () => {
  const splitter = new LineSplitter();
  const part = "x".repeat(1000);
  const start = performance.now();
  for (let count = 0; count < 20_000; count++) splitter.push(part, () => assert.fail());
  splitter.push("\n", (line) => line.length === 20_000_000 || assert.fail());
  assert.ok(performance.now() - start < 3000);
});

const encoder = new TextEncoder();

/** Returns an answer of events, one a chunk, that does not end; `state.isCancelled` says whether it was ended. */
const endless = (state) => () => {
  const stream = new ReadableStream({
    pull(controller) {
      controller.enqueue(encoder.encode('data: {"text": "ü", "token_count": 1}\n\n'));
    },
    cancel() {
      state.isCancelled = true;
    },
  });
  return new Response(stream, { headers: { "content-type": "text/event-stream" } });
};

test("leaving the loop ends the connection", async () => {
  const state = {};
  const { sdk, requests } = answering(endless(state));
  const stream = await sdk.photos.describe({ photo: "p", stream: true });
  for await (const event of stream) {
    assert.deepEqual(event, { data: { text: "ü", tokenCount: 1 } });
    break;
  }
  assert.ok(state.isCancelled);
  assert.equal(requests[0].headers.get("accept"), "text/event-stream");
});

test("an exception in the loop ends the connection", async () => {
  const state = {};
  const stream = await answering(endless(state)).sdk.photos.describe({ photo: "p", stream: true });
  await assert.rejects(async () => {
    for await (const _ of stream) throw new Error("mine");
  }, /mine/);
  assert.ok(state.isCancelled);
});

test("a stream of events is a ReadableStream", async () => {
  const state = {};
  const stream = await answering(endless(state)).sdk.photos.describe({ photo: "p", stream: true });
  assert.ok(stream instanceof ReadableStream && stream instanceof EventStream);
  const reader = stream.getReader();
  assert.equal((await reader.read()).value.data.text, "ü");
  await reader.cancel();
  assert.ok(state.isCancelled);
});

test("the caller's signal ends a stream", async () => {
  const controller = new AbortController();
  const hanging = (_url, { signal }) => {
    const stream = new ReadableStream({
      start(inner) {
        signal.addEventListener("abort", () => inner.error(signal.reason));
      },
    });
    return new Response(stream, { headers: { "content-type": "text/event-stream" } });
  };
  const stream = await answering(hanging).sdk.photos.describe(
    { photo: "p", stream: true },
    { signal: controller.signal },
  );
  setTimeout(() => controller.abort(), 10);
  await assert.rejects(async () => {
    for await (const _ of stream) assert.fail();
  }, /aborted/);
});

test("data alone, until what ends streams of JSON by convention", async () => {
  const read = async (answer) => {
    const body = 'data: {"word": "a"}\n\nevent: odd\ndata: no JSON\n\ndata: [DONE]\n\ndata: 1\n\n';
    const context = { deadline: { detach: () => () => undefined }, read: (_answer, value) => value };
    const items = [];
    for await (const item of await eventStream(new Response(body), answer, context)) items.push(item);
    return items;
  };
  assert.deepEqual(await read({ isData: true }), [{ word: "a" }, "no JSON"]);
  assert.deepEqual(await read({}), [{ data: { word: "a" } }, { data: "no JSON", event: "odd" }]);
  assert.deepEqual(await read({ isData: true, text: true }), ['{"word": "a"}', "no JSON", "[DONE]", "1"]);
});
