// Typewright's runtime, copied as it is; its digest is 782312c002aa6330.
/** Prepares the request of a call from its arguments: URL, headers, body. */

import type { ClientSettings } from "./client.js";
import { BaseError, describeIssue, InvalidRequestError } from "./errors.js";
import type { EncodedBody, Location, Operation, Parameter, RequestHead, RequestOptions } from "./operation.js";
import { dropOwnHeaders } from "./outgoing.js";
import { escapeAll, form, isAbsent } from "./parameters.js";
import { serverURL } from "./servers.js";
import { Context, isObject, type Issue } from "./validation.js";

/** A request without credentials: each attempt adds them. */
export interface PreparedRequest {
  readonly baseURL: string;
  readonly url: string;
  /** The headers by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: EncodedBody | undefined;
  /**
   * Whether it goes to another origin than the API, as the URL of a further page may. It gets no credentials and
   * no headers of the caller.
   */
  readonly isForeign?: boolean;
}

/** The sources of a request's parts. */
interface Source {
  readonly settings: ClientSettings;
  readonly operation: Operation;
  readonly request: unknown;
  readonly options: RequestOptions;
  readonly context: Context;
}

/** Returns the request of a call. Throws {@link InvalidRequestError} if the arguments are invalid. */
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
    reportIssues(settings, operation, context, (issues) => {
      throw new InvalidRequestError(`The arguments of ${operation.id} do not fit`, request, issues);
    });
    return prepared;
  } catch (cause) {
    if (cause instanceof BaseError) throw cause;
    throw new InvalidRequestError(`The arguments of ${operation.id} cannot be sent`, request, [], { cause });
  }
}

/** Reports what is wrong with a value: to `refuse` if the check was strict, else to the client's logger. */
export function reportIssues(
  { logger }: ClientSettings,
  { id }: Operation,
  { issues, strict }: Context,
  refuse: (issues: readonly Issue[]) => void,
): void {
  if (strict && issues.length > 0) refuse(issues);
  else for (const issue of issues) logger?.log(`${id}: ${describeIssue(issue)}`);
}

function prepare(source: Source): PreparedRequest {
  const { settings, operation, options } = source;
  const baseURL = serverOf(source);
  const headers: Record<string, string> = { accept: options.acceptHeaderOverride ?? operation.accept ?? "*/*" };
  if (settings.userAgent !== undefined) headers["user-agent"] = settings.userAgent;
  const head = { path: operation.path, query: [], headers };
  for (const parameter of operation.parameters ?? []) addParameter(source, parameter, head);
  const body = operation.body?.encode(source, operation.body);
  if (body?.type) headers["content-type"] = body.type;
  const url = urlOf(baseURL, head, options);
  const location: Location = operation.locate?.(url) ?? { url };
  if (location.isForeign) dropOwnHeaders(headers);
  return { baseURL, headers, body, ...location };
}

function serverOf({ settings, operation, options }: Source): string {
  const { description } = settings;
  const { servers = description.servers, serverURL: choose = description.serverURL ?? serverURL } = operation;
  const url = options.serverURL || settings.serverURL || choose(servers, settings.options);
  if (url === undefined) {
    throw new InvalidRequestError("There is no such server: give another `server` or `serverIdx`, or `serverURL`");
  }
  const text = String(url).replace(/\/+$/, "");
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text) && (globalThis as { location?: unknown }).location === undefined) {
    throw new InvalidRequestError(
      `The server's URL ${JSON.stringify(text)} is not absolute: give the option \`serverURL\``,
    );
  }
  return text;
}

/** Adds a parameter to the head of the request, where it has a value. */
function addParameter(
  { settings, operation, request, context }: Source,
  parameter: Parameter,
  head: RequestHead,
): void {
  const { name, property = name, in: location, explode, deprecated, write } = parameter;
  const { style = location.style, encode = location.encode } = parameter;
  let value = isObject(request) ? request[property] : undefined;
  if (isAbsent(value)) value = parameter.global?.(settings, property, write);
  context.enter(location.name);
  if (!isAbsent(value)) {
    deprecated?.(`${property} of ${operation.id}`);
    const written = write ? write(value as never, context, name) : value;
    location.add(head, name, style(name, written, { explode, encode }), context);
  } else if (parameter.required) context.report(undefined, name, "is required");
  context.leave();
}

function urlOf(baseURL: string, { path, query }: RequestHead, { extraQuery = {} }: RequestOptions): string {
  for (const [name, value] of Object.entries(extraQuery)) {
    if (!isAbsent(value)) query.push(form(name, value, { encode: escapeAll }));
  }
  const pairs = query.filter(Boolean).join("&");
  return baseURL + path + (pairs && (path.includes("?") ? "&" : "?") + pairs);
}
