import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkEnum,
  checkNumber,
  checkString,
  isObject,
  keepUndeclared,
  mapArray,
  mapNullable,
} from "../../lib/validation.js";
import { type FinishReason, readFinishReason } from "./finishreason.js";
import { type TokenUsage, readTokenUsage, writeTokenUsage } from "./tokenusage.js";

/** A piece of a streamed answer. */
export interface ChatCompletionChunk {
  /** The answer, the same id in all of its chunks. */
  id?: string;
  object: ChatCompletionChunkObject;
  /** When the answer was begun, in seconds since 1970. */
  created?: number;
  /** The model that answers. */
  model?: string;
  /** The alternative answers. Empty in the chunk that reports the usage. */
  choices: ChatCompletionChunkChoices[];
  usage?: TokenUsage;
}

/** Parses and writes {@link ChatCompletionChunk}. */
export const ChatCompletionChunk: Companion<ChatCompletionChunk> = /* @__PURE__ */ companion(
  readChatCompletionChunk,
  writeChatCompletionChunk,
);

/** Reads {@link ChatCompletionChunk} from decoded JSON. */
export function readChatCompletionChunk(value: unknown, context: Context, key?: PathKey): ChatCompletionChunk {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: ChatCompletionChunk = {
    object: readChatCompletionChunkObject(value["object"], context, "object"),
    choices: mapArray(value["choices"], context, "choices", readChatCompletionChunkChoices),
  };
  if (context.has(value["id"])) result.id = checkString(value["id"], context, "id");
  if (context.has(value["created"])) result.created = checkNumber(value["created"], context, "created");
  if (context.has(value["model"])) result.model = checkString(value["model"], context, "model");
  if (context.has(value["usage"])) result.usage = readTokenUsage(value["usage"], context, "usage");
  context.leave();
  return keepUndeclared(value, result, chatCompletionChunkNames, context);
}

/** Writes {@link ChatCompletionChunk} for JSON. */
export function writeChatCompletionChunk(value: ChatCompletionChunk, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    object: readChatCompletionChunkObject(value.object, context, "object"),
    choices: mapArray(value.choices, context, "choices", writeChatCompletionChunkChoices),
  };
  if (value.id !== undefined) result["id"] = checkString(value.id, context, "id");
  if (value.created !== undefined) result["created"] = checkNumber(value.created, context, "created");
  if (value.model !== undefined) result["model"] = checkString(value.model, context, "model");
  if (value.usage !== undefined) result["usage"] = writeTokenUsage(value.usage, context, "usage");
  context.leave();
  return keepUndeclared(value, result, chatCompletionChunkNames, context);
}

export type ChatCompletionChunkObject = "chat.completion.chunk";

/** Parses and writes {@link ChatCompletionChunkObject}. */
export const ChatCompletionChunkObject: Companion<ChatCompletionChunkObject> = /* @__PURE__ */ companion(
  readChatCompletionChunkObject,
  readChatCompletionChunkObject,
);

/** Reads {@link ChatCompletionChunkObject} from decoded JSON. */
export function readChatCompletionChunkObject(
  value: unknown,
  context: Context,
  key?: PathKey,
): ChatCompletionChunkObject {
  return checkEnum(value, context, key, chatCompletionChunkObjectValues);
}

export interface ChatCompletionChunkChoices {
  index?: number;
  /** Why the answer ends here. `null` while it goes on. */
  finishReason: FinishReason | null;
  /** What this chunk adds. */
  delta: Delta;
}

/** Parses and writes {@link ChatCompletionChunkChoices}. */
export const ChatCompletionChunkChoices: Companion<ChatCompletionChunkChoices> = /* @__PURE__ */ companion(
  readChatCompletionChunkChoices,
  writeChatCompletionChunkChoices,
);

/** Reads {@link ChatCompletionChunkChoices} from decoded JSON. */
export function readChatCompletionChunkChoices(
  value: unknown,
  context: Context,
  key?: PathKey,
): ChatCompletionChunkChoices {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: ChatCompletionChunkChoices = {
    finishReason: mapNullable(value["finish_reason"], context, "finish_reason", readFinishReason),
    delta: readDelta(value["delta"], context, "delta"),
  };
  if (context.has(value["index"])) result.index = checkNumber(value["index"], context, "index");
  context.leave();
  return keepUndeclared(value, result, chatCompletionChunkChoicesNames, context);
}

/** Writes {@link ChatCompletionChunkChoices} for JSON. */
export function writeChatCompletionChunkChoices(
  value: ChatCompletionChunkChoices,
  context: Context,
  key?: PathKey,
): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    finish_reason: mapNullable(value.finishReason, context, "finish_reason", readFinishReason),
    delta: readDelta(value.delta, context, "delta"),
  };
  if (value.index !== undefined) result["index"] = checkNumber(value.index, context, "index");
  context.leave();
  return keepUndeclared(value, result, chatCompletionChunkChoicesProperties, context);
}

/** What this chunk adds. */
export interface Delta {
  role?: Role;
  content?: string | null;
}

/** Parses and writes {@link Delta}. */
export const Delta: Companion<Delta> = /* @__PURE__ */ companion(readDelta, readDelta);

/** Reads {@link Delta} from decoded JSON. */
export function readDelta(value: unknown, context: Context, key?: PathKey): Delta {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["role"])) readRole(value["role"], context, "role");
  if (value["content"] != null) mapNullable(value["content"], context, "content", checkString);
  context.leave();
  return value as unknown as Delta;
}

export type Role = "assistant";

/** Parses and writes {@link Role}. */
export const Role: Companion<Role> = /* @__PURE__ */ companion(readRole, readRole);

/** Reads {@link Role} from decoded JSON. */
export function readRole(value: unknown, context: Context, key?: PathKey): Role {
  return checkEnum(value, context, key, roleValues);
}

const chatCompletionChunkNames = /* @__PURE__ */ new Set<string>([
  "id",
  "object",
  "created",
  "model",
  "choices",
  "usage",
]);

const chatCompletionChunkObjectValues = ["chat.completion.chunk"] as const;

const chatCompletionChunkChoicesNames = /* @__PURE__ */ new Set<string>(["index", "finish_reason", "delta"]);

const chatCompletionChunkChoicesProperties = /* @__PURE__ */ new Set<string>(["index", "finishReason", "delta"]);

const roleValues = ["assistant"] as const;
