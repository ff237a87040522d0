/** Bodies of several parts (RFC 7578; RFC 2046, 5.1; OpenAPI, Encoding Object). */
import type { Encoder } from "./operation.js";
/**
 * Writes the fields of a value as parts. The items of an array are parts of the same name. The body is a `Blob` of the
 * parts: files are read as they are sent, and again where it is sent again; its type, with the boundary, is set by the
 * platform. Where a file is a stream, the body is one, too.
 */
export declare const multipartBody: Encoder;
