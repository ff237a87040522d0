/**
 * Measures the runtime of TypeScript packages: bundle sizes, time over a bare `fetch`, values read, events parsed. Rates
 * are those of the processor; the time of a call is what the fastest tenth takes, so that a busy machine shows less.
 *
 * Usage: npm install, then
 *   node ../../tests/runtime/typescript/run.mjs build TSC FOLDER && node run.mjs FOLDER
 */

import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

const folder = resolve(process.argv[2]);
const load = (path) => import(pathToFileURL(join(folder, "dist", path)));

const entries = {
  "one JSON function":
    'import { AcmePhotosCore } from "./dist/core.js"; import { photosGet } from "./dist/funcs/photosGet.js"; console.log(photosGet(new AcmePhotosCore({ apiKey: "k" }), { photoId: "p" }));',
  "one streaming function":
    'import { AcmePhotosCore } from "./dist/core.js"; import { photosDescribe } from "./dist/funcs/photosDescribe.js"; console.log(photosDescribe(new AcmePhotosCore({ apiKey: "k" }), { photo: "p", stream: true }));',
  "the whole class":
    'import { AcmePhotos } from "./dist/index.js"; console.log(new AcmePhotos({ apiKey: "k" }).photos.get({ photoId: "p" }));',
  "a type's companion": 'import { Photo } from "./dist/models/components/photo.js"; console.log(Photo.parse({}));',
  "nothing of the index": 'import "./dist/index.js";',
};

for (const [name, contents] of Object.entries(entries)) {
  const stdin = { contents, resolveDir: folder };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    write: false,
  });
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

/** Returns the seconds of the processor that `run` takes. */
const processorTime = async (run) => {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const text = JSON.stringify(wire);

/** Returns a server in a process of its own. */
const startServer = async () => {
  const answer = JSON.stringify(text);
  const script = `require("node:http").createServer((request, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": ${text.length} }).end(${answer});
  }).listen(0, "127.0.0.1", function () { process.send(this.address().port); });
  process.on("disconnect", () => process.exit());`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const port = await new Promise((done) => child.once("message", done));
  return { url: `http://127.0.0.1:${port}`, close: () => child.disconnect() };
};

/** Returns how many microseconds a call of the fastest tenth takes, calls of the contenders alternating. */
const fastest = async (contenders, rounds) => {
  const times = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      const start = performance.now();
      await contender();
      times[index].push((performance.now() - start) * 1000);
    }
  }
  return times.map((list) => list.sort((one, other) => one - other)[Math.floor(list.length / 10)]);
};

const server = await startServer();
const sdk = new AcmePhotos({ apiKey: "k", serverURL: server.url });
const bare = async () =>
  (await fetch(`${server.url}/photos/p1?size=1`, { headers: { authorization: "Bearer k" } })).json();
const call = () => sdk.photos.get({ photoId: "p1", size: 1 });
await fastest([bare, call], 2000);
const [bareTime, callTime] = await fastest([bare, call], 8000);
const more = (callTime - bareTime).toFixed(0);
console.log(`a call: ${callTime.toFixed(0)} us, a bare fetch ${bareTime.toFixed(0)} us: ${more} us more`);
server.close();

const { readPhoto, writePhoto } = await load("models/components/photo.js");
const { Context } = await load("lib/validation.js");
const perSecond = async (count, run) => {
  run(count / 5);
  return Math.round(count / (await processorTime(() => run(count)))).toLocaleString("en");
};
for (const strict of [false, true]) {
  const values = Array.from({ length: 1000 }, () => JSON.parse(text));
  const photos = values.map((value) => readPhoto(value, new Context(strict)));
  const reads = await perSecond(500_000, (count) => {
    for (let index = 0; index < count; index++) readPhoto(values[index % 1000], new Context(strict));
  });
  const writes = await perSecond(500_000, (count) => {
    for (let index = 0; index < count; index++) writePhoto(photos[index % 1000], new Context(strict));
  });
  console.log(`seven fields, one date, nested, ${strict ? "strict" : "lenient"}: ${reads} reads/s, ${writes} writes/s`);
}

const { eventStream } = await load("lib/event-stream.js");
const payloads = {
  small: { text: "some words of an answer", token_count: 7 },
  usual: {
    id: "completion-123456789",
    object: "chunk",
    created: 1700000000,
    model: "m-2024-07-18",
    choices: [{ index: 0, delta: { content: " some words" }, logprobs: null, finish_reason: null }],
  },
  large: { text: "x".repeat(2000) },
};

const throughput = async (event, megabytes, answer) => {
  const chunk = new TextEncoder().encode(event.repeat(Math.floor(65_536 / event.length)));
  let left = Math.floor((megabytes * 1e6) / chunk.length);
  const body = new ReadableStream({
    pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
  });
  const context = {
    read: (_answer, value) => value,
    invalid: Error,
    deadline: { detach: () => () => {}, failure: (cause) => cause },
  };
  const seconds = await processorTime(async () => {
    for await (const _ of await eventStream(new Response(body), answer, context));
  });
  return (megabytes / seconds).toFixed(0);
};
await throughput("data: 1\n\n", 5, {});
for (const [name, payload] of Object.entries(payloads)) {
  const event = `data: ${JSON.stringify(payload)}\n\n`;
  console.log(
    `${name} events of ${event.length} bytes: ${await throughput(event, 100, {})} MB/s, ${await throughput(event, 100, { text: true })} MB/s where data is a text`,
  );
}
