// Typewright's runtime, copied as it is; its digest is 6441e178e7fe25c0.
/** From the arguments of a call to its request: URL, headers, body. */

import { type ClientSettings, globalValue } from "./client.js";
import { warnOnce } from "./deprecation.js";
import { describeIssue, InvalidRequestError } from "./errors.js";
import type { Body, EncodedBody, Operation, Parameter, RequestOptions, Style } from "./operation.js";
import { isHeaderValue } from "./outgoing.js";
import { escapeAll, escapeUnreserved, form, isAbsent, simple } from "./parameters.js";
import { serverURL } from "./servers.js";
import { Context, type Convert, isObject } from "./validation.js";

/** A request without the credentials, which each attempt adds. */
export interface PreparedRequest {
  readonly baseURL: string;
  readonly url: string;
  /** The headers by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: EncodedBody | undefined;
  /**
   * Whether it goes to another origin than the API's: a further page of which the API says the URL. No credential does.
   */
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

type Place = keyof NonNullable<Operation["parameters"]>;

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
  const url = options.serverURL || settings.serverURL || serverURL(operation.servers ?? description.servers, client);
  if (url === undefined) {
    throw new InvalidRequestError(
      "There is no such server: check the options `server` and `serverIdx`, or give `serverURL`",
    );
  }
  const text = String(url).replace(/\/+$/, "");
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text) && (globalThis as { location?: unknown }).location === undefined) {
    throw new InvalidRequestError(
      `The server's URL ${JSON.stringify(text)} is not absolute: give the option \`serverURL\``,
    );
  }
  return text;
}

/** Returns the value of a parameter in the wire's form, or undefined where there is none. */
function valueOf({ settings, operation, request, context }: Source, parameter: Parameter): unknown {
  const property = parameter.property ?? parameter.name;
  let value = isObject(request) ? request[property] : undefined;
  if (isAbsent(value) && parameter.global) value = globalValue(settings, property);
  if (isAbsent(value)) return undefined;
  if (parameter.deprecated !== undefined)
    warnOnce(`${property} of ${operation.id} is deprecated. ${parameter.deprecated}`);
  return parameter.write === undefined ? value : parameter.write(value as never, context, parameter.name);
}

/** Returns the names and texts of the parameters of one place that have a value. */
function textsOf(
  source: Source,
  place: Place,
  usualStyle: Style,
  encode: (text: string) => string,
): [string, string][] {
  const { operation, context } = source;
  const texts: [string, string][] = [];
  context.enter(place);
  for (const parameter of operation.parameters?.[place] ?? []) {
    const value = valueOf(source, parameter);
    const { name, style = usualStyle, explode, allowReserved, required = place === "path" } = parameter;
    if (value !== undefined) {
      texts.push([name, style(name, value, { explode, encode: allowReserved ? escapeUnreserved : encode })]);
    } else if (required) context.report(value, name, "is required");
  }
  context.leave();
  return texts;
}

function pathOf(source: Source): string {
  let path = source.operation.path;
  for (const [name, text] of textsOf(source, "path", simple, escapeAll)) {
    if (text === "") source.context.report(text, name, "should not be empty in a path");
    path = path.replaceAll(`{${name}}`, () => text);
  }
  // `.` and `..` cannot be escaped: URL parsers take `%2e` for the same, and the request would go to another path.
  if (/\/(\.|%2e){1,2}([/?]|$)/i.test(path))
    source.context.report(path, "path", "should have no segment that is a dot");
  return path;
}

function queryOf(source: Source): string {
  const extra = Object.entries(source.options.extraQuery ?? {}).filter(([, value]) => !isAbsent(value));
  const pairs = [
    ...textsOf(source, "query", form, escapeAll).map(([, text]) => text),
    ...textsOf(source, "querystring", form, escapeAll).map(([, text]) => text),
    ...extra.map(([name, value]) => form(name, value, { encode: escapeAll })),
  ];
  return pairs.filter(Boolean).join("&");
}

function headersOf(source: Source): Record<string, string> {
  const { settings, operation, options, context } = source;
  const headers: Record<string, string> = { accept: options.acceptHeaderOverride ?? acceptOf(operation) };
  if (settings.userAgent !== undefined) headers["user-agent"] = settings.userAgent;
  for (const [name, text] of textsOf(source, "header", simple, (unescaped) => unescaped)) {
    if (!isHeaderValue(text)) context.report(text, name, "should have only characters that a header can have");
    headers[name.toLowerCase()] = text;
  }
  const key = operation.idempotencyKey?.toLowerCase();
  if (key !== undefined) headers[key] ??= crypto.randomUUID();
  const cookies = textsOf(source, "cookie", form, escapeAll).map(([, text]) => text.replaceAll("&", "; "));
  if (cookies.some(Boolean)) headers["cookie"] = cookies.filter(Boolean).join("; ");
  return headers;
}

/** Returns the media types of the answers that are no errors, in the order in which they are declared. */
function acceptOf({ answers }: Operation): string {
  const types: string[] = [];
  for (const { type, error } of answers) {
    if (type !== undefined && !error && !types.includes(type)) types.push(type);
  }
  return (
    types.map((type, index) => (index === 0 ? type : `${type};q=${Math.max(1, 10 - index) / 10}`)).join(", ") || "*/*"
  );
}

function bodyOf(source: Source, headers: Record<string, string>): EncodedBody | undefined {
  const { operation, request, options, context } = source;
  if (operation.bodies === undefined) return undefined;
  const body = chosenBody(operation.bodies, new Headers(options.headers as HeadersInit).get("content-type"));
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
  if (encoded.type !== undefined) headers["content-type"] = encoded.type;
  return encoded;
}

/** Returns the body of the media type that the call's headers name, or else the first one. */
function chosenBody(bodies: readonly Body[], type: string | null): Body | undefined {
  return bodies.find((body) => type?.split(";")[0]?.trim().toLowerCase() === body.type.toLowerCase()) ?? bodies[0];
}
