// Runs the calls of pages in one process: node call_runner.mjs PLAN, a file of JSON with `calls` (files by number),
// `environment`, `hosts`, `port`, `header` and `seconds`. Each outcome is a line of JSON on stdout. Every request is led to
// the mock on loopback; a connection to any other address is refused. A call that takes too long ends the process.

import { readFileSync, writeSync } from "node:fs";
import net from "node:net";
import { pathToFileURL } from "node:url";

const plan = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const host = "127.0.0.1";
const hosts = new Set([...plan.hosts, host]);
/** The call that runs. */
let current = { number: 0, errors: [] };

/** Code connects to an address that is not the description's. */
class ForeignAddressError extends Error {
  name = "ForeignAddressError";
}

Object.assign(process.env, plan.environment);
leadFetch();
watchConnections();
keepErrorsOf(console);
process.on("unhandledRejection", (error) => current.errors.push(error));
process.on("uncaughtException", (error) => current.errors.push(error));

for (const [number, file] of plan.calls) {
  current = { number, errors: [] };
  const timer = setTimeout(() => {
    tell({ number, error: `it takes more than ${plan.seconds} seconds`, line: 1, column: 0 });
    process.exit(0);
  }, plan.seconds * 1000);
  try {
    await import(pathToFileURL(file).href);
    await new Promise((resolve) => setImmediate(resolve));
  } catch (error) {
    current.errors.push(error);
  }
  clearTimeout(timer);
  tell({ number, ...outcome(current.errors[0], file) });
}
process.exit(0);

/** Returns what ended a call, and where in its file. */
function outcome(error, file) {
  if (error === undefined) return { error: null, line: 1, column: 0 };
  const place = new RegExp(`${stem(file)}\\.[jt]s:(\\d+):(\\d+)`).exec(String(error?.stack));
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { error: text, line: Number(place?.[1] ?? 1), column: Number(place?.[2] ?? 0) };
}

/** Returns the name of a file without its folders and its suffix. */
function stem(file) {
  return file.replace(/^.*[\\/]/, "").replace(/\.[jt]s$/, "");
}

function tell(value) {
  writeSync(1, `${JSON.stringify(value)}\n`);
}

/** Lets code print nowhere; an error that it prints is one of the call. */
function keepErrorsOf(console) {
  for (const name of ["log", "error", "warn", "info", "debug"]) {
    console[name] = (...values) => {
      const error = values.find((value) => value instanceof Error);
      if (error !== undefined) current.errors.push(error);
    };
  }
}

/** Leads requests to the described hosts to the mock. */
function leadFetch() {
  const send = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (!hosts.has(url.hostname)) {
      throw new ForeignAddressError(`a request to ${url.hostname}, which is no server of the description`);
    }
    const headers = new Headers(request.headers);
    headers.set("x-forwarded-proto", url.protocol.slice(0, -1));
    headers.set("x-forwarded-host", url.host);
    headers.set(plan.header, String(current.number));
    const response = await send(`http://${host}:${plan.port}${url.pathname}${url.search}`, {
      method: request.method,
      headers,
      body: request.body,
      duplex: "half",
      redirect: request.redirect,
      signal: request.signal,
    });
    Object.defineProperty(response, "url", { value: request.url });
    return response;
  };
}

/** Refuses connections that do not lead to the mock. */
function watchConnections() {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...values) {
    const first = Array.isArray(values[0]) ? values[0][0] : values[0];
    const target = typeof first === "object" ? first : { port: first, host: values[1] };
    if ((target.host ?? target.hostname) !== host || Number(target.port) !== plan.port) {
      throw new ForeignAddressError(`a connection to ${target.host ?? target.path ?? "localhost"}`);
    }
    return connect.apply(this, values);
  };
}
