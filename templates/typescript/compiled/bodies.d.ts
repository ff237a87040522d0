/** The steps that encoding a body of any media type shares. */
import type { Body, BodySource, ConvertPart, EncodedBody } from "./operation.js";
/** Makes a body of a value in the wire's form; `convert` is for the fields of a form. */
type Encode = (value: unknown, convert: ConvertPart) => EncodedBody;
/** Returns what `encode` makes of a call's body, with the members that the caller adds; undefined where it has none. */
export declare function encodeBody({ operation, request, options: { extraBody }, context }: BodySource, { property, required, write, deprecated }: Body, encode: Encode): EncodedBody | undefined;
/**
 * Returns the media type of content: its own if the described types, separated by commas, and ranges of some have it,
 * else the first of these that is no range.
 */
export declare function typeOfContent(described?: string, own?: string): string;
/** Whether a media type is of a described one, which may be a range (RFC 9110, 12.5.1). */
export declare function isOfType(type: string, described: string): boolean;
export {};
