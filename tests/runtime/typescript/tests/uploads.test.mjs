import assert from "node:assert/strict";
import { openAsBlob } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { ConnectionError } from "../dist/models/errors/index.js";
import { answering, jsonResponse, wirePhoto } from "./answering.mjs";

const created = () => jsonResponse(wirePhoto, { status: 201 });
const sent = async ({ body, headers }) => {
  const response = new Response(body, { headers: headers.has("content-type") ? headers : {} });
  return { type: response.headers.get("content-type"), form: await response.formData() };
};

test("files, texts, JSON and arrays are parts", async () => {
  const { sdk, requests } = answering(created);
  const image = new File(["png"], 'a "b" ü.png', { type: "image/png" });
  await sdk.photos.upload({
    image,
    thumbnails: [new Blob(["1"]), { fileName: "2.png", content: new Uint8Array([50]) }],
    details: { takenAt: new Date(0) },
    isPublic: true,
  });
  const { type, form } = await sent(requests[0]);
  assert.match(type, /^multipart\/form-data; boundary=/);
  assert.equal(form.get("image").name, 'a "b" ü.png');
  assert.equal(form.get("image").type, "image/png");
  assert.deepEqual(await Promise.all(form.getAll("thumbnails").map((file) => file.text())), ["1", "2"]);
  assert.equal(form.get("is_public"), "true");
  assert.equal(form.get("details"), '{"taken_at":"1970-01-01T00:00:00.000Z"}');
  assert.ok(!requests[0].headers.has("content-type"));
});

test("a file that is a stream makes the body one", async () => {
  const { sdk, requests } = answering(created);
  const content = new Blob(["one", "two"]).stream();
  await sdk.photos.upload({ image: { fileName: "s.png", content } });
  assert.equal(requests[0].duplex, "half");
  assert.equal(await (await sent(requests[0])).form.get("image").text(), "onetwo");
});

test("a large file takes constant memory, and is sent again after a refusal", { timeout: 120_000 }, async () => {
  const size = 512 * 1024 * 1024;
  const folder = await mkdtemp(join(tmpdir(), "upload-"));
  const path = join(folder, "large");
  const file = await open(path, "w");
  await file.truncate(size);
  await file.close();
  let received = 0;
  let requests = 0;
  const server = createServer((request, response) => {
    request.on("data", (chunk) => (received += chunk.length));
    request.on("end", () => {
      response.writeHead(requests++ === 0 ? 503 : 201, { "content-type": "application/json" });
      response.end(JSON.stringify(wirePhoto));
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const backoff = { initialInterval: 1, maxInterval: 1, exponent: 1, maxElapsedTime: 60_000 };
  const { sdk } = answering([], { httpClient: undefined, serverURL: `http://127.0.0.1:${server.address().port}` });
  const before = process.memoryUsage().rss;
  await sdk.photos.upload({ image: await openAsBlob(path) }, { retries: { strategy: "backoff", backoff } });
  const used = process.memoryUsage().rss - before;
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true });
  assert.equal(requests, 2);
  assert.ok(received > 2 * size);
  assert.ok(used < 200 * 1024 * 1024, `${used} bytes of memory`);
});

/** Runs `use` with a client of a server that redirects `/photos` to `/moved`, and returns the requests that it got. */
const redirecting = async (use) => {
  const requests = [];
  const server = createServer((request, response) => {
    let length = 0;
    request.on("data", (chunk) => (length += chunk.length));
    request.on("end", () => {
      requests.push({ url: request.url, length });
      const isMoved = request.url === "/moved";
      response.writeHead(isMoved ? 201 : 307, { location: "/moved", "content-type": "application/json" });
      response.end(isMoved ? JSON.stringify(wirePhoto) : "");
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  try {
    const serverURL = `http://127.0.0.1:${server.address().port}`;
    await use(answering([], { httpClient: undefined, serverURL }).sdk);
  } finally {
    server.close();
    server.closeAllConnections();
  }
  return requests;
};

test("a large file follows a redirect", async () => {
  const image = new Blob([new Uint8Array(3_000_000)]);
  const requests = await redirecting(async (sdk) => assert.equal((await sdk.photos.upload({ image })).photoId, "p1"));
  assert.equal(requests.at(-1).url, "/moved");
  assert.ok(requests.at(-1).length > 3_000_000);
});

test("a stream that is redirected fails with the reason", async () => {
  await redirecting(async (sdk) => {
    const image = { fileName: "s.png", content: new Blob(["one"]).stream() };
    await assert.rejects(sdk.photos.upload({ image }), (error) => {
      assert.ok(ConnectionError.is(error));
      assert.match(error.message, /^POST \/photos: fetch failed \(unexpected redirect\): a stream can be sent only once/);
      return true;
    });
  });
});
