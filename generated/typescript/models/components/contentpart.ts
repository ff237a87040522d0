import { type Companion, companion } from "../../lib/companion.js";
import { unknownMember } from "../../lib/unions.js";
import { type Context, type PathKey, isObject } from "../../lib/validation.js";
import { type ImagePart, readImagePart, writeImagePart } from "./imagepart.js";
import { type TextPart, readTextPart } from "./textpart.js";

/** A part of a message. */
export type ContentPart = TextPart | ImagePart;

/** Parses and writes {@link ContentPart}. */
export const ContentPart: Companion<ContentPart> = /* @__PURE__ */ companion(readContentPart, writeContentPart);

/** Reads {@link ContentPart} from decoded JSON. */
export function readContentPart(value: unknown, context: Context, key?: PathKey): ContentPart {
  switch (isObject(value) ? value["type"] : undefined) {
    case "text":
      return readTextPart(value, context, key);
    case "image_url":
      return readImagePart(value, context, key);
    default:
      return unknownMember(value, context, key, "type");
  }
}

/** Writes {@link ContentPart} for JSON. */
export function writeContentPart(value: ContentPart, context: Context, key?: PathKey): unknown {
  switch (isObject(value) ? value["type"] : undefined) {
    case "text":
      return readTextPart(value as never, context, key);
    case "image_url":
      return writeImagePart(value as never, context, key);
    default:
      return unknownMember(value, context, key, "type");
  }
}
