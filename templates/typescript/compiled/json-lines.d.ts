/** Streams of JSON texts, each on a line of its own (`application/jsonl`, `application/x-ndjson`). */
import type { Answer, DecodeContext, Decoder } from "./operation.js";
/** Returns what reads one JSON text of a stream. */
export declare function itemReader(answer: Answer, context: DecodeContext): (text: string) => unknown;
/** Reads a stream of JSON texts. Empty lines are skipped; the last one needs no end. */
export declare const jsonLines: Decoder;
