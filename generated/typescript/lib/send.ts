// Typewright's runtime, copied as it is; its digest is 3e8bff28ea423fcf.
/** Sends the request of a call: signs it, follows redirects, and retries it. */

import { isDeclared } from "./answers.js";
import type { ClientSettings } from "./client.js";
import { abortedError, Deadline, PlatformFailure, sleep } from "./deadline.js";
import { drain } from "./drain.js";
import { isBrowser } from "./environment.js";
import type { AfterError, HookContext } from "./hooks.js";
import type { Operation, RequestOptions } from "./operation.js";
import type { OutgoingRequest } from "./outgoing.js";
import type { PreparedRequest } from "./prepare.js";
import { mostRedirects, redirect } from "./redirects.js";
import { retryPolicy } from "./retries.js";
import { type SecurityValues, type Signature, type SignContext, signaturesOf } from "./security.js";

/** One call of an operation. */
export interface Call {
  readonly settings: ClientSettings;
  readonly operation: Operation;
  readonly options: RequestOptions;
  /** Credentials of this call alone. */
  readonly security: SecurityValues | undefined;
  readonly prepared: PreparedRequest;
}

/** An answer whose body is not read yet, and its deadline. */
export interface Exchange {
  readonly response: Response;
  readonly deadline: Deadline;
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
export async function send<T>(call: Call, read: (exchange: Exchange) => Promise<T>): Promise<T> {
  const { settings, operation, options, prepared } = call;
  const signal = options.signal ?? options.fetchOptions?.signal;
  const timeout = options.timeoutMs ?? settings.options.timeoutMs ?? operation.timeoutMs ?? defaultTimeout;
  const policy = retryPolicy(operation, options, settings.options.retryConfig, !prepared.body?.isStream);
  const name = nameOf(operation);
  for (let attempt = 1; ; attempt++) {
    if (signal?.aborted) throw abortedError(name, signal);
    const deadline = new Deadline(policy ? Math.min(timeout, Math.max(0, policy.end - Date.now())) : timeout, signal);
    let wait: number | undefined;
    try {
      const response = await attemptOnce(call, deadline, attempt);
      wait = policy?.waitAfter(attempt, response);
      if (wait === undefined) return await read({ response, deadline });
      await drain(response);
      deadline.release();
    } catch (error) {
      deadline.release();
      if (!(error instanceof PlatformFailure)) throw error;
      wait = signal?.aborted ? undefined : policy?.waitAfter(attempt, undefined, error.cause);
      if (wait === undefined) throw deadline.failure(error.cause, name);
    }
    await sleep(wait, signal, name);
  }
}

/** Makes one attempt, with the client's hooks around it. */
async function attemptOnce(call: Call, deadline: Deadline, attempt: number): Promise<Response> {
  const { operation, prepared, settings } = call;
  const { id: operationID, method, path } = operation;
  const { baseURL } = prepared;
  const context: HookContext = { operationID, method, path, baseURL, attempt, options: settings.options };
  let made: AfterError;
  let failure: PlatformFailure | undefined;
  try {
    made = { response: await answerChallenge(call, deadline, context), error: null };
  } catch (error) {
    if (!(error instanceof PlatformFailure)) throw error;
    failure = error;
    made = { response: null, error: error.cause };
  }
  for (const hooks of settings.hooks) made = await hooks.afterAttempt(context, operation, made);
  if (made.response === null) throw failure?.cause === made.error ? failure : made.error;
  return made.response;
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
  const [signatures, outgoing] = await deadline.during(signed());
  const response = await follow(call, outgoing, deadline, context);
  if (response.status !== 401 || prepared.body?.isStream) return response;
  for (const { scheme, credential } of signatures) {
    if (await scheme.challenge?.(response, outgoing, credential as never, signing)) {
      await drain(response);
      return follow(call, await deadline.during(sign(call, signatures, signing)), deadline, context);
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
    secretHeaders: new Set(),
    secretParameters: new Set(),
  };
  for (const { scheme, credential } of signatures) await scheme.sign(outgoing, credential as never, context);
  for (const headers of [options.fetchOptions?.headers, options.headers]) {
    if (headers === undefined || prepared.isForeign) continue;
    new Headers(headers as HeadersInit).forEach((value, name) => (outgoing.headers[name] = value));
  }
  return outgoing;
}

/**
 * Sends a request and follows redirects, unless the caller sets `redirect`.
 */
async function follow(
  call: Call,
  outgoing: OutgoingRequest,
  deadline: Deadline,
  context: HookContext,
): Promise<Response> {
  const chosen = fetchOptionsOf(call);
  const redirectMode = chosen.redirect ?? redirectModeFor(outgoing);
  const init = { ...chosen, redirect: redirectMode, signal: deadline.signal };
  for (let redirects = 0; ; redirects++) {
    const response = await dispatch(call, outgoing, init, context);
    const isLast = redirectMode !== "manual" || chosen.redirect !== undefined || redirects === mostRedirects;
    if (isLast || isDeclared(call.operation, response.status) || !redirect(outgoing, response)) return response;
    await drain(response);
  }
}

/** A browser shows no redirect: it follows, and keeps all headers but `Authorization`. */
function redirectModeFor(outgoing: OutgoingRequest): "follow" | "error" | "manual" {
  if (!isBrowser()) return "manual";
  const others = [...outgoing.secretHeaders].filter((name) => name !== "authorization");
  return others.length + outgoing.secretParameters.size > 0 ? "error" : "follow";
}

/** Returns the options of `fetch` among those of the call. */
function fetchOptionsOf({ options, prepared }: Call): RequestInit {
  const { timeoutMs, retries, retryCodes, serverURL, acceptHeaderOverride, extraQuery, extraBody, ...rest } = options;
  const { fetchOptions, ...own } = rest;
  return { ...prepared.body?.init, ...fetchOptions, ...own } as RequestInit;
}

/** Whether a URL is of another origin than a server, which may be relative in a browser. */
function isForeign(url: string, baseURL: string): boolean {
  return URL.canParse(baseURL) && new URL(url).origin !== new URL(baseURL).origin;
}

async function dispatch(
  { settings, prepared }: Call,
  outgoing: OutgoingRequest,
  options: RequestInit,
  context: HookContext,
): Promise<Response> {
  const { hooks, httpClient, logger, showBodies, modules } = settings;
  const { method, url, headers, body } = outgoing;
  const init: RequestInit = { ...options, method, headers, body: body ?? null };
  let request: Request | undefined;
  // Another origin sees nothing of what hooks add, which may be credentials.
  for (const registered of isForeign(url, prepared.baseURL) ? [] : hooks) {
    request = await registered.beforeRequest(context, request, () => new Request(url, init));
  }
  if (logger) modules.debugLog?.request(logger, outgoing, showBodies);
  const start = Date.now();
  try {
    const response = await (request ? httpClient.request(request) : httpClient.request(url, init));
    if (logger) await modules.debugLog?.response(logger, response, Date.now() - start, showBodies);
    return response;
  } catch (cause) {
    throw new PlatformFailure(cause);
  }
}
