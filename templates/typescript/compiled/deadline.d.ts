/** The time that one attempt has, joined with the caller's signal. */
import { RequestAbortedError } from "./errors.js";
import type { AbortSignal } from "./web.js";
/**
 * What the platform threw while a request was sent or its answer read, as against what functions of the caller throw.
 */
export declare class PlatformFailure extends Error {
    constructor(cause: unknown);
}
/** Ends an attempt when its time is over, or when the caller's signal says so. */
export declare class Deadline {
    #private;
    constructor(milliseconds: number, caller: AbortSignal | null | undefined);
    /** The signal for `fetch`. */
    get signal(): globalThis.AbortSignal;
    /** Returns what a promise gives, or throws at once where the attempt ends before. One promise at a time. */
    during<T>(promise: Promise<T>): Promise<T>;
    /** Lets the attempt take any time from now on; the caller's signal still ends it. */
    stopTimer(): void;
    /** Says that the attempt is done. */
    release(): void;
    /** Returns the error for what the platform threw during the attempt. */
    failure(cause: unknown, request: string): Error;
}
/** Returns the error of a request that the caller's signal ended. */
export declare function abortedError(request: string, signal: AbortSignal): RequestAbortedError;
/** Waits; ends at once, with {@link RequestAbortedError}, when the signal says so. */
export declare function sleep(milliseconds: number, signal: AbortSignal | null | undefined, request: string): Promise<void>;
