/** Bodies of operations that take several media types. */
import type { Encoder } from "./operation.js";
/** Writes the body of the media type that the call's headers name, or else the first one. */
export declare const bodyChoice: Encoder;
