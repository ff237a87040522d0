/** The tokens that were used. */
export interface TokenUsage {
  /** Tokens of the conversation. */
  promptTokens?: number;
  /** Tokens of the answer. */
  completionTokens?: number;
  /** The sum of both. */
  totalTokens?: number;
}
