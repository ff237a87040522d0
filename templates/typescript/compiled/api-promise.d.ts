/** The promise that a call returns. */
import type { WithResponse } from "./operation.js";
import type { CallError, Result } from "./result.js";
import type { Response } from "./web.js";
/** The promise of a call's value; `withResponse()` gives the raw answer beside it. */
export declare class APIPromise<T, R = Response> extends Promise<T> {
    #private;
    constructor(settled: Promise<WithResponse<T, R>>);
    /** `then` and `catch` return plain promises, which have no answer. */
    static get [Symbol.species](): PromiseConstructor;
    /** Returns the value and the answer that it came with. */
    withResponse(): Promise<WithResponse<T, R>>;
}
/** The promise of a standalone function's result. */
export type ResultPromise<T, E = CallError> = APIPromise<Result<T, E>, Response | undefined>;
/** Returns the promise of the value in a result; an error in it is thrown. */
export declare function unwrap<T, E>(call: ResultPromise<T, E>): APIPromise<T>;
