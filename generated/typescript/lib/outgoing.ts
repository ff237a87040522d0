// Typewright's runtime, copied as it is; its digest is 546dddffbe4708c4.
/** A request as it is sent: changed by schemes of security, and again for each redirect. */

import { InvalidRequestError } from "./errors.js";
import type { RequestInit } from "./web.js";

/** One request of one attempt. */
export interface OutgoingRequest {
  method: string;
  url: string;
  /** The headers by their names in lower case. A record: `fetch` reads it several times faster than `Headers`. */
  readonly headers: Record<string, string>;
  body: RequestInit["body"];
  /** The names of the headers that hold credentials, in lower case. */
  readonly secretHeaders: Set<string>;
  /** The names of the query's parameters that hold credentials. */
  readonly secretParameters: Set<string>;
}

/** Whether a text can be the value of a header (RFC 9110, section 5.5). */
export function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/** Sets a header that holds a credential. Throws {@link InvalidRequestError}, which does not show it. */
export function setSecretHeader(request: OutgoingRequest, name: string, value: string): void {
  if (!isHeaderValue(value)) {
    throw new InvalidRequestError(`The credential for the header ${name} has a character that no header can have`);
  }
  request.headers[name.toLowerCase()] = value;
  request.secretHeaders.add(name.toLowerCase());
}
