/** What a call returns beside the content of an answer: the parts of an answer, in one object with the content. */

import { headerLists } from "./answers.js";
import type { Request, Response } from "./web.js";

/** Puts the content of an answer into the object that a call returns. */
export type Wrap = (value: unknown, response: Response, sent: () => Request) => unknown;

/** The names of the properties of an envelope. */
export interface EnvelopeNames {
  /** The property with the content; absent where the answer has none. */
  readonly content?: string;
  /** The property with the headers; absent where none are described. */
  readonly headers?: string;
}

/**
 * Returns what puts media type, status, response and content into an object. `facts` are the names of the first three.
 */
export function factsEnvelope(facts: readonly [string, string, string], names: EnvelopeNames): Wrap {
  const [contentType, statusCode, rawResponse] = facts;
  return (value, response) => ({
    [contentType]: response.headers.get("content-type") ?? "",
    [statusCode]: response.status,
    [rawResponse]: response,
    ...described(names, value, response),
  });
}

/** Returns what puts request, response and content into an object. `meta` is the name of the first two. */
export function httpEnvelope(meta: string, names: EnvelopeNames): Wrap {
  return (value, response, sent) => ({
    [meta]: { response, request: sent() },
    ...described(names, value, response),
  });
}

function described(names: EnvelopeNames, value: unknown, response: Response): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  if (names.headers !== undefined) found[names.headers] = headerLists(response);
  if (names.content !== undefined && value !== undefined) found[names.content] = value;
  return found;
}
