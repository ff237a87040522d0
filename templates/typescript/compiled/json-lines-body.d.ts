/** Bodies of JSON lines (`application/jsonl`). */
import type { Encoder } from "./operation.js";
/** Writes the items of an array as JSON, each on a line of its own. */
export declare const jsonLinesBody: Encoder;
