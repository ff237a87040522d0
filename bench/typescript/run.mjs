/**
 * Measures the runtime of TypeScript packages: bundle sizes, time over a bare `fetch`, values read, events parsed.
 *
 * Usage: npm install, then
 *   node ../../tests/runtime/typescript/run.mjs build TSC FOLDER && node run.mjs FOLDER
 */

import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

const folder = resolve(process.argv[2]);
const load = (path) => import(pathToFileURL(join(folder, "dist", path)));

const entries = {
  "one JSON function": 'import { AcmePhotosCore } from "./dist/core.js"; import { photosGet } from "./dist/funcs/photosGet.js"; console.log(photosGet(new AcmePhotosCore({ apiKey: "k" }), { photoId: "p" }));',
  "one streaming function": 'import { AcmePhotosCore } from "./dist/core.js"; import { photosDescribe } from "./dist/funcs/photosDescribe.js"; console.log(photosDescribe(new AcmePhotosCore({ apiKey: "k" }), { photo: "p", stream: true }));',
  "the whole class": 'import { AcmePhotos } from "./dist/index.js"; console.log(new AcmePhotos({ apiKey: "k" }).photos.get({ photoId: "p" }));',
  "a type's companion": 'import { Photo } from "./dist/models/components/photo.js"; console.log(Photo.parse({}));',
  "nothing of the index": 'import "./dist/index.js";',
};

for (const [name, contents] of Object.entries(entries)) {
  const stdin = { contents, resolveDir: folder };
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: "esm", platform: "neutral", target: "es2022", write: false });
  const [{ contents: bytes }] = outputFiles;
  console.log(`bundle of ${name}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzip`);
}

const { AcmePhotos } = await load("index.js");
const wire = {
  photo_id: "p1",
  taken_at: "2024-05-06T07:08:09.000Z",
  format: "jpeg",
  location: { latitude: 1, longitude: 2 },
  caption: "Sea",
  tags: ["a", "b"],
  size_bytes: 12345,
};

/** Returns the median of how many microseconds a call takes, calls of the contenders alternating. */
const medians = async (contenders, rounds) => {
  const times = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      const start = performance.now();
      await contender();
      times[index].push((performance.now() - start) * 1000);
    }
  }
  return times.map((list) => list.sort((one, other) => one - other)[Math.floor(list.length / 2)]);
};

const text = JSON.stringify(wire);
const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": text.length });
  response.end(text);
}).listen(0, "127.0.0.1");
await new Promise((done) => server.once("listening", done));
const url = `http://127.0.0.1:${server.address().port}`;
const sdk = new AcmePhotos({ apiKey: "k", serverURL: url });
const bare = async () => (await fetch(`${url}/photos/p1?size=1`, { headers: { authorization: "Bearer k" } })).json();
const call = () => sdk.photos.get({ photoId: "p1", size: 1 });
await medians([bare, call], 2000);
const [bareTime, callTime] = await medians([bare, call], 8000);
console.log(`a call: ${callTime.toFixed(1)} us, a bare fetch ${bareTime.toFixed(1)} us: ${(callTime - bareTime).toFixed(1)} us more`);
server.close();
server.closeAllConnections();

const { readPhoto, writePhoto } = await load("models/components/photo.js");
const { Context } = await load("lib/validation.js");
const perSecond = (count, run) => {
  run(count / 5);
  const start = performance.now();
  run(count);
  return Math.round((count / (performance.now() - start)) * 1000).toLocaleString("en");
};
for (const strict of [false, true]) {
  const values = Array.from({ length: 1000 }, () => JSON.parse(text));
  const photos = values.map((value) => readPhoto(value, new Context(strict)));
  const reads = perSecond(500_000, (count) => {
    for (let index = 0; index < count; index++) readPhoto(values[index % 1000], new Context(strict));
  });
  const writes = perSecond(500_000, (count) => {
    for (let index = 0; index < count; index++) writePhoto(photos[index % 1000], new Context(strict));
  });
  console.log(`seven fields, one date, nested, ${strict ? "strict" : "lenient"}: ${reads} reads/s, ${writes} writes/s`);
}

const { eventStream } = await load("lib/event-stream.js");
const event = `data: ${JSON.stringify({ text: "some words of an answer", token_count: 7 })}\n\n`;
const chunk = new TextEncoder().encode(event.repeat(Math.floor(65_536 / event.length)));
const throughput = async (megabytes, answer) => {
  let left = Math.floor((megabytes * 1e6) / chunk.length);
  const body = new ReadableStream({ pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()) });
  const context = { read: (_answer, value) => value, invalid: Error, detach: () => () => {}, failure: (cause) => cause };
  const start = performance.now();
  let count = 0;
  for await (const _ of await eventStream(new Response(body), answer, context)) count++;
  return [megabytes / ((performance.now() - start) / 1000), count];
};
await throughput(20, {});
for (const [name, answer] of Object.entries({ "JSON data": {}, "text data": { text: true } })) {
  const [rate, count] = await throughput(200, answer);
  console.log(`events of ${event.length} bytes, ${name}: ${rate.toFixed(0)} MB/s (${count} events)`);
}
