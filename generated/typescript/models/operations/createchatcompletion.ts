import { type Companion, companion } from "../../lib/companion.js";
import { checkIntegerIn, checkNumberIn, checkStringIn, mapArrayIn, mapRecordIn } from "../../lib/constraints.js";
import type { EventStream } from "../../lib/event-stream.js";
import { pattern } from "../../lib/patterns.js";
import { mapUnion, unknownMember } from "../../lib/unions.js";
import {
  type Context,
  type PathKey,
  checkBoolean,
  checkConstant,
  checkEnum,
  checkInteger,
  checkNumber,
  checkString,
  isObject,
  keepUndeclared,
  mapArray,
  mapNullable,
  mapRecord,
} from "../../lib/validation.js";
import type * as components from "../components/index.js";
import { readChatCompletionChunk, writeChatCompletionChunk } from "../components/chatcompletionchunk.js";
import { readChatMessage, writeChatMessage } from "../components/chatmessage.js";
import { readPublicContact, writePublicContact } from "../components/publiccontact.js";

/** The conversation so far, and how it is to be answered. */
export interface CreateChatCompletionRequestBody {
  /**
   * The messages of the conversation, oldest first.
   *
   * @minItems 1
   */
  messages: components.ChatMessage[];
  /** The model that answers, as `provider/model`. */
  model: string;
  /**
   * Up to 16 key-value pairs that are stored with the call.
   *
   * @maxProperties 16
   */
  metadata?: { [k: string]: string };
  /**
   * Former name of `max_completion_tokens`, which reasoning models do not accept.
   *
   * @deprecated
   */
  maxTokens?: number | null;
  /** Upper bound on the tokens of the answer, reasoning included. */
  maxCompletionTokens?: number | null;
  /**
   * How many alternative answers to write.
   *
   * @minimum 1
   */
  n?: number | null;
  /** The form of the answer. */
  responseFormat?: ResponseFormat;
  /** Up to four texts at which the answer ends. */
  stop?: Stop | null;
  /** Settings of a streamed answer. */
  streamOptions?: StreamOptions | null;
  /**
   * Low values keep the answer focused, high values make it varied.
   *
   * @minimum 0
   * @maximum 2
   */
  temperature?: number | null;
  /**
   * Whether the answer is streamed.
   *
   * @default false
   */
  stream?: boolean;
  /** What the gateway does around the call. */
  orq?: Orq;
}

/** Parses and writes {@link CreateChatCompletionRequestBody}. */
export const CreateChatCompletionRequestBody: Companion<CreateChatCompletionRequestBody> = /* @__PURE__ */ companion(
  readCreateChatCompletionRequestBody,
  writeCreateChatCompletionRequestBody,
);

/** Reads {@link CreateChatCompletionRequestBody} from decoded JSON. */
export function readCreateChatCompletionRequestBody(
  value: unknown,
  context: Context,
  key?: PathKey,
): CreateChatCompletionRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: CreateChatCompletionRequestBody = {
    messages: mapArrayIn(
      value["messages"],
      context,
      "messages",
      readChatMessage,
      createChatCompletionRequestBodyMessagesRules,
    ),
    model: checkString(value["model"], context, "model"),
  };
  if (context.has(value["metadata"]))
    result.metadata = mapRecordIn(
      value["metadata"],
      context,
      "metadata",
      (value, context, key) => checkStringIn(value, context, key, createChatCompletionRequestBodyMetadataRules),
      createChatCompletionRequestBodyMetadataRules2,
    );
  if (value["max_tokens"] !== undefined)
    result.maxTokens = mapNullable(value["max_tokens"], context, "max_tokens", checkInteger);
  if (value["max_completion_tokens"] !== undefined)
    result.maxCompletionTokens = mapNullable(
      value["max_completion_tokens"],
      context,
      "max_completion_tokens",
      checkInteger,
    );
  if (value["n"] !== undefined)
    result.n = mapNullable(value["n"], context, "n", (value, context, key) =>
      checkIntegerIn(value, context, key, createChatCompletionRequestBodyNRules),
    );
  if (context.has(value["response_format"]))
    result.responseFormat = readResponseFormat(value["response_format"], context, "response_format");
  if (value["stop"] !== undefined) result.stop = mapNullable(value["stop"], context, "stop", readStop);
  if (value["stream_options"] !== undefined)
    result.streamOptions = mapNullable(value["stream_options"], context, "stream_options", readStreamOptions);
  if (value["temperature"] !== undefined)
    result.temperature = mapNullable(value["temperature"], context, "temperature", (value, context, key) =>
      checkNumberIn(value, context, key, createChatCompletionRequestBodyTemperatureRules),
    );
  if (context.has(value["stream"])) result.stream = checkBoolean(value["stream"], context, "stream");
  if (context.has(value["orq"])) result.orq = readOrq(value["orq"], context, "orq");
  context.leave();
  return keepUndeclared(value, result, createChatCompletionRequestBodyNames, context);
}

