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
    /** Before the second attempt. */
    readonly initialInterval: number;
    /** At most between two attempts. */
    readonly maxInterval: number;
    /** By what the wait grows from one attempt to the next. */
    readonly exponent: number;
    /** After this time no further attempt is made. */
    readonly maxElapsedTime: number;
}
/** What decides about another attempt of one call. */
export interface RetryPolicy {
    /** When no further attempt is made, in milliseconds since 1970. */
    readonly end: number;
    /**
     * Returns the wait after an attempt that got an answer, or none because of `cause`; undefined where there is no other
     * attempt.
     */
    waitAfter(attempt: number, response: Response | undefined, cause?: unknown): number | undefined;
}
/** Returns the wait in milliseconds that an answer asks for; a date is taken against the answer's own clock. */
export declare function retryAfter(headers: Headers): number | undefined;
/** Returns the policy of a call: its own, its client's or its operation's; undefined where nothing is sent again. */
export declare function retryPolicy(operation: Operation, options: RequestOptions, clientConfig: RetryConfig | undefined, isRewindable: boolean): RetryPolicy | undefined;
