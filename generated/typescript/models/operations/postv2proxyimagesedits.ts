import { type Companion, companion } from "../../lib/companion.js";
import { checkIntegerIn, mapArrayIn } from "../../lib/constraints.js";
import {
  type Context,
  type PathKey,
  checkEnum,
  checkString,
  isObject,
  keepUndeclared,
  mapNullable,
} from "../../lib/validation.js";
import type { Blob, File, ReadableStream } from "../../lib/web.js";

/** The images to start from, and what to make of them. */
export interface PostV2ProxyImagesEditsRequestBody {
  /** The model that edits, as `provider/model`. */
  model: string;
  /**
   * The images to edit, each a png, webp or jpg file below 50 MB.
   *
   * @minItems 1
   * @maxItems 16
   */
  image: (File | Blob | Image)[];
  /** The image to be, in words. */
  prompt: string;
  /**
   * How many images to make.
   *
   * @default 1
   * @minimum 1
   * @maximum 10
   */
  n?: number | null;
  /** The size of the images, as width x height in pixels. */
  size?: string | null;
  /**
   * Whether to answer with links or with the bytes. Some models know the bytes only.
   *
   * @default "url"
   */
  responseFormat?: PostV2ProxyImagesEditsResponseFormat | null;
  /** Your own id of the person who asks, to trace misuse. */
  user?: string;
}

/** Parses and writes {@link PostV2ProxyImagesEditsRequestBody}. */
export const PostV2ProxyImagesEditsRequestBody: Companion<PostV2ProxyImagesEditsRequestBody> =
  /* @__PURE__ */ companion(readPostV2ProxyImagesEditsRequestBody, writePostV2ProxyImagesEditsRequestBody);

/** Reads {@link PostV2ProxyImagesEditsRequestBody} from decoded JSON. */
export function readPostV2ProxyImagesEditsRequestBody(
  value: unknown,
  context: Context,
  key?: PathKey,
): PostV2ProxyImagesEditsRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: PostV2ProxyImagesEditsRequestBody = {
    model: checkString(value["model"], context, "model"),
    image: mapArrayIn(value["image"], context, "image", (value) => value, postV2ProxyImagesEditsRequestBodyImageRules),
    prompt: checkString(value["prompt"], context, "prompt"),
  };
  if (value["n"] !== undefined)
    result.n = mapNullable(value["n"], context, "n", (value, context, key) =>
      checkIntegerIn(value, context, key, postV2ProxyImagesEditsRequestBodyNRules),
    );
  if (value["size"] !== undefined) result.size = mapNullable(value["size"], context, "size", checkString);
  if (value["response_format"] !== undefined)
    result.responseFormat = mapNullable(
      value["response_format"],
      context,
      "response_format",
      readPostV2ProxyImagesEditsResponseFormat,
    );
  if (context.has(value["user"])) result.user = checkString(value["user"], context, "user");
  context.leave();
  return keepUndeclared(value, result, postV2ProxyImagesEditsRequestBodyNames, context);
}

/** Writes {@link PostV2ProxyImagesEditsRequestBody} for JSON. */
export function writePostV2ProxyImagesEditsRequestBody(
  value: PostV2ProxyImagesEditsRequestBody,
  context: Context,
  key?: PathKey,
): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    model: checkString(value.model, context, "model"),
    image: mapArrayIn(value.image, context, "image", (value) => value, postV2ProxyImagesEditsRequestBodyImageRules),
    prompt: checkString(value.prompt, context, "prompt"),
  };
  if (value.n !== undefined)
    result["n"] = mapNullable(value.n, context, "n", (value, context, key) =>
      checkIntegerIn(value, context, key, postV2ProxyImagesEditsRequestBodyNRules),
    );
  if (value.size !== undefined) result["size"] = mapNullable(value.size, context, "size", checkString);
  if (value.responseFormat !== undefined)
    result["response_format"] = mapNullable(
      value.responseFormat,
      context,
      "response_format",
      readPostV2ProxyImagesEditsResponseFormat,
    );
  if (value.user !== undefined) result["user"] = checkString(value.user, context, "user");
  context.leave();
  return keepUndeclared(value, result, postV2ProxyImagesEditsRequestBodyProperties, context);
}

export interface Image {
  fileName: string;
  content: ReadableStream<Uint8Array> | Blob | ArrayBuffer | Uint8Array;
}

/** Parses and writes {@link Image}. */
export const Image: Companion<Image> = /* @__PURE__ */ companion(readImage, readImage);

/** Reads {@link Image} from decoded JSON. */
export function readImage(value: unknown, context: Context, key?: PathKey): Image {
  return value as unknown as Image;
}

/**
 * Whether to answer with links or with the bytes. Some models know the bytes only.
 *
 * @default "url"
 */
export type PostV2ProxyImagesEditsResponseFormat = "url" | "b64_json";

/** Parses and writes {@link PostV2ProxyImagesEditsResponseFormat}. */
export const PostV2ProxyImagesEditsResponseFormat: Companion<PostV2ProxyImagesEditsResponseFormat> =
  /* @__PURE__ */ companion(readPostV2ProxyImagesEditsResponseFormat, readPostV2ProxyImagesEditsResponseFormat);

/** Reads {@link PostV2ProxyImagesEditsResponseFormat} from decoded JSON. */
export function readPostV2ProxyImagesEditsResponseFormat(
  value: unknown,
  context: Context,
  key?: PathKey,
): PostV2ProxyImagesEditsResponseFormat {
  return checkEnum(value, context, key, postV2ProxyImagesEditsResponseFormatValues);
}

const postV2ProxyImagesEditsRequestBodyImageRules = { minItems: 1, maxItems: 16 };

const postV2ProxyImagesEditsRequestBodyNRules = { minimum: 1, maximum: 10 };

const postV2ProxyImagesEditsRequestBodyNames = /* @__PURE__ */ new Set<string>([
  "model",
  "image",
  "prompt",
  "n",
  "size",
  "response_format",
  "user",
]);

const postV2ProxyImagesEditsRequestBodyProperties = /* @__PURE__ */ new Set<string>([
  "model",
  "image",
  "prompt",
  "n",
  "size",
  "responseFormat",
  "user",
]);

const postV2ProxyImagesEditsResponseFormatValues = ["url", "b64_json"] as const;
