/** What the model has answered. */
export interface AssistantMessage {
  role: "assistant";
  /** The answer. `null` when the model refused to give one. */
  content?: string | null;
  /** Why the model refused to answer. */
  refusal?: string | null;
}
