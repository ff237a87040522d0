/** The timeout of one attempt, combined with the caller's signal. */
import { RequestAbortedError } from "./errors.js";
import type { AbortSignal } from "./web.js";
/**
 * Wraps what the platform throws while a request is sent or its answer read, unlike what the caller's functions throw.
 */
export declare class PlatformFailure extends Error {
    constructor(cause: unknown);
}
/** Ends an attempt at its timeout, or when the caller's signal is aborted. */
export declare class Deadline {
    #private;
    constructor(milliseconds: number, caller: AbortSignal | null | undefined);
    /** The signal for `fetch`. */
    get signal(): globalThis.AbortSignal;
    /** Awaits a promise, but throws as soon as the attempt ends. One promise at a time. */
    during<T>(promise: Promise<T>): Promise<T>;
    /** Removes the timeout; the caller's signal still ends the attempt. */
    stopTimer(): void;
    /** Ends the timer and removes the listener, once the attempt is done. */
    release(): void;
    /** Returns the error for what the platform threw during the attempt. */
    failure(cause: unknown, request: string): Error;
}
/** Returns the error of a request that the caller's signal ended. */
export declare function abortedError(request: string, signal: AbortSignal): RequestAbortedError;
/** Waits. Throws {@link RequestAbortedError} as soon as the signal is aborted. */
export declare function sleep(milliseconds: number, signal: AbortSignal | null | undefined, request: string): Promise<void>;
