import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkNumber, isObject, keepUndeclared } from "../../lib/validation.js";

/** The tokens that were used. */
export interface TokenUsage {
  /** Tokens of the conversation. */
  promptTokens?: number;
  /** Tokens of the answer. */
  completionTokens?: number;
  /** The sum of both. */
  totalTokens?: number;
}

/** Parses and writes {@link TokenUsage}. */
export const TokenUsage: Companion<TokenUsage> = /* @__PURE__ */ companion(readTokenUsage, writeTokenUsage);

/** Reads {@link TokenUsage} from decoded JSON. */
export function readTokenUsage(value: unknown, context: Context, key?: PathKey): TokenUsage {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: TokenUsage = {};
  if (context.has(value["prompt_tokens"]))
    result.promptTokens = checkNumber(value["prompt_tokens"], context, "prompt_tokens");
  if (context.has(value["completion_tokens"]))
    result.completionTokens = checkNumber(value["completion_tokens"], context, "completion_tokens");
  if (context.has(value["total_tokens"]))
    result.totalTokens = checkNumber(value["total_tokens"], context, "total_tokens");
  context.leave();
  return keepUndeclared(value, result, tokenUsageNames, context);
}

/** Writes {@link TokenUsage} for JSON. */
export function writeTokenUsage(value: TokenUsage, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.promptTokens !== undefined)
    result["prompt_tokens"] = checkNumber(value.promptTokens, context, "prompt_tokens");
  if (value.completionTokens !== undefined)
    result["completion_tokens"] = checkNumber(value.completionTokens, context, "completion_tokens");
  if (value.totalTokens !== undefined) result["total_tokens"] = checkNumber(value.totalTokens, context, "total_tokens");
  context.leave();
  return keepUndeclared(value, result, tokenUsageProperties, context);
}

const tokenUsageNames = /* @__PURE__ */ new Set<string>(["prompt_tokens", "completion_tokens", "total_tokens"]);

const tokenUsageProperties = /* @__PURE__ */ new Set<string>(["promptTokens", "completionTokens", "totalTokens"]);
