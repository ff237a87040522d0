/**
 * Plays served cases with generated TypeScript packages: reads a case a line as JSON, makes its calls through standalone
 * functions, and writes what came of each as an outcome (outcomes.py).
 *
 * Usage: node typescript_cases.mjs '{"<description>": "<folder of the compiled package>"}'. The constant `operation` of the
 * modules in `dist/funcs` has to be exported (typescript_packages.py does that).
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const IDENTIFIERS = /\b[A-Za-z_$][\w$]*/g;

const modulesOf = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((file) => file.endsWith(".js"))
        .map((file) => import(pathToFileURL(join(folder, file))))
    : [];

/** A generated package: its client, its functions by operation, and everything that its modules export by name. */
class Package {
  static async load(folder) {
    const dist = join(folder, "dist");
    const made = new Package();
    made.exports = Object.assign({}, ...(await Promise.all(["lib", "models"].flatMap((name) => modulesOf(join(dist, name))))));
    const core = await import(pathToFileURL(join(dist, "core.js")));
    made.Core = Object.values(core).find((value) => typeof value === "function");
    const modules = await Promise.allSettled(modulesOf(join(dist, "funcs")));
    const loaded = modules.filter(({ status }) => status === "fulfilled").map(({ value }) => value);
    made.functions = loaded.map(({ operation, ...rest }) => ({
      operation,
      call: Object.values(rest).find((value) => typeof value === "function"),
    }));
    return made;
  }

  /** Returns the function of an operation, of several the one that writes `media`. */
  find(id, media) {
    const found = this.functions.filter(({ operation }) => operation.id === id || operation.id.startsWith(`${id}_`));
    const typesOf = ({ operation: { body } }) => (body?.bodies ?? [body]).map((described) => described?.type);
    const fitting = found.filter((each) => typesOf(each)[0] === media);
    fitting.push(...found.filter((each) => typesOf(each).includes(media)));
    const [chosen] = media ? [...fitting, ...found] : found.sort((one, other) => one.operation.id.length - other.operation.id.length);
    if (!chosen) throw new Error(`there is no function for ${id}`);
    return chosen;
  }

  /**
   * Returns the counterpart of a function that reads or writes: what generated code would call for the other way. A function
   * of checks alone, which may name constants of its module, is its own counterpart.
   */
  counterpart(convert, from, to) {
    const turned = String(convert.name && this.exports[convert.name] === convert ? convert.name : convert).replace(
      new RegExp(`\\b${from}(?=[A-Z])`, "g"),
      to,
    );
    if (turned === String(convert)) return convert;
    const text = turned.replace(IDENTIFIERS, (name) => (name.startsWith(to) && !(name in this.exports) ? from + name.slice(to.length) : name));
    const names = [...new Set(text.match(IDENTIFIERS))].filter((name) => name in this.exports);
    return new Function(...names, `return ${text}`)(...names.map((name) => this.exports[name]));
  }

  converted(value, convert) {
    return convert ? convert(value, new this.exports.Context(false)) : value;
  }

