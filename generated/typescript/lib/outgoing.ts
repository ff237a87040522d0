// Typewright's runtime, copied as it is; its digest is 86a08fe8dc56b4e0.
/** A request as it is sent: changed by schemes of security, and again for each redirect. */

import { InvalidRequestError } from "./errors.js";
import type { HeadersInit, RequestInit } from "./web.js";

/** One request of one attempt. */
export interface OutgoingRequest {
  method: string;
  url: string;
  /** The headers by their names in lower case. A record: `fetch` reads it several times faster than `Headers`. */
  readonly headers: Record<string, string>;
  body: NonNullable<RequestInit["body"]> | null;
  /** The names of the headers that hold credentials, in lower case. */
  readonly secretHeaders: string[];
  /** The names of the query's parameters that hold credentials. */
  readonly secretParameters: string[];
  /** Signs it again after a redirect, where a signature is for one URL alone. */
  resign?: () => Promise<void>;
}

/** Whether a text can be the value of a header (RFC 9110, section 5.5). */
export function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/**
 * Removes the headers that may not be sent to another origin: all but those that describe the content and the client.
 * Of what the caller sends nobody knows whether it is a credential.
 */
export function dropOwnHeaders(headers: Record<string, string>): void {
  for (const name of Object.keys(headers)) if (!/^(accept|user-agent|content-.*)$/.test(name)) delete headers[name];
}

/** Adds the caller's headers. Throws {@link InvalidRequestError}, which does not show them, if one cannot be sent. */
export function addHeaders(headers: Record<string, string>, own: HeadersInit): void {
  let given: Headers;
  try {
    given = new Headers(own as globalThis.HeadersInit);
  } catch {
    throw new InvalidRequestError("A header of the call has a name or a character that no header can have");
  }
  given.forEach((value, name) => (headers[name] = value));
}

/** Sets a header that holds a credential. Throws {@link InvalidRequestError}, which does not show it. */
export function setSecretHeader(request: OutgoingRequest, name: string, value: string): void {
  if (!isHeaderValue(value)) {
    throw new InvalidRequestError(`The credential for the header ${name} has a character that no header can have`);
  }
  request.headers[name.toLowerCase()] = value;
  request.secretHeaders.push(name.toLowerCase());
}
