// Typewright's runtime, copied as it is; its digest is 5ec5868c3fdbee7d.
/** Requests that the API's description lacks. */

import { json, stream, text } from "./answers.js";
import { type APIPromise, unwrap } from "./api-promise.js";
import { call } from "./call.js";
import type { ClientCore } from "./client.js";
import { jsonBody } from "./json-body.js";
import type { Operation, RequestOptions } from "./operation.js";
import { isByteSource, rawBody } from "./raw-body.js";

/** What is sent with a request that the API's description lacks. */
export interface CustomRequest extends RequestOptions {
  /** The parameters in the query. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** The body: bytes, a file and a stream are sent as they are, anything else as JSON. */
  readonly body?: unknown;
}

/**
 * Sends a request with a client's credentials, retries and errors. The promise is of the answer's JSON, its text, or a
 * stream of its bytes, by its media type.
 */
export function request<T = unknown>(
  client: ClientCore,
  method: string,
  path: string,
  { query, body, ...options }: CustomRequest = {},
): APIPromise<T> {
  const schemes = Object.keys(client._settings.description.schemes ?? {});
  const isRaw = isByteSource(body);
  const operation: Operation = {
    id: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    body: isRaw ? { type: "*/*", encode: rawBody } : { type: "application/json", encode: jsonBody },
    accept: "application/json, */*;q=0.9",
    security: [...schemes.map((scheme) => [scheme]), []],
    answers: [
      { status: "2XX", type: "application/json", decode: json },
      { status: "2XX", type: "text/*", decode: text },
      { status: "2XX", type: "*/*", decode: stream },
    ],
  };
  return unwrap(
    call<T, Error>(client, operation, body, { ...options, extraQuery: { ...query, ...options.extraQuery } }),
  );
}