/** Writes {@link CreateChatCompletionRequestBody} for JSON. */
export function writeCreateChatCompletionRequestBody(
  value: CreateChatCompletionRequestBody,
  context: Context,
  key?: PathKey,
): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    messages: mapArrayIn(
      value.messages,
      context,
      "messages",
      writeChatMessage,
      createChatCompletionRequestBodyMessagesRules,
    ),
    model: checkString(value.model, context, "model"),
  };
  if (value.metadata !== undefined)
    result["metadata"] = mapRecordIn(
      value.metadata,
      context,
      "metadata",
      (value, context, key) => checkStringIn(value, context, key, createChatCompletionRequestBodyMetadataRules),
      createChatCompletionRequestBodyMetadataRules2,
    );
  if (value.maxTokens !== undefined)
    result["max_tokens"] = mapNullable(value.maxTokens, context, "max_tokens", checkInteger);
  if (value.maxCompletionTokens !== undefined)
    result["max_completion_tokens"] = mapNullable(
      value.maxCompletionTokens,
      context,
      "max_completion_tokens",
      checkInteger,
    );
  if (value.n !== undefined)
    result["n"] = mapNullable(value.n, context, "n", (value, context, key) =>
      checkIntegerIn(value, context, key, createChatCompletionRequestBodyNRules),
    );
  if (value.responseFormat !== undefined)
    result["response_format"] = writeResponseFormat(value.responseFormat, context, "response_format");
  if (value.stop !== undefined) result["stop"] = mapNullable(value.stop, context, "stop", readStop);
  if (value.streamOptions !== undefined)
    result["stream_options"] = mapNullable(value.streamOptions, context, "stream_options", writeStreamOptions);
  if (value.temperature !== undefined)
    result["temperature"] = mapNullable(value.temperature, context, "temperature", (value, context, key) =>
      checkNumberIn(value, context, key, createChatCompletionRequestBodyTemperatureRules),
    );
  if (value.stream !== undefined) result["stream"] = checkBoolean(value.stream, context, "stream");
  if (value.orq !== undefined) result["orq"] = writeOrq(value.orq, context, "orq");
  context.leave();
  return keepUndeclared(value, result, createChatCompletionRequestBodyProperties, context);
}

/** The form of the answer. */
export type ResponseFormat = TextFormat | JSONObjectFormat | JSONSchemaFormat;

/** Parses and writes {@link ResponseFormat}. */
export const ResponseFormat: Companion<ResponseFormat> = /* @__PURE__ */ companion(
  readResponseFormat,
  writeResponseFormat,
);

/** Reads {@link ResponseFormat} from decoded JSON. */
export function readResponseFormat(value: unknown, context: Context, key?: PathKey): ResponseFormat {
  switch (isObject(value) ? value["type"] : undefined) {
    case "text":
      return readTextFormat(value, context, key);
    case "json_object":
      return readJSONObjectFormat(value, context, key);
    case "json_schema":
      return readJSONSchemaFormat(value, context, key);
    default:
      return unknownMember(value, context, key, "type");
  }
}

