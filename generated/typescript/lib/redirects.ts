// Typewright's runtime, copied as it is; its digest is 943d76e6e19a5f71.
/**
 * Redirects. They are followed here and not by `fetch`, which does not know which headers are secret (Fetch Standard,
 * HTTP-redirect fetch).
 */

import { dropOwnHeaders, type OutgoingRequest } from "./outgoing.js";

/** The limit of redirects of a request. */
export const mostRedirects = 5;

/**
 * Changes a request to the one that an answer redirects to; returns false if it cannot.
 */
export function redirect(request: OutgoingRequest, response: Response): boolean {
  if (![301, 302, 303, 307, 308].includes(response.status)) return false;
  const location = response.headers.get("location");
  if (location === null || !URL.canParse(location, request.url)) return false;
  const url = new URL(location, request.url);
  if (!/^https?:$/.test(url.protocol)) return false;
  const becomesGet =
    response.status === 303 ? request.method !== "HEAD" : response.status < 303 && request.method === "POST";
  if (becomesGet) {
    request.method = "GET";
    request.body = null;
    for (const name of ["content-type", "content-length", "content-encoding"]) delete request.headers[name];
  } else if (request.body instanceof ReadableStream) return false;
  if (url.origin !== new URL(request.url).origin) dropOwnHeaders(request.headers);
  request.url = url.href;
  return true;
}
