// Typewright's runtime, copied as it is; its digest is 78036fafabcaee13.
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
