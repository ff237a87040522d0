import { type Companion, companion } from "../../lib/companion.js";
import { mapUnion } from "../../lib/unions.js";
import {
  type Context,
  type PathKey,
  checkConstant,
  checkString,
  isObject,
  keepUndeclared,
  mapArray,
} from "../../lib/validation.js";
import { type ContentPart, readContentPart, writeContentPart } from "./contentpart.js";

/** What a person says. */
export interface UserMessage {
  role: "user";
  /** The message, as a text or as several parts. */
  content: Content;
  /** Tells participants of the same role apart. */
  name?: string;
}

/** Parses and writes {@link UserMessage}. */
export const UserMessage: Companion<UserMessage> = /* @__PURE__ */ companion(readUserMessage, writeUserMessage);

/** Reads {@link UserMessage} from decoded JSON. */
export function readUserMessage(value: unknown, context: Context, key?: PathKey): UserMessage {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: UserMessage = {
    role: checkConstant(value["role"], context, "role", "user"),
    content: readContent(value["content"], context, "content"),
  };
  if (context.has(value["name"])) result.name = checkString(value["name"], context, "name");
  context.leave();
  return keepUndeclared(value, result, userMessageNames, context);
}

/** Writes {@link UserMessage} for JSON. */
export function writeUserMessage(value: UserMessage, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    role: checkConstant(value.role, context, "role", "user"),
    content: writeContent(value.content, context, "content"),
  };
  if (value.name !== undefined) result["name"] = checkString(value.name, context, "name");
  context.leave();
  return keepUndeclared(value, result, userMessageNames, context);
}

/** The message, as a text or as several parts. */
export type Content = string | ContentPart[];

/** Parses and writes {@link Content}. */
export const Content: Companion<Content> = /* @__PURE__ */ companion(readContent, writeContent);

/** Reads {@link Content} from decoded JSON. */
export function readContent(value: unknown, context: Context, key?: PathKey): Content {
  return mapUnion<Content>(value, context, key, [
    checkString,
    (value, context, key) => mapArray(value, context, key, readContentPart),
  ]);
}

/** Writes {@link Content} for JSON. */
export function writeContent(value: Content, context: Context, key?: PathKey): unknown {
  return mapUnion<unknown>(value, context, key, [
    checkString,
    (value, context, key) => mapArray(value, context, key, writeContentPart),
  ]);
}

const userMessageNames = /* @__PURE__ */ new Set<string>(["role", "content", "name"]);
