import type { EventStream } from "../../lib/support.js";
import type * as components from "../components/index.js";

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

/** The form of the answer. */
export type ResponseFormat = TextFormat | JSONObjectFormat | JSONSchemaFormat;

/** Plain text. */
export interface TextFormat {
  type: "text";
}

/** Any JSON object. */
export interface JSONObjectFormat {
  type: "json_object";
}

/** A JSON object that follows a schema. */
export interface JSONSchemaFormat {
  type: "json_schema";
  jsonSchema: JsonSchema;
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

/** Up to four texts at which the answer ends. */
export type Stop = string | string[];

/** Settings of a streamed answer. */
export interface StreamOptions {
  /** Whether a last chunk reports the tokens used. */
  includeUsage?: boolean;
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

export interface Fallbacks {
  /** The model to fall back to. */
  model: string;
}

/** The thread that the call belongs to. */
export interface Thread {
  /** The thread, under an id of your choice. */
  id: string;
  /** Labels to find the thread by. */
  tags?: string[];
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

/** When two requests count as equal. */
export type Type = "exact_match";

/** One event of a streamed answer. The stream ends with the text `[DONE]` instead. */
export interface CreateChatCompletionResponseBody {
  data: components.ChatCompletionChunk;
}

export type CreateChatCompletionResponse =
  | components.ChatCompletion
  | EventStream<CreateChatCompletionResponseBody>;
