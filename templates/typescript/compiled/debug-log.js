/** Logs of requests and answers, without credentials. */
import { isSwitchedOn } from "./environment.js";
const secretWords = /authorization|cookie|token|secret|passw|passphrase|credential|signature|session|api[-_]?key/i;
const secretEnds = /(^|[-_])(key|auth|sig|jwt|pwd|otp|pin)$/i;
const mostShown = 4096;
const mostParsed = 262_144;
/** Whether a header, a parameter or a member of this name holds a credential. */
function isSecretName(name) {
    return secretWords.test(name) || secretEnds.test(name) || /[a-z0-9]Key$/.test(name);
}
/** Logs each request and answer. Values that hold a credential, by their scheme or their name, are hidden. */
export const debugLog = async ({ logger = console, options, description }, request, send) => {
    const showBodies = options.debugBodies ?? isSwitchedOn(`${description.variablePrefix}_DEBUG_BODIES`);
    logRequest(logger, request, showBodies);
    const start = Date.now();
    const response = await send();
    await logResponse(logger, response, Date.now() - start, showBodies);
    return response;
};
function logRequest(logger, request, showBodies) {
    open(logger, `> ${request.method} ${redactURL(request.url, request.secretParameters)}`);
    logger.log(headerLines(new Headers(request.headers), request.secretHeaders));
    if (showBodies && request.body)
        logger.log(describeBody(request));
    logger.groupEnd?.();
}
async function logResponse(logger, response, milliseconds, showBodies) {
    open(logger, `< ${response.status} ${redactURL(response.url, [])} (${milliseconds} ms)`);
    logger.log(headerLines(response.headers, []));
    const type = response.headers.get("content-type") ?? "";
    if (showBodies && /json|xml|^text\/(?!event-stream)/.test(type))
        logger.log(redactText(await response.clone().text()));
    logger.groupEnd?.();
}
function open(logger, label) {
    if (logger.group === undefined)
        logger.log(label);
    else
        logger.group(label);
}
function headerLines(headers, secrets) {
    const lines = [];
    headers.forEach((value, name) => {
        lines.push(`${name}: ${secrets.includes(name) || isSecretName(name) ? "***" : redactURL(value, [])}`);
    });
    return lines.join("\n");
}
/** Hides user, password and the parameters that hold credentials, whatever else the URL is. */
function redactURL(url, secrets) {
    return url
        .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i, "$1***@")
        .replace(/([?&#])([^=&#\s]+)=([^&#\s<>"',;]*)/g, (pair, start, name) => secrets.includes(decode(name)) || isSecretName(name) ? `${start}${name}=***` : pair);
}
function decode(name) {
    try {
        return decodeURIComponent(name);
    }
    catch {
        return name;
    }
}
function describeBody({ body }) {
    if (typeof body === "string")
        return redactText(body);
    return body instanceof Blob ? `[${body.size} bytes of ${body.type || "no type"}]` : "[bytes]";
}
/** Hides the values of members of JSON, and of fields of forms, whose names are those of credentials. */
function redactText(text) {
    const start = text.slice(0, mostParsed);
    const redacted = /^\s*[[{]/.test(start) ? redactJSON(start) : redactForm(start);
    return redacted.length > mostShown || text.length > mostParsed ? `${redacted.slice(0, mostShown)}…` : redacted;
}
function redactForm(text) {
    return text.replace(/(^|&)([^=&\s]+)=([^&\s]*)/g, (pair, start, name) => isSecretName(decode(name)) ? `${start}${name}=***` : pair);
}
function redactJSON(text) {
    try {
        return JSON.stringify(JSON.parse(text, (name, value) => (isSecretName(name) ? "***" : value)));
    }
    catch {
        return redactPartOfJSON(text);
    }
}
const container = /"((?:[^"\\]|\\.)*)"\s*:\s*(?=[[{])/g;
const scalar = /"((?:[^"\\]|\\.)*)"(\s*:\s*)("(?:[^"\\]|\\.)*(?:"|$)|[-\w.]+)/g;
/** Redacts JSON that cannot be parsed, such as a part; after an array or object of credentials it ends. */
function redactPartOfJSON(text) {
    const secret = [...text.matchAll(container)].find(([, name = ""]) => isSecretName(name));
    const shown = secret === undefined ? text : `${text.slice(0, secret.index + secret[0].length)}"***"`;
    return shown.replace(scalar, (member, name, colon) => isSecretName(name) ? `"${name}"${colon}"***"` : member);
}
