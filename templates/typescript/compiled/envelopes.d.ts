/** What a call returns beside the content of an answer: the parts of an answer, in one object with the content. */
import type { Request, Response } from "./web.js";
/** Puts the content of an answer into the object that a call returns. */
export type Wrap = (value: unknown, response: Response, sent: () => Request) => unknown;
/** The names of the properties of an envelope. */
export interface EnvelopeNames {
    /** The property with the content; absent where the answer has none. */
    readonly content?: string;
    /** The property with the headers; absent where none are described. */
    readonly headers?: string;
}
/**
 * Returns what puts media type, status, response and content into an object. `facts` are the names of the first three.
 */
export declare function factsEnvelope(facts: readonly [string, string, string], names: EnvelopeNames): Wrap;
/** Returns what puts request, response and content into an object. `meta` is the name of the first two. */
export declare function httpEnvelope(meta: string, names: EnvelopeNames): Wrap;
