import { type Companion, companion } from "../../lib/companion.js";
import { checkIntegerIn } from "../../lib/constraints.js";
import {
  type Context,
  type PathKey,
  checkEnum,
  checkPresent,
  checkString,
  isObject,
  keepUndeclared,
  mapNullable,
} from "../../lib/validation.js";
import type { Blob, File, ReadableStream } from "../../lib/web.js";

/** The image to vary. */
export interface PostV2ProxyImagesVariationsRequestBody {
  /** The image to vary, a png, webp or jpg file below 50 MB. */
  image: File | Blob | PostV2ProxyImagesVariationsImage;
  /** The model that paints, as `provider/model`. */
  model: string;
  /**
   * How many images to make.
   *
   * @default 1
   * @minimum 1
   * @maximum 10
   */
  n?: number | null;
  /**
   * Whether to answer with links, which last for 60 minutes, or with the bytes.
   *
   * @default "url"
   */
  responseFormat?: PostV2ProxyImagesVariationsResponseFormat;
  /**
   * The size of the images, in pixels.
   *
   * @default "1024x1024"
   */
  size?: Size;
  /** Your own id of the person who asks, to trace misuse. */
  user?: string;
}

/** Parses and writes {@link PostV2ProxyImagesVariationsRequestBody}. */
export const PostV2ProxyImagesVariationsRequestBody: Companion<PostV2ProxyImagesVariationsRequestBody> =
  /* @__PURE__ */ companion(readPostV2ProxyImagesVariationsRequestBody, writePostV2ProxyImagesVariationsRequestBody);

/** Reads {@link PostV2ProxyImagesVariationsRequestBody} from decoded JSON. */
export function readPostV2ProxyImagesVariationsRequestBody(
  value: unknown,
  context: Context,
  key?: PathKey,
): PostV2ProxyImagesVariationsRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: PostV2ProxyImagesVariationsRequestBody = {
    image: checkPresent(value["image"], context, "image"),
    model: checkString(value["model"], context, "model"),
  };
  if (value["n"] !== undefined)
    result.n = mapNullable(value["n"], context, "n", (value, context, key) =>
      checkIntegerIn(value, context, key, postV2ProxyImagesVariationsRequestBodyNRules),
    );
  if (context.has(value["response_format"]))
    result.responseFormat = readPostV2ProxyImagesVariationsResponseFormat(
      value["response_format"],
      context,
      "response_format",
    );
  if (context.has(value["size"])) result.size = readSize(value["size"], context, "size");
  if (context.has(value["user"])) result.user = checkString(value["user"], context, "user");
  context.leave();
  return keepUndeclared(value, result, postV2ProxyImagesVariationsRequestBodyNames, context);
}

/** Writes {@link PostV2ProxyImagesVariationsRequestBody} for JSON. */
export function writePostV2ProxyImagesVariationsRequestBody(
  value: PostV2ProxyImagesVariationsRequestBody,
  context: Context,
  key?: PathKey,
): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    image: checkPresent(value.image, context, "image"),
    model: checkString(value.model, context, "model"),
  };
  if (value.n !== undefined)
    result["n"] = mapNullable(value.n, context, "n", (value, context, key) =>
      checkIntegerIn(value, context, key, postV2ProxyImagesVariationsRequestBodyNRules),
    );
  if (value.responseFormat !== undefined)
    result["response_format"] = readPostV2ProxyImagesVariationsResponseFormat(
      value.responseFormat,
      context,
      "response_format",
    );
  if (value.size !== undefined) result["size"] = readSize(value.size, context, "size");
  if (value.user !== undefined) result["user"] = checkString(value.user, context, "user");
  context.leave();
  return keepUndeclared(value, result, postV2ProxyImagesVariationsRequestBodyProperties, context);
}

export interface PostV2ProxyImagesVariationsImage {
  fileName: string;
  content: ReadableStream<Uint8Array> | Blob | ArrayBuffer | Uint8Array;
}

/** Parses and writes {@link PostV2ProxyImagesVariationsImage}. */
export const PostV2ProxyImagesVariationsImage: Companion<PostV2ProxyImagesVariationsImage> = /* @__PURE__ */ companion(
  readPostV2ProxyImagesVariationsImage,
  readPostV2ProxyImagesVariationsImage,
);

/** Reads {@link PostV2ProxyImagesVariationsImage} from decoded JSON. */
export function readPostV2ProxyImagesVariationsImage(
  value: unknown,
  context: Context,
  key?: PathKey,
): PostV2ProxyImagesVariationsImage {
  return value as unknown as PostV2ProxyImagesVariationsImage;
}

/**
 * Whether to answer with links, which last for 60 minutes, or with the bytes.
 *
 * @default "url"
 */
export type PostV2ProxyImagesVariationsResponseFormat = "url" | "b64_json";

/** Parses and writes {@link PostV2ProxyImagesVariationsResponseFormat}. */
export const PostV2ProxyImagesVariationsResponseFormat: Companion<PostV2ProxyImagesVariationsResponseFormat> =
  /* @__PURE__ */ companion(
    readPostV2ProxyImagesVariationsResponseFormat,
    readPostV2ProxyImagesVariationsResponseFormat,
  );

/** Reads {@link PostV2ProxyImagesVariationsResponseFormat} from decoded JSON. */
export function readPostV2ProxyImagesVariationsResponseFormat(
  value: unknown,
  context: Context,
  key?: PathKey,
): PostV2ProxyImagesVariationsResponseFormat {
  return checkEnum(value, context, key, postV2ProxyImagesVariationsResponseFormatValues);
}

/**
 * The size of the images, in pixels.
 *
 * @default "1024x1024"
 */
export type Size = "256x256" | "512x512" | "1024x1024";

/** Parses and writes {@link Size}. */
export const Size: Companion<Size> = /* @__PURE__ */ companion(readSize, readSize);

/** Reads {@link Size} from decoded JSON. */
export function readSize(value: unknown, context: Context, key?: PathKey): Size {
  return checkEnum(value, context, key, sizeValues);
}

const postV2ProxyImagesVariationsRequestBodyNRules = { minimum: 1, maximum: 10 };

const postV2ProxyImagesVariationsRequestBodyNames = /* @__PURE__ */ new Set<string>([
  "image",
  "model",
  "n",
  "response_format",
  "size",
  "user",
]);

const postV2ProxyImagesVariationsRequestBodyProperties = /* @__PURE__ */ new Set<string>([
  "image",
  "model",
  "n",
  "responseFormat",
  "size",
  "user",
]);

const postV2ProxyImagesVariationsResponseFormatValues = ["url", "b64_json"] as const;

const sizeValues = ["256x256", "512x512", "1024x1024"] as const;