/** Writes {@link ResponseFormat} for JSON. */
export function writeResponseFormat(value: ResponseFormat, context: Context, key?: PathKey): unknown {
  switch (isObject(value) ? value["type"] : undefined) {
    case "text":
      return readTextFormat(value as never, context, key);
    case "json_object":
      return readJSONObjectFormat(value as never, context, key);
    case "json_schema":
      return writeJSONSchemaFormat(value as never, context, key);
    default:
      return unknownMember(value, context, key, "type");
  }
}

/** Plain text. */
export interface TextFormat {
  type: "text";
}

/** Parses and writes {@link TextFormat}. */
export const TextFormat: Companion<TextFormat> = /* @__PURE__ */ companion(readTextFormat, readTextFormat);

/** Reads {@link TextFormat} from decoded JSON. */
export function readTextFormat(value: unknown, context: Context, key?: PathKey): TextFormat {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkConstant(value["type"], context, "type", "text");
  context.leave();
  return value as unknown as TextFormat;
}

/** Any JSON object. */
export interface JSONObjectFormat {
  type: "json_object";
}

/** Parses and writes {@link JSONObjectFormat}. */
export const JSONObjectFormat: Companion<JSONObjectFormat> = /* @__PURE__ */ companion(
  readJSONObjectFormat,
  readJSONObjectFormat,
);

/** Reads {@link JSONObjectFormat} from decoded JSON. */
export function readJSONObjectFormat(value: unknown, context: Context, key?: PathKey): JSONObjectFormat {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkConstant(value["type"], context, "type", "json_object");
  context.leave();
  return value as unknown as JSONObjectFormat;
}

/** A JSON object that follows a schema. */
export interface JSONSchemaFormat {
  type: "json_schema";
  jsonSchema: JsonSchema;
}

/** Parses and writes {@link JSONSchemaFormat}. */
export const JSONSchemaFormat: Companion<JSONSchemaFormat> = /* @__PURE__ */ companion(
  readJSONSchemaFormat,
  writeJSONSchemaFormat,
);

/** Reads {@link JSONSchemaFormat} from decoded JSON. */
export function readJSONSchemaFormat(value: unknown, context: Context, key?: PathKey): JSONSchemaFormat {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: JSONSchemaFormat = {
    type: checkConstant(value["type"], context, "type", "json_schema"),
    jsonSchema: readJsonSchema(value["json_schema"], context, "json_schema"),
  };
  context.leave();
  return keepUndeclared(value, result, jsonSchemaFormatNames, context);
}

/** Writes {@link JSONSchemaFormat} for JSON. */
export function writeJSONSchemaFormat(value: JSONSchemaFormat, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    type: checkConstant(value.type, context, "type", "json_schema"),
    json_schema: readJsonSchema(value.jsonSchema, context, "json_schema"),
  };
  context.leave();
  return keepUndeclared(value, result, jsonSchemaFormatProperties, context);
}

export interface JsonSchema {
  /** What the format is for. The model reads it. */
  description?: string;
  /**
   * A name for the format.
   *
   * @maxLength 64
   * @pattern ^[a-zA-Z0-9_-]+$
   */
  name: string;
  /** The JSON Schema that the answer follows. */
  schema?: any;
  /**
   * Whether the answer must follow the schema to the letter.
   *
   * @default false
   */
  strict?: boolean | null;
}

/** Parses and writes {@link JsonSchema}. */
export const JsonSchema: Companion<JsonSchema> = /* @__PURE__ */ companion(readJsonSchema, readJsonSchema);

/** Reads {@link JsonSchema} from decoded JSON. */
export function readJsonSchema(value: unknown, context: Context, key?: PathKey): JsonSchema {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["description"])) checkString(value["description"], context, "description");
  checkStringIn(value["name"], context, "name", jsonSchemaNameRules);
  if (value["strict"] != null) mapNullable(value["strict"], context, "strict", checkBoolean);
  context.leave();
  return value as unknown as JsonSchema;
}

