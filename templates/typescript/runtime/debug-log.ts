/** Logs of requests and answers, without credentials. */

import type { DebugLog, Logger } from "./client.js";
import type { OutgoingRequest } from "./outgoing.js";

const secretName = /authorization|cookie|token|secret|password|api[-_]?key|signature|credential/i;
const mostShown = 4096;

/** Logs each request and answer. Values that hold a credential, by their scheme or their name, are hidden. */
export const debugLog: DebugLog = {
  request(logger, request, showBodies) {
    open(logger, `> ${request.method} ${redactURL(request.url, request.secretParameters)}`);
    logger.log(headerLines(new Headers(request.headers), request.secretHeaders));
    if (showBodies && request.body) logger.log(describeBody(request));
    logger.groupEnd?.();
  },
  async response(logger, response, milliseconds, showBodies) {
    open(logger, `< ${response.status} ${redactURL(response.url, new Set())} (${milliseconds} ms)`);
    logger.log(headerLines(response.headers, new Set()));
    const type = response.headers.get("content-type") ?? "";
    if (showBodies && /json|xml|^text\/(?!event-stream)/.test(type))
      logger.log(redactText(await response.clone().text()));
    logger.groupEnd?.();
  },
};

function open(logger: Logger, label: string): void {
  if (logger.group === undefined) logger.log(label);
  else logger.group(label);
}

function headerLines(headers: Headers, secrets: ReadonlySet<string>): string {
  const lines: string[] = [];
  headers.forEach((value, name) => {
    lines.push(`${name}: ${secrets.has(name) || secretName.test(name) ? "***" : redactLocation(name, value)}`);
  });
  return lines.join("\n");
}

function redactLocation(name: string, value: string): string {
  return name === "location" ? redactURL(value, new Set()) : value;
}

/** Hides user, password and the parameters that hold credentials, whatever else the URL is. */
function redactURL(url: string, secrets: ReadonlySet<string>): string {
  return url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i, "$1***@")
    .replace(/([?&#])([^=&#]+)=([^&#]*)/g, (pair: string, start: string, name: string) =>
      secrets.has(decode(name)) || secretName.test(name) ? `${start}${name}=***` : pair,
    );
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function describeBody({ body }: OutgoingRequest): string {
  if (typeof body === "string") return redactText(body);
  return body instanceof Blob ? `[${body.size} bytes of ${body.type || "no type"}]` : "[bytes]";
}

/** Hides the values of members of JSON, and of fields of forms, whose names say that they are secret. */
function redactText(text: string): string {
  const shown = text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
  return shown
    .replace(/"([^"\\]+)"(\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s,}\]]+)/g, (member: string, name: string, colon: string) =>
      secretName.test(name) ? `"${name}"${colon}"***"` : member,
    )
    .replace(/(^|&)([^=&\s"{]+)=([^&\s]*)/g, (pair: string, start: string, name: string) =>
      secretName.test(name) ? `${start}${name}=***` : pair,
    );
}
