import { type Companion, companion } from "../../lib/companion.js";
import { unknownMember } from "../../lib/unions.js";
import { type Context, type PathKey, isObject } from "../../lib/validation.js";
import type { AssistantMessage } from "./assistantmessage.js";
import type { SystemMessage } from "./systemmessage.js";
import type { UserMessage } from "./usermessage.js";
import { readAssistantMessage } from "./assistantmessage.js";
import { readSystemMessage } from "./systemmessage.js";
import { readUserMessage, writeUserMessage } from "./usermessage.js";

/** One message of a conversation. */
export type ChatMessage = SystemMessage | UserMessage | AssistantMessage;

/** Parses and writes {@link ChatMessage}. */
export const ChatMessage: Companion<ChatMessage> = /* @__PURE__ */ companion(readChatMessage, writeChatMessage);

/** Returns the `ChatMessage` that `value`, decoded JSON, describes. */
export function readChatMessage(value: unknown, context: Context, key?: PathKey): ChatMessage {
  switch (isObject(value) ? value["role"] : undefined) {
    case "system":
      return readSystemMessage(value, context, key);
    case "user":
      return readUserMessage(value, context, key);
    case "assistant":
      return readAssistantMessage(value, context, key);
    default:
      return unknownMember(value, context, key);
  }
}

/** Returns what is sent for a `ChatMessage`, for JSON. */
export function writeChatMessage(value: ChatMessage, context: Context, key?: PathKey): unknown {
  switch (isObject(value) ? value["role"] : undefined) {
    case "system":
      return readSystemMessage(value as never, context, key);
    case "user":
      return writeUserMessage(value as never, context, key);
    case "assistant":
      return readAssistantMessage(value as never, context, key);
    default:
      return unknownMember(value, context, key);
  }
}
