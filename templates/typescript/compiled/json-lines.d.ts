/** Streams of JSON texts, each on a line of its own (`application/jsonl`, `application/x-ndjson`). */
import type { Decoder } from "./operation.js";
/** Reads a stream of JSON texts. Empty lines are skipped; the last one needs no end. */
export declare const jsonLines: Decoder;
