import { type Companion, companion } from "../../lib/companion.js";
import { checkStringIn } from "../../lib/constraints.js";
import { isURI } from "../../lib/formats.js";
import { type Context, type PathKey, checkString, isObject, keepUndeclared } from "../../lib/validation.js";

/** An image, as a link or as its bytes. */
export interface ImageResult {
  /** The bytes in base64, when `response_format` is `b64_json`. */
  b64Json?: string;
  /**
   * A link to the image, when `response_format` is `url`.
   *
   * @format uri
   */
  url?: string;
}

/** Parses and writes {@link ImageResult}. */
export const ImageResult: Companion<ImageResult> = /* @__PURE__ */ companion(readImageResult, writeImageResult);

/** Reads {@link ImageResult} from decoded JSON. */
export function readImageResult(value: unknown, context: Context, key?: PathKey): ImageResult {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: ImageResult = {};
  if (context.has(value["b64_json"])) result.b64Json = checkString(value["b64_json"], context, "b64_json");
  if (context.has(value["url"])) result.url = checkStringIn(value["url"], context, "url", imageResultUrlRules);
  context.leave();
  return keepUndeclared(value, result, imageResultNames, context);
}

/** Writes {@link ImageResult} for JSON. */
export function writeImageResult(value: ImageResult, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.b64Json !== undefined) result["b64_json"] = checkString(value.b64Json, context, "b64_json");
  if (value.url !== undefined) result["url"] = checkStringIn(value.url, context, "url", imageResultUrlRules);
  context.leave();
  return keepUndeclared(value, result, imageResultProperties, context);
}

const imageResultUrlRules = { format: "uri", hasFormat: isURI };

const imageResultNames = /* @__PURE__ */ new Set<string>(["b64_json", "url"]);

const imageResultProperties = /* @__PURE__ */ new Set<string>(["b64Json", "url"]);
