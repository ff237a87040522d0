import type { AssistantMessage } from "./assistantmessage.js";
import type { FinishReason } from "./finishreason.js";
import type { TokenUsage } from "./tokenusage.js";

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

export type ObjectT = "chat.completion";

export interface Choices {
  index?: number;
  finishReason: FinishReason;
  message: AssistantMessage;
}
