/** Sends the request of a call: signs it, follows redirects, and retries it. */
import { isDeclared } from "./answers.js";
import { abortedError, Deadline, PlatformFailure, sleep } from "./deadline.js";
import { drain } from "./drain.js";
import { isBrowser } from "./environment.js";
import { mostRedirects, redirect } from "./redirects.js";
import { retryPolicy } from "./retries.js";
import { signaturesOf } from "./security.js";
/** The default timeout of one attempt, in milliseconds. */
const defaultTimeout = 600_000;
/** Returns the method and path template of an operation, for the texts of errors. */
export function nameOf({ method, path }) {
    return `${method} ${path}`;
}
/**
 * Returns the result of `read` for the answer of the last attempt. Throws if there is no answer, or what `read` throws.
 */
export async function send(call, read) {
    const { settings, operation, options, prepared } = call;
    const signal = options.signal ?? options.fetchOptions?.signal;
    const timeout = options.timeoutMs ?? settings.options.timeoutMs ?? operation.timeoutMs ?? defaultTimeout;
    const policy = retryPolicy(operation, options, settings.options.retryConfig, !prepared.body?.isStream);
    const name = nameOf(operation);
    for (let attempt = 1;; attempt++) {
        if (signal?.aborted)
            throw abortedError(name, signal);
        const deadline = new Deadline(policy ? Math.min(timeout, Math.max(0, policy.end - Date.now())) : timeout, signal);
        let wait;
        try {
            const response = await attemptOnce(call, deadline, attempt);
            wait = policy?.waitAfter(attempt, response);
            if (wait === undefined)
                return await read({ response, deadline });
            await drain(response);
            deadline.release();
        }
        catch (error) {
            deadline.release();
            if (!(error instanceof PlatformFailure))
                throw error;
            wait = signal?.aborted ? undefined : policy?.waitAfter(attempt, undefined, error.cause);
            if (wait === undefined)
                throw deadline.failure(error.cause, name);
        }
        await sleep(wait, signal, name);
    }
}
/** Makes one attempt, with the client's hooks around it. */
async function attemptOnce(call, deadline, attempt) {
    const { operation, prepared, settings } = call;
    const { id: operationID, method, path } = operation;
    const { baseURL } = prepared;
    const context = { operationID, method, path, baseURL, attempt, options: settings.options };
    let made;
    let failure;
    try {
        made = { response: await answerChallenge(call, deadline, context), error: null };
    }
    catch (error) {
        if (!(error instanceof PlatformFailure))
            throw error;
        failure = error;
        made = { response: null, error: error.cause };
    }
    for (const hooks of settings.hooks)
        made = await hooks.afterAttempt(context, operation, made);
    if (made.response === null)
        throw failure?.cause === made.error ? failure : made.error;
    return made.response;
}
/** Sends a request; after a 401, once more if its security scheme answers the challenge. */
async function answerChallenge(call, deadline, context) {
    const { settings, operation, security, prepared } = call;
    const alternatives = (!prepared.isForeign && operation.security) || [];
    const signing = { settings, baseURL: prepared.baseURL, scopes: operation.scopes ?? [] };
    const signed = async () => {
        const signatures = await signaturesOf(settings, alternatives, security);
        return [signatures, await sign(call, signatures, signing)];
    };
    const [signatures, outgoing] = await deadline.during(signed());
    const response = await follow(call, outgoing, deadline, context);
    if (response.status !== 401 || prepared.body?.isStream)
        return response;
    for (const { scheme, credential } of signatures) {
        if (await scheme.challenge?.(response, outgoing, credential, signing)) {
            await drain(response);
            return follow(call, await deadline.during(sign(call, signatures, signing)), deadline, context);
        }
    }
    return response;
}
/** Returns the request of an attempt, with its credentials and the headers of the caller, which win. */
async function sign(call, signatures, context) {
    const { operation, options, prepared } = call;
    const outgoing = {
        method: operation.method,
        url: prepared.url,
        headers: { ...prepared.headers },
        body: prepared.body?.content ?? null,
        secretHeaders: new Set(),
        secretParameters: new Set(),
    };
    for (const { scheme, credential } of signatures)
        await scheme.sign(outgoing, credential, context);
    for (const headers of [options.fetchOptions?.headers, options.headers]) {
        if (headers === undefined || prepared.isForeign)
            continue;
        new Headers(headers).forEach((value, name) => (outgoing.headers[name] = value));
    }
    return outgoing;
}
/**
 * Sends a request and follows redirects, unless the caller sets `redirect`.
 */
async function follow(call, outgoing, deadline, context) {
    const chosen = fetchOptionsOf(call);
    const redirectMode = chosen.redirect ?? redirectModeFor(outgoing);
    const init = { ...chosen, redirect: redirectMode, signal: deadline.signal };
    for (let redirects = 0;; redirects++) {
        const response = await dispatch(call, outgoing, init, context);
        const isLast = redirectMode !== "manual" || chosen.redirect !== undefined || redirects === mostRedirects;
        if (isLast || isDeclared(call.operation, response.status) || !redirect(outgoing, response))
            return response;
        await drain(response);
    }
}
/** A browser shows no redirect: it follows, and keeps all headers but `Authorization`. */
function redirectModeFor(outgoing) {
    if (!isBrowser())
        return "manual";
    const others = [...outgoing.secretHeaders].filter((name) => name !== "authorization");
    return others.length + outgoing.secretParameters.size > 0 ? "error" : "follow";
}
/** Returns the options of `fetch` among those of the call. */
function fetchOptionsOf({ options, prepared }) {
    const { timeoutMs, retries, retryCodes, serverURL, acceptHeaderOverride, extraQuery, extraBody, ...rest } = options;
    const { fetchOptions, ...own } = rest;
    return { ...prepared.body?.init, ...fetchOptions, ...own };
}
/** Whether a URL is of another origin than a server, which may be relative in a browser. */
function isForeign(url, baseURL) {
    return URL.canParse(baseURL) && new URL(url).origin !== new URL(baseURL).origin;
}
async function dispatch({ settings, prepared }, outgoing, options, context) {
    const { hooks, httpClient, logger, showBodies, modules } = settings;
    const { method, url, headers, body } = outgoing;
    const init = { ...options, method, headers, body: body ?? null };
    let request;
    // Another origin sees nothing of what hooks add, which may be credentials.
    for (const registered of isForeign(url, prepared.baseURL) ? [] : hooks) {
        request = await registered.beforeRequest(context, request, () => new Request(url, init));
    }
    if (logger)
        modules.debugLog?.request(logger, outgoing, showBodies);
    const start = Date.now();
    try {
        const response = await (request ? httpClient.request(request) : httpClient.request(url, init));
        if (logger)
            await modules.debugLog?.response(logger, response, Date.now() - start, showBodies);
        return response;
    }
    catch (cause) {
        throw new PlatformFailure(cause);
    }
}
