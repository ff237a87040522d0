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
} from "../../lib/validation.js";
import { type AssistantMessage, readAssistantMessage } from "./assistantmessage.js";
import { type FinishReason, readFinishReason } from "./finishreason.js";
import { type TokenUsage, readTokenUsage, writeTokenUsage } from "./tokenusage.js";

/** The answer to a conversation. */
export interface ChatCompletion {
  /** The answer, under an id of the gateway. */
  id?: string;
  object: ObjectT;
  /** When the answer was written, in seconds since 1970. */
  created?: number;
  /** The model that answered. */
  model?: string;
  /** The alternative answers. */
  choices: Choices[];
  usage?: TokenUsage;
}

/** Parses and writes {@link ChatCompletion}. */
export const ChatCompletion: Companion<ChatCompletion> = /* @__PURE__ */ companion(
  readChatCompletion,
  writeChatCompletion,
);

/** Reads {@link ChatCompletion} from decoded JSON. */
export function readChatCompletion(value: unknown, context: Context, key?: PathKey): ChatCompletion {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: ChatCompletion = {
    object: readObjectT(value["object"], context, "object"),
    choices: mapArray(value["choices"], context, "choices", readChoices),
  };
  if (context.has(value["id"])) result.id = checkString(value["id"], context, "id");
  if (context.has(value["created"])) result.created = checkNumber(value["created"], context, "created");
  if (context.has(value["model"])) result.model = checkString(value["model"], context, "model");
  if (context.has(value["usage"])) result.usage = readTokenUsage(value["usage"], context, "usage");
  context.leave();
  return keepUndeclared(value, result, chatCompletionNames, context);
}

/** Writes {@link ChatCompletion} for JSON. */
export function writeChatCompletion(value: ChatCompletion, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    object: readObjectT(value.object, context, "object"),
    choices: mapArray(value.choices, context, "choices", writeChoices),
  };
  if (value.id !== undefined) result["id"] = checkString(value.id, context, "id");
  if (value.created !== undefined) result["created"] = checkNumber(value.created, context, "created");
  if (value.model !== undefined) result["model"] = checkString(value.model, context, "model");
  if (value.usage !== undefined) result["usage"] = writeTokenUsage(value.usage, context, "usage");
  context.leave();
  return keepUndeclared(value, result, chatCompletionNames, context);
}

export type ObjectT = "chat.completion";

/** Parses and writes {@link ObjectT}. */
export const ObjectT: Companion<ObjectT> = /* @__PURE__ */ companion(readObjectT, readObjectT);

/** Reads {@link ObjectT} from decoded JSON. */
export function readObjectT(value: unknown, context: Context, key?: PathKey): ObjectT {
  return checkEnum(value, context, key, objectTValues);
}

export interface Choices {
  index?: number;
  finishReason: FinishReason;
  message: AssistantMessage;
}

/** Parses and writes {@link Choices}. */
export const Choices: Companion<Choices> = /* @__PURE__ */ companion(readChoices, writeChoices);

/** Reads {@link Choices} from decoded JSON. */
export function readChoices(value: unknown, context: Context, key?: PathKey): Choices {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Choices = {
    finishReason: readFinishReason(value["finish_reason"], context, "finish_reason"),
    message: readAssistantMessage(value["message"], context, "message"),
  };
  if (context.has(value["index"])) result.index = checkNumber(value["index"], context, "index");
  context.leave();
  return keepUndeclared(value, result, choicesNames, context);
}

/** Writes {@link Choices} for JSON. */
export function writeChoices(value: Choices, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    finish_reason: readFinishReason(value.finishReason, context, "finish_reason"),
    message: readAssistantMessage(value.message, context, "message"),
  };
  if (value.index !== undefined) result["index"] = checkNumber(value.index, context, "index");
  context.leave();
  return keepUndeclared(value, result, choicesProperties, context);
}

const chatCompletionNames = /* @__PURE__ */ new Set<string>(["id", "object", "created", "model", "choices", "usage"]);

const objectTValues = ["chat.completion"] as const;

const choicesNames = /* @__PURE__ */ new Set<string>(["index", "finish_reason", "message"]);

const choicesProperties = /* @__PURE__ */ new Set<string>(["index", "finishReason", "message"]);
