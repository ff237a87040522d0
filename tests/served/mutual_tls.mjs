/**
 * Calls a server that asks for a certificate, without one and with one, by the runtime of TypeScript packages. Prints the
 * names of the errors, or "none".
 *
 * Usage: node mutual_tls.mjs RUNTIME URL FOLDER: RUNTIME is the compiled runtime, FOLDER has the certificates.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, url, folder] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(runtime, `${name}.js`)));
const [{ noContent }, { call }, { ClientCore }, { HTTPClient }] = await Promise.all(
  ["answers", "call", "client", "http"].map(load),
);

/** The class `Agent` of the package `undici`, which Node has built in. */
const { constructor: Agent } = await fetch("data:,").then(() => globalThis[Symbol.for("undici.globalDispatcher.1")]);

/** Returns a transport as the package's README makes it. */
const clientWith = (files) => {
  const read = Object.entries(files).map(([option, name]) => [option, readFileSync(join(folder, name))]);
  const dispatcher = new Agent({ connect: Object.fromEntries(read) });
  return new HTTPClient({ fetcher: (input, init) => fetch(input, { ...init, dispatcher }) });
};

const operation = { id: "o", method: "GET", path: "/state", answers: [{ status: 204, decode: noContent }] };
const description = { package: "p", version: "1", variablePrefix: "P", servers: [{ url }] };
const own = { cert: "client.pem", key: "client.key" };
for (const httpClient of [clientWith({ ca: "ca.pem" }), clientWith({ ca: "ca.pem", ...own })]) {
  const { ok, error } = await call(new ClientCore(description, { httpClient }), operation, undefined);
  console.log(ok ? "none" : error.name);
}
process.exit();
