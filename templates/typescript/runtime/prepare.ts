/** From the arguments of a call to its request: URL, headers, body. */

import { type ClientSettings, globalValue } from "./client.js";
import { warnOnce } from "./deprecation.js";
import { readVariable } from "./environment.js";
import { describeIssue, InvalidRequestError } from "./errors.js";
import type { Body, EncodedBody, Operation, Parameter, RequestOptions } from "./operation.js";
import { escapeAll, escapeUnreserved, form, isAbsent, simple } from "./parameters.js";
import { serverURL } from "./servers.js";
import { Context, type Convert, isObject } from "./validation.js";

/** A request without the credentials, which each attempt adds. */
export interface PreparedRequest {
  readonly baseURL: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: EncodedBody | undefined;
  /** Whether it goes to another origin than the API's: a further page of which the API says the URL. No credential does. */
  readonly isForeign: boolean;
}

/** What the parts of a request are made of. */
interface Source {
  readonly settings: ClientSettings;
  readonly operation: Operation;
  readonly request: unknown;
  readonly options: RequestOptions;
  readonly context: Context;
}

/** Returns the request of a call. Throws {@link InvalidRequestError} where the arguments do not fit. */
export function prepareRequest(
  settings: ClientSettings,
  operation: Operation,
  request: unknown,
  options: RequestOptions,
): PreparedRequest {
  const isStrict = settings.options.validation?.requests !== "lenient";
  const context = new Context(isStrict);
  try {
    const prepared = prepare({ settings, operation, request, options, context });
    if (isStrict && context.issues.length > 0) {
      throw new InvalidRequestError(`The arguments of ${operation.id} do not fit`, request, context.issues);
    }
    for (const issue of context.issues) settings.logger?.log(`${operation.id}: ${describeIssue(issue)}`);
    return prepared;
  } catch (cause) {
    if (cause instanceof InvalidRequestError) throw cause;
    throw new InvalidRequestError(`The arguments of ${operation.id} cannot be sent`, request, [], { cause });
  }
}

function prepare(source: Source): PreparedRequest {
  const baseURL = serverOf(source);
  const headers = headersOf(source);
  const body = bodyOf(source, headers);
  const path = pathOf(source);
  const query = queryOf(source);
  const url = baseURL + path + (query && (path.includes("?") ? "&" : "?") + query);
  const { pageURL } = source.operation;
  if (pageURL === undefined) return { baseURL, url, headers, body, isForeign: false };
  const page = new URL(pageURL, url);
  return { baseURL, url: page.href, headers, body, isForeign: page.origin !== new URL(url).origin };
}

function serverOf({ settings, operation, options }: Source): string {
  const { description, options: client } = settings;
  const url =
    options.serverURL ||
    client.serverURL ||
    readVariable(`${description.variablePrefix}_SERVER_URL`) ||
    serverURL(operation.servers ?? description.servers, client);
  if (url === undefined) {
    throw new InvalidRequestError("There is no such server: check the options `server` and `serverIdx`, or give `serverURL`");
  }
  const text = String(url).replace(/\/+$/, "");
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text) && (globalThis as { location?: unknown }).location === undefined) {
    throw new InvalidRequestError(`The server's URL ${JSON.stringify(text)} is not absolute: give the option \`serverURL\``);
  }
  return text;
}

/** Returns the value of a parameter in the wire's form, or undefined where there is none. */
function valueOf({ settings, operation, request, context }: Source, parameter: Parameter): unknown {
  const property = parameter.property ?? parameter.name;
  let value = isObject(request) ? request[property] : undefined;
  if (isAbsent(value) && parameter.global) value = globalValue(settings, property);
  if (isAbsent(value)) {
    if (parameter.required) context.report(value, parameter.name, "is required");
    return undefined;
  }
  if (parameter.deprecated !== undefined) warnOnce(`${property} of ${operation.id} is deprecated. ${parameter.deprecated}`);
  return parameter.write === undefined ? value : parameter.write(value as never, context, parameter.name);
}

function pathOf(source: Source): string {
  const { operation, context } = source;
  context.enter("path");
  let path = operation.path;
  for (const parameter of operation.parameters?.path ?? []) {
    const value = valueOf(source, { ...parameter, required: true });
    const { name, style = simple, explode, allowReserved } = parameter;
    const text = style(name, value ?? "", { explode, encode: allowReserved ? escapeUnreserved : escapeAll });
    if (text === "" && value !== undefined) context.report(value, name, "should not be empty in a path");
    path = path.replaceAll(`{${name}}`, () => text);
  }
  // `.` and `..` cannot be escaped: URL parsers take `%2e` for the same, and the request would go to another path.
  if (/\/(\.|%2e){1,2}(\/|\?|$)/i.test(path)) context.report(path, undefined, "should have no segment that is a dot");
  context.leave();
  return path;
}

