import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkConstant, checkString, isObject, mapNullable } from "../../lib/validation.js";

/** What the model has answered. */
export interface AssistantMessage {
  role: "assistant";
  /** The answer. `null` when the model refused to give one. */
  content?: string | null;
  /** Why the model refused to answer. */
  refusal?: string | null;
}

/** Parses and writes {@link AssistantMessage}. */
export const AssistantMessage: Companion<AssistantMessage> = /* @__PURE__ */ companion(
  readAssistantMessage,
  readAssistantMessage,
);

/** Reads {@link AssistantMessage} from decoded JSON. */
export function readAssistantMessage(value: unknown, context: Context, key?: PathKey): AssistantMessage {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkConstant(value["role"], context, "role", "assistant");
  if (value["content"] != null) mapNullable(value["content"], context, "content", checkString);
  if (value["refusal"] != null) mapNullable(value["refusal"], context, "refusal", checkString);
  context.leave();
  return value as unknown as AssistantMessage;
}
