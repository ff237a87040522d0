/** The timeout of one attempt, combined with the caller's signal. */
import type { AbortSignal } from "./web.js";
/** Ends an attempt at its timeout, or when the caller's signal is aborted. */
export declare class Deadline {
    #private;
    /** Whether the attempt goes on after the call: a stream is read by the caller. */
    isDetached: boolean;
    /** `request` stands for the request in the texts of errors. */
    constructor(request: string, milliseconds: number, caller: AbortSignal | null | undefined);
    /** The signal for `fetch`. */
    get signal(): AbortSignal;
    /**
     * Runs a part of the attempt, one at a time. Throws {@link NoAnswerError} as soon as the attempt ends, and without
     * running anything if it has ended.
     */
    during<T>(run: () => Promise<T>): Promise<T>;
    /** Removes the timeout; the caller's signal still ends the attempt. Returns a function that ends the attempt. */
    detach(): () => void;
    /** Ends the timer and removes the listener, once the attempt is done. */
    release(): void;
    /** Returns the error for what the platform threw during the attempt. An error of this client is returned as it is. */
    failure(cause: unknown): Error;
}
/** Waits before another attempt. Throws {@link RequestAbortedError} as soon as the signal is aborted. */
export declare function sleep(request: string, milliseconds: number, signal: AbortSignal | null | undefined): Promise<void>;