function queryOf(source: Source): string {
  const { operation, options, context } = source;
  context.enter("query");
  const pairs: string[] = [];
  for (const parameter of operation.parameters?.query ?? []) {
    const value = valueOf(source, parameter);
    if (value === undefined) continue;
    const { name, style = form, explode, allowReserved } = parameter;
    pairs.push(style(name, value, { explode, encode: allowReserved ? escapeUnreserved : escapeAll }));
  }
  for (const parameter of operation.parameters?.querystring ?? []) {
    const value = valueOf(source, parameter);
    if (value !== undefined) pairs.push((parameter.style ?? form)("", value, { encode: escapeAll }));
  }
  for (const [name, value] of Object.entries(options.extraQuery ?? {})) {
    if (!isAbsent(value)) pairs.push(form(name, value, { encode: escapeAll }));
  }
  context.leave();
  return pairs.filter((pair) => pair !== "").join("&");
}

function headersOf(source: Source): Headers {
  const { settings, operation, options, context } = source;
  const headers = new Headers();
  headers.set("accept", options.acceptHeaderOverride ?? acceptOf(operation));
  if (settings.userAgent !== undefined) headers.set("user-agent", settings.userAgent);
  const unescaped = (text: string) => text;
  context.enter("header");
  for (const parameter of operation.parameters?.header ?? []) {
    const value = valueOf(source, parameter);
    const { name, style = simple, explode } = parameter;
    if (value !== undefined) headers.set(name, style(name, value, { explode, encode: unescaped }));
  }
  context.leave();
  const key = operation.idempotencyKey;
  if (key !== undefined && !headers.has(key)) headers.set(key, crypto.randomUUID());
  const cookies = cookiesOf(source);
  if (cookies !== "") headers.set("cookie", cookies);
  return headers;
}

function cookiesOf(source: Source): string {
  const { operation, context } = source;
  const cookies: string[] = [];
  context.enter("cookie");
  for (const parameter of operation.parameters?.cookie ?? []) {
    const value = valueOf(source, parameter);
    if (value === undefined) continue;
    const { name, style = form, explode } = parameter;
    cookies.push(style(name, value, { explode, encode: escapeAll }).replaceAll("&", "; "));
  }
  context.leave();
  return cookies.filter((cookie) => cookie !== "").join("; ");
}

/** Returns the media types of the answers that are no errors, in the order in which they are declared. */
function acceptOf({ answers }: Operation): string {
  const types = new Set(answers.flatMap(({ type, error }) => (type === undefined || error ? [] : [type])));
  const preferred = [...types].map((type, index) => (index === 0 ? type : `${type};q=${quality(index)}`));
  return preferred.join(", ") || "*/*";
}

function quality(index: number): number {
  return Math.max(1, 10 - index) / 10;
}

function bodyOf(source: Source, headers: Headers): EncodedBody | undefined {
  const { operation, request, options, context } = source;
  const body = chosenBody(operation.bodies ?? [], new Headers(options.headers as HeadersInit).get("content-type"));
  if (body === undefined) return undefined;
  const value = body.property === undefined ? request : isObject(request) ? request[body.property] : undefined;
  if (value === undefined && options.extraBody === undefined) {
    if (body.required) context.report(value, body.property, "is required");
    return undefined;
  }
  context.enter("body");
  const convert = (part: unknown, write: Convert<never, unknown> | undefined, name?: string) =>
    write === undefined ? part : write(part as never, context, name);
  const wire = convert(value, body.write);
  const whole = options.extraBody === undefined ? wire : { ...(wire as object | undefined), ...options.extraBody };
  const encoded = body.encode(whole, body, convert);
  context.leave();
  if (encoded.type !== undefined) headers.set("content-type", encoded.type);
  return encoded;
}

/** Returns the body of the media type that the call's headers name, or else the first one. */
function chosenBody(bodies: readonly Body[], type: string | null): Body | undefined {
  return bodies.find((body) => type?.split(";")[0]?.trim().toLowerCase() === body.type.toLowerCase()) ?? bodies[0];
}
