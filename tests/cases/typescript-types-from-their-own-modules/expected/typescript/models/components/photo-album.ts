import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface PhotoAlbum {
  coverColor?: CoverColor;
}

/** Parses and writes {@link PhotoAlbum}. */
export const PhotoAlbum: Companion<PhotoAlbum> = /* @__PURE__ */ companion(readPhotoAlbum, readPhotoAlbum);

/** Reads {@link PhotoAlbum} from decoded JSON. */
export function readPhotoAlbum(value: unknown, context: Context, key?: PathKey): PhotoAlbum {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["coverColor"])) readCoverColor(value["coverColor"], context, "coverColor");
  context.leave();
  return value as unknown as PhotoAlbum;
}

export interface CoverColor {
  hex?: string;
}

/** Parses and writes {@link CoverColor}. */
export const CoverColor: Companion<CoverColor> = /* @__PURE__ */ companion(readCoverColor, readCoverColor);

/** Reads {@link CoverColor} from decoded JSON. */
export function readCoverColor(value: unknown, context: Context, key?: PathKey): CoverColor {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["hex"])) checkString(value["hex"], context, "hex");
  context.leave();
  return value as unknown as CoverColor;
}
