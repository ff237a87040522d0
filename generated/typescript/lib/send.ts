// Typewright's runtime, copied as it is; its digest is 88c66656e60d0415.
/** Sends the request of a call: signs it, follows redirects, and retries it. */

import { isDeclared } from "./answers.js";
import type { ClientSettings } from "./client.js";
import { Deadline, sleep } from "./deadline.js";
import { drain } from "./drain.js";
import { isBrowser } from "./environment.js";
import type { HookContext } from "./hooks.js";
import type { Operation, RequestOptions } from "./operation.js";
import { addHeaders, type OutgoingRequest } from "./outgoing.js";
import type { PreparedRequest } from "./prepare.js";
import { mostRedirects, redirect } from "./redirects.js";
import { retryPolicy } from "./retries.js";
import { type SecurityValues, type Signature, type SignContext, signaturesOf } from "./security.js";
import type { RequestInit, Response } from "./web.js";

/** One call of an operation. */
export interface Call {
  readonly settings: ClientSettings;
  readonly operation: Operation;
  readonly options: RequestOptions;
  /** Credentials of this call alone. */
  readonly security: SecurityValues | undefined;
  readonly prepared: PreparedRequest;
}

/** The default timeout of one attempt, in milliseconds. */
const defaultTimeout = 600_000;

/** Returns the method and path template of an operation, for the texts of errors. */
export function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/**
 * Returns the result of `read` for the answer of the last attempt. Throws if there is no answer, or what `read` throws.
 */
export async function send<T>(
  call: Call,
  read: (response: Response, deadline: Deadline) => Promise<T>,
): Promise<T> {
  const { settings, operation, options, prepared } = call;
  const name = nameOf(operation);
  const signal = options.signal ?? options.fetchOptions?.signal;
  const timeout = options.timeoutMs ?? settings.options.timeoutMs ?? operation.timeoutMs ?? defaultTimeout;
  const policy = retryPolicy(operation, options, settings.options.retryConfig, !prepared.body?.isStream);
  for (let attempt = 1; ; attempt++) {
    const milliseconds = policy ? Math.min(timeout, Math.max(0, policy.end - Date.now())) : timeout;
    const deadline = new Deadline(name, milliseconds, signal);
    let wait: number | undefined;
    try {
      const response = await attemptOnce(call, deadline, attempt);
      wait = policy?.waitAfter(attempt, response);
      // A body whose decoding fails may never end, not even by an abort (Node 20): the deadline is watched here, too.
      if (wait === undefined) return await deadline.during(() => read(response, deadline));
      await drain(response);
    } catch (error) {
      wait = policy?.waitAfter(attempt, undefined, error);
      if (wait === undefined) throw error;
    } finally {
      if (!deadline.isDetached) deadline.release();
    }
    await sleep(name, wait, signal);
  }
}

/** Makes one attempt, with the client's hooks around it. */
function attemptOnce(call: Call, deadline: Deadline, attempt: number): Promise<Response> {
  const { operation, prepared, settings } = call;
  const { id: operationID, method, path } = operation;
  const { baseURL } = prepared;
  const context: HookContext = { operationID, method, path, baseURL, attempt, options: settings.options };
  const run = (): Promise<Response> => answerChallenge(call, deadline, context);
  return settings.hooks ? settings.hooks.around(context, operation, run) : run();
}

/** Sends a request; after a 401, once more if its security scheme answers the challenge. */
async function answerChallenge(call: Call, deadline: Deadline, context: HookContext): Promise<Response> {
  const { settings, operation, security, prepared } = call;
  const alternatives = (!prepared.isForeign && operation.security) || [];
  const signing: SignContext = { settings, baseURL: prepared.baseURL, scopes: operation.scopes ?? [] };
  const signed = async (): Promise<[readonly Signature[], OutgoingRequest]> => {
    const signatures = await signaturesOf(settings, alternatives, security);
    return [signatures, await sign(call, signatures, signing)];
  };
  const [signatures, outgoing] = await deadline.during(signed);
  const response = await follow(call, outgoing, deadline, context);
  if (response.status !== 401 || prepared.body?.isStream) return response;
  for (const { scheme, credential } of signatures) {
    if (await scheme.challenge?.(response, outgoing, credential as never, signing)) {
      await drain(response);
      return follow(call, await deadline.during(() => sign(call, signatures, signing)), deadline, context);
    }
  }
  return response;
}

/** Returns the request of an attempt, with its credentials and the headers of the caller, which win. */
async function sign(call: Call, signatures: readonly Signature[], context: SignContext): Promise<OutgoingRequest> {
  const { operation, options, prepared } = call;
  const outgoing: OutgoingRequest = {
    method: operation.method,
    url: prepared.url,
    headers: { ...prepared.headers },
    body: prepared.body?.content ?? null,
    secretHeaders: [],
    secretParameters: [],
  };
  for (const { scheme, credential } of signatures) {
    const signing = scheme.sign(outgoing, credential as never, context);
    if (signing) await signing; // without a promise, to wait would cost more than to sign
  }
  for (const headers of [options.fetchOptions?.headers, options.headers]) {
    if (headers && !prepared.isForeign) addHeaders(outgoing.headers, headers);
  }
  return outgoing;
}

/** Sends a request and follows redirects, unless the caller sets `redirect`. */
async function follow(
  call: Call,
  outgoing: OutgoingRequest,
  deadline: Deadline,
  context: HookContext,
): Promise<Response> {
  const { operation, options, prepared } = call;
  // The options of this package are among them: `fetch` ignores those that it does not have.
  const init = { ...prepared.body?.init, ...options.fetchOptions, ...options } as RequestInit;
  const isChosen = init.redirect !== undefined;
  init.redirect ??= redirectModeFor(outgoing);
  init.signal = deadline.signal;
  const transfer = prepared.body?.transfer ?? dispatch;
  for (let redirects = 0; ; redirects++) {
    const response = await transfer(call.settings, outgoing, init, deadline, context);
    const isLast = response.ok || isChosen || init.redirect !== "manual" || redirects === mostRedirects;
    if (isLast || isDeclared(operation, response.status) || !redirect(outgoing, response)) return response;
    await drain(response);
    await outgoing.resign?.();
  }
}

/** A browser shows no redirect: it follows, and keeps all headers but `Authorization`. */
function redirectModeFor({ secretHeaders, secretParameters }: OutgoingRequest): "follow" | "error" | "manual" {
  if (!isBrowser()) return "manual";
  const isOther = (name: string): boolean => name !== "authorization";
  return secretParameters.length > 0 || secretHeaders.some(isOther) ? "error" : "follow";
}

/** Sends one request through the client's hooks, its log and its transport. */
export async function dispatch(
  settings: ClientSettings,
  outgoing: OutgoingRequest,
  options: RequestInit,
  deadline: Deadline,
  context: HookContext,
): Promise<Response> {
  const { method, url, headers, body } = outgoing;
  const init: RequestInit = Object.assign(options, { method, headers, body });
  const { hooks } = settings;
  const request = hooks && (await hooks.beforeRequest(context, url, () => new Request(url, init)));
  const answer = (): Promise<Response> => settings.httpClient.request(request ?? url, request ? undefined : init);
  try {
    return await (settings.log ? settings.log(settings, outgoing, answer) : answer());
  } catch (cause) {
    throw deadline.failure(cause);
  }
}
