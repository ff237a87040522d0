/** Runs the bundle of a worker in workerd and prints what it answers: `workerd.mjs BUNDLE URL`. */

import { Miniflare } from "miniflare";

const [bundle, server] = process.argv.slice(2);
const worker = new Miniflare({
  modules: true,
  scriptPath: bundle,
  bindings: { SERVER: server },
  compatibilityDate: "2026-01-01",
});
const response = await worker.dispatchFetch("http://localhost/");
console.log(await response.text());
await worker.dispose();
