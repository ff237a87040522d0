import type { FinishReason } from "./finishreason.js";
import type { TokenUsage } from "./tokenusage.js";

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

export type ChatCompletionChunkObject = "chat.completion.chunk";

export interface ChatCompletionChunkChoices {
  index?: number;
  /** Why the answer ends here. `null` while it goes on. */
  finishReason: FinishReason | null;
  /** What this chunk adds. */
  delta: Delta;
}

/** What this chunk adds. */
export interface Delta {
  role?: Role;
  content?: string | null;
}

export type Role = "assistant";
