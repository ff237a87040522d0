import { type Companion, companion } from "../../lib/companion.js";
import type { EventStream } from "../../lib/event-stream.js";
import {
  type Context,
  type PathKey,
  checkBoolean,
  checkString,
  countUndeclared,
  isObject,
} from "../../lib/validation.js";

export interface AskRequestBody {
  stream?: boolean;
}

/** Parses and writes {@link AskRequestBody}. */
export const AskRequestBody: Companion<AskRequestBody> = /* @__PURE__ */ companion(
  readAskRequestBody,
  readAskRequestBody,
);

/** Reads {@link AskRequestBody} from decoded JSON. */
export function readAskRequestBody(value: unknown, context: Context, key?: PathKey): AskRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["stream"])) checkBoolean(value["stream"], context, "stream");
  context.leave();
  return value as unknown as AskRequestBody;
}

/** The answer, whole or as it comes. */
export interface AskResponseBody {
  text?: string;
}

/** Parses and writes {@link AskResponseBody}. */
export const AskResponseBody: Companion<AskResponseBody> = /* @__PURE__ */ companion(
  readAskResponseBody,
  readAskResponseBody,
);

/** Reads {@link AskResponseBody} from decoded JSON. */
export function readAskResponseBody(value: unknown, context: Context, key?: PathKey): AskResponseBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["text"])) checkString(value["text"], context, "text");
  countUndeclared(value, askResponseBodyNames, context);
  context.leave();
  return value as unknown as AskResponseBody;
}

/** The answer, whole or as it comes. */
export interface AskResponseResponseBody {
  data?: string;
}

/** Parses and writes {@link AskResponseResponseBody}. */
export const AskResponseResponseBody: Companion<AskResponseResponseBody> = /* @__PURE__ */ companion(
  readAskResponseResponseBody,
  readAskResponseResponseBody,
);

/** Reads {@link AskResponseResponseBody} from decoded JSON. */
export function readAskResponseResponseBody(value: unknown, context: Context, key?: PathKey): AskResponseResponseBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["data"])) checkString(value["data"], context, "data");
  context.leave();
  return value as unknown as AskResponseResponseBody;
}

export type AskResponseResult = AskResponseBody | EventStream<AskResponseResponseBody>;

/** Parses and writes {@link AskResponseResult}. */
export const AskResponseResult: Companion<AskResponseResult> = /* @__PURE__ */ companion(
  readAskResponseResult,
  readAskResponseResult,
);

/** Reads {@link AskResponseResult} from decoded JSON. */
export function readAskResponseResult(value: unknown, context: Context, key?: PathKey): AskResponseResult {
  return value as AskResponseResult;
}

export interface AskResponse {
  headers: { [k: string]: string[] };
  result: AskResponseResult;
}

/** Parses and writes {@link AskResponse}. */
export const AskResponse: Companion<AskResponse> = /* @__PURE__ */ companion(readAskResponse, readAskResponse);

/** Reads {@link AskResponse} from decoded JSON. */
export function readAskResponse(value: unknown, context: Context, key?: PathKey): AskResponse {
  return value as AskResponse;
}

const askResponseBodyNames = /* @__PURE__ */ new Set<string>(["text"]);