/** Up to four texts at which the answer ends. */
export type Stop = string | string[];

/** Parses and writes {@link Stop}. */
export const Stop: Companion<Stop> = /* @__PURE__ */ companion(readStop, readStop);

/** Reads {@link Stop} from decoded JSON. */
export function readStop(value: unknown, context: Context, key?: PathKey): Stop {
  return mapUnion<Stop>(value, context, key, [
    checkString,
    (value, context, key) => mapArrayIn(value, context, key, checkString, stopRules),
  ]);
}

/** Settings of a streamed answer. */
export interface StreamOptions {
  /** Whether a last chunk reports the tokens used. */
  includeUsage?: boolean;
}

/** Parses and writes {@link StreamOptions}. */
export const StreamOptions: Companion<StreamOptions> = /* @__PURE__ */ companion(readStreamOptions, writeStreamOptions);

/** Reads {@link StreamOptions} from decoded JSON. */
export function readStreamOptions(value: unknown, context: Context, key?: PathKey): StreamOptions {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: StreamOptions = {};
  if (context.has(value["include_usage"]))
    result.includeUsage = checkBoolean(value["include_usage"], context, "include_usage");
  context.leave();
  return keepUndeclared(value, result, streamOptionsNames, context);
}

/** Writes {@link StreamOptions} for JSON. */
export function writeStreamOptions(value: StreamOptions, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.includeUsage !== undefined)
    result["include_usage"] = checkBoolean(value.includeUsage, context, "include_usage");
  context.leave();
  return keepUndeclared(value, result, streamOptionsProperties, context);
}

/** What the gateway does around the call. */
export interface Orq {
  /** The name of the call in the traces. */
  name?: string;
  /** When and how often a failed call is repeated. */
  retry?: Retry;
  /** The models to try next, in this order, when the first one fails. */
  fallbacks?: Fallbacks[];
  contact?: components.PublicContact;
  /** The thread that the call belongs to. */
  thread?: Thread;
  /** Values for the `{{name}}` placeholders in the messages. */
  inputs?: { [k: string]: any };
  /** Whether and how long an answer is kept for equal requests. */
  cache?: Cache;
}

/** Parses and writes {@link Orq}. */
export const Orq: Companion<Orq> = /* @__PURE__ */ companion(readOrq, writeOrq);

/** Reads {@link Orq} from decoded JSON. */
export function readOrq(value: unknown, context: Context, key?: PathKey): Orq {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Orq = {};
  if (context.has(value["name"])) result.name = checkString(value["name"], context, "name");
  if (context.has(value["retry"])) result.retry = readRetry(value["retry"], context, "retry");
  if (context.has(value["fallbacks"]))
    result.fallbacks = mapArray(value["fallbacks"], context, "fallbacks", readFallbacks);
  if (context.has(value["contact"])) result.contact = readPublicContact(value["contact"], context, "contact");
  if (context.has(value["thread"])) result.thread = readThread(value["thread"], context, "thread");
  if (context.has(value["inputs"])) result.inputs = mapRecord(value["inputs"], context, "inputs", (value) => value);
  if (context.has(value["cache"])) result.cache = readCache(value["cache"], context, "cache");
  context.leave();
  return keepUndeclared(value, result, orqNames, context);
}

/** Writes {@link Orq} for JSON. */
export function writeOrq(value: Orq, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.name !== undefined) result["name"] = checkString(value.name, context, "name");
  if (value.retry !== undefined) result["retry"] = writeRetry(value.retry, context, "retry");
  if (value.fallbacks !== undefined)
    result["fallbacks"] = mapArray(value.fallbacks, context, "fallbacks", readFallbacks);
  if (value.contact !== undefined) result["contact"] = writePublicContact(value.contact, context, "contact");
  if (value.thread !== undefined) result["thread"] = readThread(value.thread, context, "thread");
  if (value.inputs !== undefined) result["inputs"] = mapRecord(value.inputs, context, "inputs", (value) => value);
  if (value.cache !== undefined) result["cache"] = readCache(value.cache, context, "cache");
  context.leave();
  return keepUndeclared(value, result, orqNames, context);
}

