import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkNumber, isObject, keepUndeclared } from "../../lib/validation.js";

/** The tokens that were used, for text and for images. */
export interface ImageUsage {
  /** The sum of the input and the output. */
  totalTokens: number;
  /** Tokens of the request. */
  inputTokens: number;
  /** Tokens of the images made. */
  outputTokens: number;
  /** What the request consists of. */
  inputTokensDetails: InputTokensDetails;
}

/** Parses and writes {@link ImageUsage}. */
export const ImageUsage: Companion<ImageUsage> = /* @__PURE__ */ companion(readImageUsage, writeImageUsage);

/** Reads {@link ImageUsage} from decoded JSON. */
export function readImageUsage(value: unknown, context: Context, key?: PathKey): ImageUsage {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: ImageUsage = {
    totalTokens: checkNumber(value["total_tokens"], context, "total_tokens"),
    inputTokens: checkNumber(value["input_tokens"], context, "input_tokens"),
    outputTokens: checkNumber(value["output_tokens"], context, "output_tokens"),
    inputTokensDetails: readInputTokensDetails(value["input_tokens_details"], context, "input_tokens_details"),
  };
  context.leave();
  return keepUndeclared(value, result, imageUsageNames, context);
}

/** Writes {@link ImageUsage} for JSON. */
export function writeImageUsage(value: ImageUsage, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    total_tokens: checkNumber(value.totalTokens, context, "total_tokens"),
    input_tokens: checkNumber(value.inputTokens, context, "input_tokens"),
    output_tokens: checkNumber(value.outputTokens, context, "output_tokens"),
    input_tokens_details: writeInputTokensDetails(value.inputTokensDetails, context, "input_tokens_details"),
  };
  context.leave();
  return keepUndeclared(value, result, imageUsageProperties, context);
}

/** What the request consists of. */
export interface InputTokensDetails {
  /** Tokens of the prompt. */
  textTokens: number;
  /** Tokens of the images sent. */
  imageTokens: number;
}

/** Parses and writes {@link InputTokensDetails}. */
export const InputTokensDetails: Companion<InputTokensDetails> = /* @__PURE__ */ companion(
  readInputTokensDetails,
  writeInputTokensDetails,
);

/** Reads {@link InputTokensDetails} from decoded JSON. */
export function readInputTokensDetails(value: unknown, context: Context, key?: PathKey): InputTokensDetails {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: InputTokensDetails = {
    textTokens: checkNumber(value["text_tokens"], context, "text_tokens"),
    imageTokens: checkNumber(value["image_tokens"], context, "image_tokens"),
  };
  context.leave();
  return keepUndeclared(value, result, inputTokensDetailsNames, context);
}

/** Writes {@link InputTokensDetails} for JSON. */
export function writeInputTokensDetails(value: InputTokensDetails, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    text_tokens: checkNumber(value.textTokens, context, "text_tokens"),
    image_tokens: checkNumber(value.imageTokens, context, "image_tokens"),
  };
  context.leave();
  return keepUndeclared(value, result, inputTokensDetailsProperties, context);
}

const imageUsageNames = /* @__PURE__ */ new Set<string>([
  "total_tokens",
  "input_tokens",
  "output_tokens",
  "input_tokens_details",
]);

const imageUsageProperties = /* @__PURE__ */ new Set<string>([
  "totalTokens",
  "inputTokens",
  "outputTokens",
  "inputTokensDetails",
]);

const inputTokensDetailsNames = /* @__PURE__ */ new Set<string>(["text_tokens", "image_tokens"]);

const inputTokensDetailsProperties = /* @__PURE__ */ new Set<string>(["textTokens", "imageTokens"]);
