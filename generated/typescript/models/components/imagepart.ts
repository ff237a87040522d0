import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkConstant,
  checkEnum,
  checkString,
  isObject,
  keepUndeclared,
} from "../../lib/validation.js";

export interface ImagePart {
  type: "image_url";
  imageUrl: ImageUrl;
}

/** Parses and writes {@link ImagePart}. */
export const ImagePart: Companion<ImagePart> = /* @__PURE__ */ companion(readImagePart, writeImagePart);

/** Reads {@link ImagePart} from decoded JSON. */
export function readImagePart(value: unknown, context: Context, key?: PathKey): ImagePart {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: ImagePart = {
    type: checkConstant(value["type"], context, "type", "image_url"),
    imageUrl: readImageUrl(value["image_url"], context, "image_url"),
  };
  context.leave();
  return keepUndeclared(value, result, imagePartNames, context);
}

/** Writes {@link ImagePart} for JSON. */
export function writeImagePart(value: ImagePart, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    type: checkConstant(value.type, context, "type", "image_url"),
    image_url: readImageUrl(value.imageUrl, context, "image_url"),
  };
  context.leave();
  return keepUndeclared(value, result, imagePartProperties, context);
}

export interface ImageUrl {
  /** A link to the image, or the image itself as a data URI. */
  url: string;
  /**
   * How closely the model looks.
   *
   * @default "auto"
   */
  detail?: Detail;
}

/** Parses and writes {@link ImageUrl}. */
export const ImageUrl: Companion<ImageUrl> = /* @__PURE__ */ companion(readImageUrl, readImageUrl);

/** Reads {@link ImageUrl} from decoded JSON. */
export function readImageUrl(value: unknown, context: Context, key?: PathKey): ImageUrl {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["url"], context, "url");
  if (context.has(value["detail"])) readDetail(value["detail"], context, "detail");
  context.leave();
  return value as unknown as ImageUrl;
}

/**
 * How closely the model looks.
 *
 * @default "auto"
 */
export type Detail = "low" | "high" | "auto";

/** Parses and writes {@link Detail}. */
export const Detail: Companion<Detail> = /* @__PURE__ */ companion(readDetail, readDetail);

/** Reads {@link Detail} from decoded JSON. */
export function readDetail(value: unknown, context: Context, key?: PathKey): Detail {
  return checkEnum(value, context, key, detailValues);
}

const imagePartNames = /* @__PURE__ */ new Set<string>(["type", "image_url"]);

const imagePartProperties = /* @__PURE__ */ new Set<string>(["type", "imageUrl"]);

const detailValues = ["low", "high", "auto"] as const;
