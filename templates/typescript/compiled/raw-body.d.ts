/** Bodies that are sent as they are: texts, bytes, files and streams. */
import type { Encoder } from "./operation.js";
type ByteSource = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;
/** Sends a value as it is. A stream is sent once only. */
export declare const rawBody: Encoder;
/** Whether a value is bytes, or gives them. */
export declare function isByteSource(value: unknown): value is ByteSource;
/** Returns a stream of the bytes that a source gives. */
export declare function streamOf(source: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): ReadableStream<Uint8Array>;
export {};
