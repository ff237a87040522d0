import type { AssistantMessage } from "./assistantmessage.js";
import type { SystemMessage } from "./systemmessage.js";
import type { UserMessage } from "./usermessage.js";

/** One message of a conversation. */
export type ChatMessage = SystemMessage | UserMessage | AssistantMessage;
