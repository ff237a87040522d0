/** Bodies of JSON. */
import type { Encoder } from "./operation.js";
/** Writes a value as JSON. */
export declare const jsonBody: Encoder;