/** When and how often a failed call is repeated. */
export interface Retry {
  /**
   * The number of further attempts.
   *
   * @default 3
   * @minimum 1
   * @maximum 5
   */
  count?: number;
  /**
   * The HTTP status codes that lead to another attempt.
   *
   * @default [429]
   */
  onCodes?: number[];
}

/** Parses and writes {@link Retry}. */
export const Retry: Companion<Retry> = /* @__PURE__ */ companion(readRetry, writeRetry);

/** Reads {@link Retry} from decoded JSON. */
export function readRetry(value: unknown, context: Context, key?: PathKey): Retry {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Retry = {};
  if (context.has(value["count"])) result.count = checkNumberIn(value["count"], context, "count", retryCountRules);
  if (context.has(value["on_codes"])) result.onCodes = mapArray(value["on_codes"], context, "on_codes", checkNumber);
  context.leave();
  return keepUndeclared(value, result, retryNames, context);
}

/** Writes {@link Retry} for JSON. */
export function writeRetry(value: Retry, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.count !== undefined) result["count"] = checkNumberIn(value.count, context, "count", retryCountRules);
  if (value.onCodes !== undefined) result["on_codes"] = mapArray(value.onCodes, context, "on_codes", checkNumber);
  context.leave();
  return keepUndeclared(value, result, retryProperties, context);
}

export interface Fallbacks {
  /** The model to fall back to. */
  model: string;
}

/** Parses and writes {@link Fallbacks}. */
export const Fallbacks: Companion<Fallbacks> = /* @__PURE__ */ companion(readFallbacks, readFallbacks);

/** Reads {@link Fallbacks} from decoded JSON. */
export function readFallbacks(value: unknown, context: Context, key?: PathKey): Fallbacks {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["model"], context, "model");
  context.leave();
  return value as unknown as Fallbacks;
}

/** The thread that the call belongs to. */
export interface Thread {
  /** The thread, under an id of your choice. */
  id: string;
  /** Labels to find the thread by. */
  tags?: string[];
}

/** Parses and writes {@link Thread}. */
export const Thread: Companion<Thread> = /* @__PURE__ */ companion(readThread, readThread);

/** Reads {@link Thread} from decoded JSON. */
export function readThread(value: unknown, context: Context, key?: PathKey): Thread {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["id"], context, "id");
  if (context.has(value["tags"])) mapArray(value["tags"], context, "tags", checkString);
  context.leave();
  return value as unknown as Thread;
}

/** Whether and how long an answer is kept for equal requests. */
export interface Cache {
  /**
   * How long an answer is kept, in seconds. At most three days.
   *
   * @default 1800
   * @minimum 0
   * @maximum 259200
   */
  ttl?: number;
  /** When two requests count as equal. */
  type: Type;
}

/** Parses and writes {@link Cache}. */
export const Cache: Companion<Cache> = /* @__PURE__ */ companion(readCache, readCache);

/** Reads {@link Cache} from decoded JSON. */
export function readCache(value: unknown, context: Context, key?: PathKey): Cache {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["ttl"])) checkNumberIn(value["ttl"], context, "ttl", cacheTtlRules);
  readType(value["type"], context, "type");
  context.leave();
  return value as unknown as Cache;
}

/** When two requests count as equal. */
export type Type = "exact_match";

/** Parses and writes {@link Type}. */
export const Type: Companion<Type> = /* @__PURE__ */ companion(readType, readType);

/** Reads {@link Type} from decoded JSON. */
export function readType(value: unknown, context: Context, key?: PathKey): Type {
  return checkEnum(value, context, key, typeValues);
}

/** One event of a streamed answer. The stream ends with the text `[DONE]` instead. */
export interface CreateChatCompletionResponseBody {
  data: components.ChatCompletionChunk;
}

