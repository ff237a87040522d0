import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkEnum } from "../../lib/validation.js";

/** Why the answer ended. */
export type FinishReason = "stop" | "length" | "tool_calls" | "content_filter" | "function_call";

/** Parses and writes {@link FinishReason}. */
export const FinishReason: Companion<FinishReason> = /* @__PURE__ */ companion(readFinishReason, readFinishReason);

/** Reads {@link FinishReason} from decoded JSON. */
export function readFinishReason(value: unknown, context: Context, key?: PathKey): FinishReason {
  return checkEnum(value, context, key, finishReasonValues);
}

const finishReasonValues = ["stop", "length", "tool_calls", "content_filter", "function_call"] as const;