  /** Returns what a caller passes for a value that is written by `write`. */
  given(value, write) {
    const tagged = this.tagged(value);
    if (tagged !== undefined) return tagged;
    if (Array.isArray(value) && !write) return value.map((item) => this.given(item));
    if (write && !JSON.stringify(value)?.includes('"$')) return this.converted(value, this.counterpart(write, "write", "read"));
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((item) => this.given(item));
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.given(member)]));
  }

  tagged(value) {
    if (value === null || typeof value !== "object") return undefined;
    if ("$file" in value) return new File([bytesOf(value.$file.content)], value.$file.name, value.$file.type ? { type: value.$file.type } : {});
    if ("$stream" in value) return ReadableStream.from(value.$stream.map((text) => new TextEncoder().encode(text)));
    if ("$each" in value) {
      const rest = [...value.$each];
      return async () => (rest.length > 1 ? rest.shift() : rest[0]);
    }
    return ["$base64", "$repeat", "$join"].some((tag) => tag in value) ? bytesOf(value) : undefined;
  }

  request(operation, example) {
    const request = {};
    const left = new Map(Object.entries(example.arguments ?? {}));
    for (const parameter of operation.parameters ?? []) {
      const place = parameter.in.name;
      const key = place === "querystring" ? [...left.keys()].find((name) => name.startsWith(place)) : `${place}.${parameter.name}`;
      if (left.has(key)) request[parameter.property ?? parameter.name] = this.given(left.get(key), parameter.write);
      left.delete(key);
    }
    if (left.size) throw new Error(`${operation.id} has no parameters for ${[...left.keys()]}`);
    if (!("body" in example)) return Object.keys(request).length || operation.parameters ? request : undefined;
    const described = operation.body.bodies?.[0] ?? operation.body;
    const body = this.body(described, example.body);
    return described.property === undefined ? body : { ...request, [described.property]: body };
  }

  body(described, value) {
    if (!described.fields) return this.given(value, described.write);
    const members = described.fields
      .filter(({ name }) => name in value)
      .map(({ name, property, write }) => [property ?? name, this.given(value[name], write)]);
    return Object.fromEntries(members);
  }

  /** Returns values of global parameters by their properties instead of their names on the wire. */
  globals(values) {
    const parameters = this.functions.flatMap(({ operation }) => operation?.parameters ?? []);
    const property = (name) => parameters.find((parameter) => parameter.global && parameter.name === name)?.property ?? name;
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [property(name), value]));
  }

  client(example) {
    const { security, globals, server, variables, server_url, retries, timeout_ms, validation } = example.client ?? {};
    const options = { ...this.globals(globals ?? {}), ...variables };
    const property = (scheme) => scheme[0].toLowerCase() + scheme.slice(1);
    if (security) options.security = Object.fromEntries(Object.entries(security).map(([name, value]) => [property(name), this.given(value)]));
    if (typeof server === "number") options.serverIdx = server;
    else if (server) options.server = server;
    if (server_url) options.serverURL = server_url;
    if (retries) options.retryConfig = retryConfig(retries);
    if (timeout_ms) options.timeoutMs = timeout_ms;
    if (validation) options.validation = { responses: validation };
    return new this.Core(options);
  }

  wire(value, operation, status = 200) {
    const answers = [...operation.answers].sort((one, other) => (other.status === status) - (one.status === status));
    const read = answers.map((answer) => answer.read).find(Boolean);
    if (!read || value === null || typeof value !== "object") return value;
    return this.converted(value, this.counterpart(read, "read", "write"));
  }

  failure(error) {
    const kinds = { "invalid answer": "ResponseValidationError", connection: "ConnectionError", timeout: "RequestTimeoutError" };
    Object.assign(kinds, { "invalid request": "InvalidRequestError", paging: "PagingError", status: "HTTPError" });
    let kind = Object.keys(kinds).find((name) => this.exports[kinds[name]]?.is(error)) ?? `a ${error?.name}`;
    if (kind === "invalid request" && /credential is missing/.test(error.message)) kind = "missing credential";
    else if (kind === "invalid request" && error.issues.some(({ message }) => message === "is required")) kind = "missing argument";
    const texts = [];
    for (let cause = error; cause instanceof Error; cause = cause.cause) texts.push(cause.stack, JSON.stringify({ ...cause }));
    const headers = error.headers && Object.fromEntries(error.headers);
    const schema = error instanceof this.exports.ResponseError ? error.constructor.name : null;
    return { kind, status: error.statusCode, schema, data: error.data, headers, body: error.body, message: error.message, texts };
  }

  /** Reads what a call gave, as far as the case does. */
  async read(value, { take = Infinity, ...expected }, operation, outcome, status) {
    const { PageIterator, EventStream } = this.exports;
    const isPage = PageIterator && value instanceof PageIterator;
    if (value?.headers && Object.keys(value).every((name) => name === "headers" || name === "result")) {
      outcome.headers = Object.fromEntries(Object.entries(value.headers).map(([name, values]) => [name, values.join(", ")]));
      if (!isPage) value = value.result;
    }
    if (isPage && expected.pages) {
      outcome.pages = [];
      for (let page = value; page !== null; page = await page.next()) outcome.pages.push(this.wire(page.result, operation));
    } else if (isPage || (EventStream && value instanceof EventStream)) {
      const list = (outcome[expected.events ? "events" : "items"] = []);
      if (take === 0) return void (await value.cancel());
      for await (const item of isPage ? value.items() : value) if (list.push(item) >= take) break;
    } else if (value instanceof ReadableStream) {
      const parts = [];
      let length = 0;
      for await (const chunk of value) {
        parts.push(chunk.subarray(0, take - length));
        if ((length += chunk.length) >= take) break;
      }
      outcome.bytes = Buffer.concat(parts).toString("base64");
    } else outcome.value = this.wire(value, operation, status);
  }
}

