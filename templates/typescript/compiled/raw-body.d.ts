/** Bodies that are sent as they are: texts, bytes, files and streams. */
import type { EncodedBody, Encoder } from "./operation.js";
type ByteSource = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;
/** Sends a value as it is. A stream is sent once only. */
export declare const rawBody: Encoder;
/**
 * Returns a body with the way in which it is sent. Node keeps a copy of a large body for redirects and authentication,
 * unless redirects are errors and there is no window (Fetch Standard, HTTP-network-or-cache fetch).
 */
export declare function withTransfer(body: EncodedBody): EncodedBody;
/** Whether a value is bytes or a source of bytes. */
export declare function isByteSource(value: unknown): value is ByteSource;
/** Returns a stream of the bytes that a source gives. */
export declare function streamOf(source: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): ReadableStream<Uint8Array>;
export {};
