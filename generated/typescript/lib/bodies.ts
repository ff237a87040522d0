// Typewright's runtime, copied as it is; its digest is fc3c640880b979f6.
/** The steps that encoding a body of any media type shares. */

import type { Body, BodySource, ConvertPart, EncodedBody } from "./operation.js";
import { isObject } from "./validation.js";

/** Makes a body of a value in the wire's form; `convert` is for the fields of a form. */
type Encode = (value: unknown, convert: ConvertPart) => EncodedBody;

/** Returns what `encode` makes of a call's body, with the members that the caller adds; undefined where it has none. */
export function encodeBody(
  { operation, request, options: { extraBody }, context }: BodySource,
  { property, required, write, deprecated }: Body,
  encode: Encode,
): EncodedBody | undefined {
  const value = property === undefined ? request : isObject(request) ? request[property] : undefined;
  if (value === undefined && extraBody === undefined) {
    if (required) context.report(value, property, "is required");
    return undefined;
  }
  deprecated?.(value, operation.id);
  context.enter("body");
  const wire = write === undefined ? value : write(value as never, context);
  const encoded = encode(
    extraBody === undefined ? wire : { ...(wire as object | undefined), ...extraBody },
    (part, convert, name) => (convert === undefined ? part : convert(part as never, context, name)),
  );
  context.leave();
  return encoded;
}

/**
 * Returns the media type of content: its own if the described types, separated by commas, and ranges of some have it,
 * else the first of these that is no range.
 */
export function typeOfContent(described = "*/*", own?: string): string {
  const types = described.split(",").map((type) => type.trim());
  const [only = "", ...others] = types;
  if (others.length === 0 && !isRange(only)) return only;
  if (own && types.some((type) => isOfType(own, type))) return own;
  return types.find((type) => !isRange(type)) ?? "application/octet-stream";
}

function isRange(type: string): boolean {
  return /^[^;]*\*/.test(type);
}

/** Whether a media type is of a described one, which may be a range (RFC 9110, 12.5.1). */
export function isOfType(type: string, described: string): boolean {
  if (described === "*/*") return true;
  const [before = "", after] = described.split("*");
  return after === undefined ? type === described : type.startsWith(before) && type.endsWith(after);
}