const bytesOf = (value) => {
  if (typeof value === "string") return new TextEncoder().encode(value);
  if ("$base64" in value) return Uint8Array.from(Buffer.from(value.$base64, "base64"));
  if ("$repeat" in value) return new TextEncoder().encode(value.$repeat[0].repeat(value.$repeat[1]));
  return Uint8Array.from(Buffer.concat(value.$join.map(bytesOf)));
};

const retryConfig = (retries) => (retries === "none" ? { strategy: "none" } : { strategy: "backoff", backoff: retries });

const optionsOf = ({ retries, timeout_ms, server_url, headers, accept } = {}) => ({
  ...(retries && { retries: retryConfig(retries) }),
  ...(timeout_ms && { timeoutMs: timeout_ms }),
  ...(server_url && { serverURL: server_url }),
  ...(headers && { headers }),
  ...(accept && { acceptHeaderOverride: accept }),
});

let lastStatus;
const { fetch } = globalThis;
globalThis.fetch = async (...request) => {
  const response = await fetch(...request);
  lastStatus = response.status;
  return response;
};

const play = async (packages, example) => {
  Object.assign(process.env, example.variables);
  const library = packages[example.description];
  const warnings = [];
  console.warn = (text) => warnings.push(String(text));
  const start = performance.now();
  const client = library.client(example);
  const once = async () => {
    const outcome = {};
    try {
      const { operation, call } = library.find(example.operation, example.media);
      const request = library.request(operation, example);
      const isFirst = !example.media || operation.body.type === example.media;
      const headers = { ...example.call?.headers, ...(!isFirst && { "content-type": example.media }) };
      const options = optionsOf({ ...example.call, headers });
      const takesRequest = operation.parameters || operation.body;
      const result = await (takesRequest ? call(client, request, options) : call(client, options));
      if (!result.ok) throw result.error;
      await library.read(result.value, example.result, operation, outcome, lastStatus);
    } catch (error) {
      outcome.error = library.failure(error);
    }
    return outcome;
  };
  const outcomes = [];
  if (example.concurrent) outcomes.push(...(await Promise.all(Array.from({ length: example.calls }, once))));
  else for (let number = 0; number < (example.calls ?? 1); number++) outcomes.push(await once());
  for (const name of Object.keys(example.variables ?? {})) delete process.env[name];
  const elapsed = (performance.now() - start) / 1000;
  return outcomes.map((outcome) => ({ elapsed, warns: warnings, ...outcome }));
};

const folders = Object.entries(JSON.parse(process.argv[2]));
const packages = Object.fromEntries(await Promise.all(folders.map(async ([name, folder]) => [name, await Package.load(folder)])));
const dispatcher = Symbol.for("undici.globalDispatcher.1");
for await (const line of createInterface({ input: process.stdin })) {
  const outcomes = await play(packages, JSON.parse(line)).catch((error) => ({ fault: error.stack }));
  process.stdout.write(`${JSON.stringify(outcomes)}\n`);
  // Connections that are used again are closed; one that was lost stays open, and is found.
  const used = globalThis[dispatcher];
  globalThis[dispatcher] = used && new used.constructor();
  void used?.close();
}
