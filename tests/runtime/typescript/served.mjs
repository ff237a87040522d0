/**
 * Plays served cases with the runtime: reads a case a line as JSON, makes its calls, and writes what came of each.
 *
 * Usage: node served.mjs FOLDER DESCRIPTIONS, where FOLDER is what `run.mjs` built, and DESCRIPTIONS a file of JSON: the
 * descriptions by their names.
 */

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

import { Description, retryConfig, runtimeOf } from "./described.mjs";

const [folder, descriptions] = process.argv.slice(2);
const runtime = await runtimeOf(folder);
const documents = JSON.parse(readFileSync(descriptions, "utf8"));
const dispatcher = Symbol.for("undici.globalDispatcher.1");

const bytesOf = (value) => {
  if (typeof value === "string") return new TextEncoder().encode(value);
  if ("$base64" in value) return Uint8Array.from(Buffer.from(value.$base64, "base64"));
  if ("$repeat" in value) return new TextEncoder().encode(value.$repeat[0].repeat(value.$repeat[1]));
  return Uint8Array.from(Buffer.concat(value.$join.map(bytesOf)));
};

async function* chunks(texts) {
  for (const text of texts) yield new TextEncoder().encode(text);
}

/** Returns a value of a case as a caller gives it. */
const given = (value) => {
  if (Array.isArray(value)) return value.map(given);
  if (typeof value !== "object" || value === null) {
    return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value;
  }
  if ("$file" in value) {
    const { name, content, type } = value.$file;
    return new File([bytesOf(content)], name ?? "blob", type ? { type } : {});
  }
  if ("$stream" in value) return runtime.streamOf(chunks(value.$stream));
  if ("$each" in value) {
    const rest = [...value.$each];
    return async () => (rest.length > 1 ? rest.shift() : rest[0]);
  }
  if (Object.keys(value).some((key) => key.startsWith("$"))) return bytesOf(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, given(member)]));
};

const causes = (error) =>
  error instanceof Error ? `${error.stack}\n${JSON.stringify({ ...error })}\n${causes(error.cause)}` : "";

const kindOf = (error) => {
  const kinds = { status: "HTTPError", "invalid answer": "ResponseValidationError", connection: "ConnectionError" };
  Object.assign(kinds, {
    timeout: "RequestTimeoutError",
    "invalid request": "InvalidRequestError",
    paging: "PagingError",
  });
  const kind = Object.keys(kinds).find((name) => runtime[kinds[name]].is(error)) ?? `a ${error?.name}`;
  if (kind !== "invalid request") return kind;
  if (/credential is missing/.test(error.message)) return "missing credential";
  return error.issues.some(({ message }) => message === "is required") ? "missing argument" : kind;
};

const failure = (error) => ({
  kind: kindOf(error),
  status: error.statusCode,
  schema: error instanceof runtime.ResponseError ? error.constructor.name : null,
  data: error.data,
  headers: error.headers && Object.fromEntries(error.headers),
  body: error.body,
  message: error.message,
  all: causes(error),
});

/** Reads what a call gave, up to `take` items, into the form in which the table has it. */
const read = async (value, { take = Infinity, pages, items, bytes }, outcome) => {
  if (value?.headers && (Object.hasOwn(value, "result") || Object.keys(value).length === 1)) {
    outcome.headers = Object.fromEntries(
      Object.entries(value.headers).map(([name, values]) => [name, values.join(", ")]),
    );
    if (!(value instanceof runtime.PageIterator)) value = value.result;
  }
  if (value instanceof runtime.PageIterator && pages) {
    for (let page = value; page !== null; page = await page.next()) (outcome.pages ??= []).push(page.result);
    return;
  }
  if (value instanceof runtime.PageIterator || value instanceof runtime.EventStream) {
    const list = (outcome[items ? "items" : "events"] = []);
    if (take === 0) return void (await value.cancel());
    for await (const item of value instanceof runtime.PageIterator ? value.items() : value) {
      if (list.push(item) >= take) break;
    }
    return;
  }
  if (value instanceof ReadableStream) {
    outcome.bytes = "";
    const parts = [];
    let length = 0;
    for await (const chunk of value) {
      parts.push(chunk.subarray(0, take - length));
      if ((length += chunk.length) >= take) break;
    }
    outcome.bytes = Buffer.concat(parts).toString("base64");
    return;
  }
  outcome.value = value;
  void bytes;
};

const play = async (example) => {
  for (const [name, value] of Object.entries(example.environment ?? {}))
    process.env[`SERVED_${name.toUpperCase()}`] = value;
  const description = new Description(documents[example.description], runtime);
  const client = description.client(example.client ?? {}, (security) => given(security));
  const operation = description.operation(example.operation);
  const paging = description.paging(example.operation);
  const { retries, timeout_ms: timeoutMs, server_url: serverURL, headers, accept } = example.call ?? {};
  const options = { headers: { ...headers, ...(example.media && { "content-type": example.media }) } };
  if (retries) options.retries = retryConfig(retries);
  if (timeoutMs) options.timeoutMs = timeoutMs;
  if (serverURL) options.serverURL = serverURL;
  if (accept) options.acceptHeaderOverride = accept;
  if (example.operation === "chatEither")
    options.acceptHeaderOverride = example.body.stream ? "text/event-stream" : "application/json";
  const request = given(example.arguments ?? {});
  if ("body" in example) request.body = given(example.body);
  const once = async () => {
    const outcome = {};
    try {
      const call = paging
        ? runtime.paginate(client, operation, paging, request, options)
        : runtime.call(client, operation, request, options);
      const result = await call;
      if (!result.ok) throw result.error;
      await read(result.value, example.result, outcome);
    } catch (error) {
      outcome.error = failure(error);
    }
    return outcome;
  };
  const warnings = [];
  console.warn = (text) => warnings.push(text);
  const start = performance.now();
  const outcomes = [];
  if (example.concurrent) outcomes.push(...(await Promise.all(Array.from({ length: example.calls }, once))));
  else for (let number = 0; number < (example.calls ?? 1); number++) outcomes.push(await once());
  for (const name of Object.keys(example.environment ?? {})) delete process.env[`SERVED_${name.toUpperCase()}`];
  return { outcomes, elapsed: (performance.now() - start) / 1000, warnings };
};

for await (const line of createInterface({ input: process.stdin })) {
  const report = await play(JSON.parse(line)).catch((error) => ({ fault: error.stack }));
  process.stdout.write(`${JSON.stringify(report)}\n`);
  // Connections that are used again are closed; one that was lost stays open, and is found.
  const used = globalThis[dispatcher];
  globalThis[dispatcher] = used && new used.constructor();
  void used?.close();
}
