// Prints all scenarios as JSON: what each request has to be and what comes back, with nothing left to be computed.
// Usage: node scenarios.mjs BASE_URL, in the folder that the packages are installed in.
import { readdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expandDyns } from "@typespec/spec-api";

const baseUrl = process.argv[2];
const compiled = resolve("node_modules/@typespec/http-specs/dist/specs");

function content(body) {
  if (!body) return undefined;
  const { contentType } = body;
  if (body.kind === "multipart") return { contentType, parts: body.parts, files: body.files?.map(file) };
  const raw = body.rawContent;
  if (raw === undefined) return { contentType };
  if (Buffer.isBuffer(raw)) return { contentType, base64: raw.toString("base64") };
  return { contentType, text: typeof raw === "string" ? raw : raw.serialize({ baseUrl }) };
}

function file({ fieldname, originalname, buffer, mimetype }) {
  return { name: fieldname, fileName: originalname, type: mimetype, base64: buffer.toString("base64") };
}

function exchange({ method, uri, request = {}, response }) {
  const { query, headers, pathParams, body, files } = request;
  return {
    method,
    uri,
    request: expandDyns({ query, headers, pathParams, body: content(body), files: files?.map(file) }, { baseUrl }),
    response: expandDyns({ status: response.status, headers: response.headers, body: content(response.body) }, { baseUrl }),
  };
}

const found = [];
const files = await readdir(compiled, { recursive: true });
for (const module of files.filter((name) => name.endsWith("mockapi.js")).sort()) {
  const { Scenarios } = await import(pathToFileURL(resolve(compiled, module)));
  for (const [name, { passCondition, apis }] of Object.entries(Scenarios)) {
    found.push({ name, folder: dirname(module), passCondition, exchanges: apis.map(exchange) });
  }
}
process.stdout.write(JSON.stringify(found));
