/** Bodies that are sent as they are: texts, bytes, files and streams. */
import type { EncodedBody, Encoder } from "./operation.js";
type ByteSource = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;
/** Sends a value as it is. A stream is sent once only. */
export declare const rawBody: Encoder;
/**
 * Returns a body with the options of `fetch` that it needs. Node would keep a copy of a large one, to send it again: it
 * does not where redirects are errors and there is no window that is asked for credentials (Fetch Standard,
 * HTTP-network-or-cache fetch).
 */
export declare function withInit(body: EncodedBody): EncodedBody;
/** Whether a value is bytes, or gives them. */
export declare function isByteSource(value: unknown): value is ByteSource;
/** Returns a stream of the bytes that a source gives. */
export declare function streamOf(source: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): ReadableStream<Uint8Array>;
export {};
