/**
 * Measures clients in one process, calls of all in turn: bundles of one function, and processor time of a call over
 * that of a bare `fetch`. The server is another process. Prints JSON.
 *
 * Usage: node compare.mjs FOLDER ROUNDS: FOLDER has `node_modules`, `gallery` (our package, compiled) and `hey`.
 */

import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const folder = resolve(process.argv[2]);
const rounds = Number(process.argv[3]);
const { build } = createRequire(join(folder, "package.json"))("esbuild");
const batches = 20;
const calls = 100;

/** Modules that make a client for a server, and return a function that makes one call. */
const modules = {
  "bare fetch": `
    export const connect = (url) => async () =>
      (await fetch(url + "/photos/p1?size=640", { headers: { authorization: "Bearer k" } })).json();`,
  typewright: `
    import { GalleryCore } from "./gallery/dist/core.js";
    import { photosGetPhoto } from "./gallery/dist/funcs/photosGetPhoto.js";
    export const connect = (url) => {
      const core = new GalleryCore({ token: "k", serverURL: url });
      return async () => (await photosGetPhoto(core, { photoId: "p1", size: 640 })).value.photoId;
    };`,
  "openapi-fetch": `
    import createClient from "openapi-fetch";
    export const connect = (url) => {
      const client = createClient({ baseUrl: url, headers: { authorization: "Bearer k" } });
      const params = { path: { photo_id: "p1" }, query: { size: 640 } };
      return async () => (await client.GET("/photos/{photo_id}", { params })).data.photo_id;
    };`,
  "@hey-api/openapi-ts": `
    import { createClient, createConfig } from "./hey/client";
    import { getPhoto } from "./hey/sdk.gen";
    export const connect = (url) => {
      const client = createClient(createConfig({ baseUrl: url, auth: "k" }));
      return async () =>
        (await getPhoto({ client, path: { photo_id: "p1" }, query: { size: 640 } })).data.photo_id;
    };`,
  "@orq-ai/node": `
    import { OrqCore } from "@orq-ai/node/core.js";
    import { filesGet } from "@orq-ai/node/funcs/filesGet.js";
    export const connect = (url) => {
      const core = new OrqCore({ apiKey: "k", serverURL: url });
      return async () => (await filesGet(core, { fileId: "f1" })).value.file;
    };`,
};

const photo = {
  photo_id: "p1",
  taken_at: "2026-01-02T03:04:05Z",
  title: "Sea",
  caption: "The sea",
  width: 640,
  height: 480,
  size_bytes: 123456,
  is_public: true,
  tags: ["blue", "wide"],
  format: "jpeg",
};
const file = {
  file_id: "f1",
  object_name: "a/b.png",
  purpose: "FILE_PURPOSE_RETRIEVAL",
  bytes: "123456",
  file_name: "b.png",
  workspace_id: "3f0f35c5-4fc5-4a0e-8d0a-8e2b5c1f3b7a",
  project_id: "p1",
  created_at: "2026-01-02T03:04:05Z",
};

/** Returns the bundle of a module, as a text. */
async function bundleOf(contents, minify) {
  const stdin = { contents, resolveDir: folder, loader: "ts" };
  const options = { bundle: true, minify, format: "esm", platform: "node", target: "es2022", write: false };
  const { outputFiles } = await build({ stdin, ...options, logLevel: "error" });
  return outputFiles[0].contents;
}

/** Returns a server in a process of its own: `/files/…` answers a file, all else a photo. */
async function startServer() {
  const script = `const [photo, file] = ${JSON.stringify([photo, { file }].map((value) => JSON.stringify(value)))};
  require("node:http").createServer((request, response) => {
    const text = request.url.includes("/files/") ? file : photo;
    response.writeHead(200, { "content-type": "application/json", "content-length": text.length }).end(text);
  }).listen(0, "127.0.0.1", function () { process.send(this.address().port); });
  process.on("disconnect", () => process.exit());`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const port = await new Promise((done) => child.once("message", done));
  return { url: `http://127.0.0.1:${port}`, close: () => child.disconnect() };
}

/** Returns the microseconds of the processor that a call takes. */
async function timeOf(call) {
  const before = process.cpuUsage();
  for (let number = 0; number < calls; number++) await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

const found = { bundles: {}, calls: {} };
const server = await startServer();
const contenders = {};
for (const [name, contents] of Object.entries(modules)) {
  const bundle = await bundleOf(contents, true);
  found.bundles[name] = { bytes: bundle.length, gzip: gzipSync(bundle, { level: 9 }).length };
  const path = join(folder, `${name.replace(/\W/g, "_")}.mjs`);
  writeFileSync(path, await bundleOf(contents, false));
  const call = (await import(pathToFileURL(path))).connect(server.url);
  if ((await call()) === undefined) throw new Error(`${name} gives nothing`);
  contenders[name] = call;
  found.calls[name] = [];
}
for (let round = -1; round < rounds; round++) {
  for (let batch = 0; batch < batches; batch++) {
    for (const [name, call] of Object.entries(contenders)) {
      const time = await timeOf(call);
      if (round >= 0) found.calls[name].push(time); // the first round warms up
    }
  }
}
server.close();
console.log(JSON.stringify(found));
