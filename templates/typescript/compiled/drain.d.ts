/** Reads bodies up to a limit: of errors, and of discarded answers, so that their connections can be reused. */
import type { StreamReader } from "./web.js";
/** Reads the rest of an answer, or cancels it if it is long or slow. */
export declare function drain(response: Response): Promise<void>;
/** Returns the beginning of a body as text, and cancels the rest; what was received before a connection broke, too. */
export declare function readText(reader: StreamReader<Uint8Array> | undefined, mostBytes: number): Promise<string>;
