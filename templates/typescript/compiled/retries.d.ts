/** When a failed request is sent again, and after what wait. */
import type { Operation, RequestOptions } from "./operation.js";
import type { Headers, Response } from "./web.js";
/** How often and for how long a failed request is sent again. */
export interface RetryConfig {
    /** Whether a failed request is sent again, waiting longer each time. */
    readonly strategy: "backoff" | "none";
    /** How long to wait between two attempts, and when to give up. */
    readonly backoff?: BackoffStrategy;
    /** Whether a connection that fails counts; true by default. */
    readonly retryConnectionErrors?: boolean;
}
/** The waits between attempts, in milliseconds. */
export interface BackoffStrategy {
    /** The wait before the second attempt. */
    readonly initialInterval: number;
    /** The longest wait between two attempts. */
    readonly maxInterval: number;
    /** The factor by which the wait grows with each attempt. */
    readonly exponent: number;
    /** The time after which no further attempt is made. */
    readonly maxElapsedTime: number;
}
/** Decides about further attempts of one call. */
export interface RetryPolicy {
    /** When no further attempt is made, in milliseconds since 1970. */
    readonly end: number;
    /**
     * Returns the wait after an attempt that got an answer, or failed with `error`; undefined if it was the last one.
     */
    waitAfter(attempt: number, response: Response | undefined, error?: unknown): number | undefined;
}
/** Returns the wait in milliseconds that an answer asks for; a date is compared to the answer's `Date` header. */
export declare function retryAfter(headers: Headers): number | undefined;
/** Returns the policy of a call: its own, its client's or its operation's; undefined without retries. */
export declare function retryPolicy(operation: Operation, options: RequestOptions, clientConfig: RetryConfig | undefined, isRewindable: boolean): RetryPolicy | undefined;
