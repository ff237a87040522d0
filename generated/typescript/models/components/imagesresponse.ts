import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkNumber,
  checkString,
  isObject,
  keepUndeclared,
  mapArray,
} from "../../lib/validation.js";
import { type ImageResult, readImageResult, writeImageResult } from "./imageresult.js";
import { type ImageUsage, readImageUsage, writeImageUsage } from "./imageusage.js";

/** The images that were made from other images. */
export interface ImagesResponse {
  /** When the images were made, in seconds since 1970. */
  created: number;
  /** The file format of the images. */
  outputFormat?: string;
  /** The size of the images, in pixels. */
  size?: string;
  /** The quality of the images. */
  quality?: string;
  /** The images, as many as were asked for. */
  data: ImageResult[];
  usage?: ImageUsage;
}

/** Parses and writes {@link ImagesResponse}. */
export const ImagesResponse: Companion<ImagesResponse> = /* @__PURE__ */ companion(
  readImagesResponse,
  writeImagesResponse,
);

/** Reads {@link ImagesResponse} from decoded JSON. */
export function readImagesResponse(value: unknown, context: Context, key?: PathKey): ImagesResponse {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: ImagesResponse = {
    created: checkNumber(value["created"], context, "created"),
    data: mapArray(value["data"], context, "data", readImageResult),
  };
  if (context.has(value["output_format"]))
    result.outputFormat = checkString(value["output_format"], context, "output_format");
  if (context.has(value["size"])) result.size = checkString(value["size"], context, "size");
  if (context.has(value["quality"])) result.quality = checkString(value["quality"], context, "quality");
  if (context.has(value["usage"])) result.usage = readImageUsage(value["usage"], context, "usage");
  context.leave();
  return keepUndeclared(value, result, imagesResponseNames, context);
}

/** Writes {@link ImagesResponse} for JSON. */
export function writeImagesResponse(value: ImagesResponse, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    created: checkNumber(value.created, context, "created"),
    data: mapArray(value.data, context, "data", writeImageResult),
  };
  if (value.outputFormat !== undefined)
    result["output_format"] = checkString(value.outputFormat, context, "output_format");
  if (value.size !== undefined) result["size"] = checkString(value.size, context, "size");
  if (value.quality !== undefined) result["quality"] = checkString(value.quality, context, "quality");
  if (value.usage !== undefined) result["usage"] = writeImageUsage(value.usage, context, "usage");
  context.leave();
  return keepUndeclared(value, result, imagesResponseProperties, context);
}

const imagesResponseNames = /* @__PURE__ */ new Set<string>([
  "created",
  "output_format",
  "size",
  "quality",
  "data",
  "usage",
]);

const imagesResponseProperties = /* @__PURE__ */ new Set<string>([
  "created",
  "outputFormat",
  "size",
  "quality",
  "data",
  "usage",
]);
