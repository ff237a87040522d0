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
export declare class RetryPolicy {
    #private;
    constructor(config: RetryConfig, codes: readonly string[], isRepeatable: boolean);
    /** Milliseconds until no further attempt is made. */
    get remaining(): number;
    /** Returns the wait before the attempt after the one that failed; undefined where there is none. */
    waitAfterError(cause: unknown, attempt: number): number | undefined;
    /** Returns the wait before the attempt after one that got this answer; undefined where there is none. */
    waitAfterResponse(response: Response, attempt: number): number | undefined;
}
/** Returns the wait in milliseconds that an answer asks for; a date is taken against the answer's own clock. */
export declare function retryAfter(headers: Headers): number | undefined;
/** Returns the policy of a call: its own, its client's or its operation's; undefined where nothing is sent again. */
export declare function retryPolicy(operation: Operation, options: RequestOptions, clientConfig: RetryConfig | undefined, isRewindable: boolean): RetryPolicy | undefined;
