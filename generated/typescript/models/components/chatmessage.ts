import { type Companion, companion } from "../../lib/companion.js";
import { unknownMember } from "../../lib/unions.js";
import { type Context, type PathKey, isObject } from "../../lib/validation.js";
import { type AssistantMessage, readAssistantMessage } from "./assistantmessage.js";
import { type SystemMessage, readSystemMessage } from "./systemmessage.js";
import { type UserMessage, readUserMessage, writeUserMessage } from "./usermessage.js";

/** One message of a conversation. */
export type ChatMessage = SystemMessage | UserMessage | AssistantMessage;

/** Parses and writes {@link ChatMessage}. */
export const ChatMessage: Companion<ChatMessage> = /* @__PURE__ */ companion(readChatMessage, writeChatMessage);

/** Reads {@link ChatMessage} from decoded JSON. */
export function readChatMessage(value: unknown, context: Context, key?: PathKey): ChatMessage {
  switch (isObject(value) ? value["role"] : undefined) {
    case "system":
      return readSystemMessage(value, context, key);
    case "user":
      return readUserMessage(value, context, key);
    case "assistant":
      return readAssistantMessage(value, context, key);
    default:
      return unknownMember(value, context, key, "role");
  }
}

/** Writes {@link ChatMessage} for JSON. */
export function writeChatMessage(value: ChatMessage, context: Context, key?: PathKey): unknown {
  switch (isObject(value) ? value["role"] : undefined) {
    case "system":
      return readSystemMessage(value as never, context, key);
    case "user":
      return writeUserMessage(value as never, context, key);
    case "assistant":
      return readAssistantMessage(value as never, context, key);
    default:
      return unknownMember(value, context, key, "role");
  }
}
