/** Streams of JSON texts, each after a record separator (`application/json-seq`, RFC 7464). */
import type { Decoder } from "./operation.js";
/** Reads a stream of JSON texts. A text ends where the next one begins, or at the end of a line if it is complete. */
export declare const jsonSequence: Decoder;
