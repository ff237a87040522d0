/** The steps that encoding a body of any media type shares. */
import type { Body, BodySource, ConvertPart, EncodedBody } from "./operation.js";
/** Makes a body of a value in the wire's form; `convert` is for the fields of a form. */
type Encode = (value: unknown, convert: ConvertPart) => EncodedBody;
/** Returns what `encode` makes of a call's body, with the members that the caller adds; undefined where it has none. */
export declare function encodeBody({ operation, request, options: { extraBody }, context }: BodySource, { property, required, write, deprecated }: Body, encode: Encode): EncodedBody | undefined;
export {};