/** Parses and writes {@link CreateChatCompletionResponseBody}. */
export const CreateChatCompletionResponseBody: Companion<CreateChatCompletionResponseBody> = /* @__PURE__ */ companion(
  readCreateChatCompletionResponseBody,
  writeCreateChatCompletionResponseBody,
);

/** Reads {@link CreateChatCompletionResponseBody} from decoded JSON. */
export function readCreateChatCompletionResponseBody(
  value: unknown,
  context: Context,
  key?: PathKey,
): CreateChatCompletionResponseBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: CreateChatCompletionResponseBody = {
    data: readChatCompletionChunk(value["data"], context, "data"),
  };
  context.leave();
  return keepUndeclared(value, result, createChatCompletionResponseBodyNames, context);
}

/** Writes {@link CreateChatCompletionResponseBody} for JSON. */
export function writeCreateChatCompletionResponseBody(
  value: CreateChatCompletionResponseBody,
  context: Context,
  key?: PathKey,
): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    data: writeChatCompletionChunk(value.data, context, "data"),
  };
  context.leave();
  return keepUndeclared(value, result, createChatCompletionResponseBodyNames, context);
}

export type CreateChatCompletionResponse = components.ChatCompletion | EventStream<CreateChatCompletionResponseBody>;

/** Parses and writes {@link CreateChatCompletionResponse}. */
export const CreateChatCompletionResponse: Companion<CreateChatCompletionResponse> = /* @__PURE__ */ companion(
  readCreateChatCompletionResponse,
  readCreateChatCompletionResponse,
);

/** Reads {@link CreateChatCompletionResponse} from decoded JSON. */
export function readCreateChatCompletionResponse(
  value: unknown,
  context: Context,
  key?: PathKey,
): CreateChatCompletionResponse {
  return value as CreateChatCompletionResponse;
}

const createChatCompletionRequestBodyMessagesRules = { minItems: 1 };

const createChatCompletionRequestBodyMetadataRules = { maxLength: 512 };

const createChatCompletionRequestBodyMetadataRules2 = { maxProperties: 16 };

const createChatCompletionRequestBodyNRules = { minimum: 1 };

const createChatCompletionRequestBodyTemperatureRules = { minimum: 0, maximum: 2 };

const createChatCompletionRequestBodyNames = /* @__PURE__ */ new Set<string>([
  "messages",
  "model",
  "metadata",
  "max_tokens",
  "max_completion_tokens",
  "n",
  "response_format",
  "stop",
  "stream_options",
  "temperature",
  "stream",
  "orq",
]);

const createChatCompletionRequestBodyProperties = /* @__PURE__ */ new Set<string>([
  "messages",
  "model",
  "metadata",
  "maxTokens",
  "maxCompletionTokens",
  "n",
  "responseFormat",
  "stop",
  "streamOptions",
  "temperature",
  "stream",
  "orq",
]);

const jsonSchemaFormatNames = /* @__PURE__ */ new Set<string>(["type", "json_schema"]);

const jsonSchemaFormatProperties = /* @__PURE__ */ new Set<string>(["type", "jsonSchema"]);

const jsonSchemaNameRules = { maxLength: 64, pattern: /* @__PURE__ */ pattern("^[a-zA-Z0-9_-]+$") };

const stopRules = { maxItems: 4 };

const streamOptionsNames = /* @__PURE__ */ new Set<string>(["include_usage"]);

const streamOptionsProperties = /* @__PURE__ */ new Set<string>(["includeUsage"]);

const orqNames = /* @__PURE__ */ new Set<string>([
  "name",
  "retry",
  "fallbacks",
  "contact",
  "thread",
  "inputs",
  "cache",
]);

const retryCountRules = { minimum: 1, maximum: 5 };

const retryNames = /* @__PURE__ */ new Set<string>(["count", "on_codes"]);

const retryProperties = /* @__PURE__ */ new Set<string>(["count", "onCodes"]);

const cacheTtlRules = { minimum: 0, maximum: 259200 };

const typeValues = ["exact_match"] as const;

const createChatCompletionResponseBodyNames = /* @__PURE__ */ new Set<string>(["data"]);
