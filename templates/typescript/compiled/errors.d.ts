/** The errors of a client: one tree. */
import type { Issue } from "./validation.js";
import type { Headers, Request, Response } from "./web.js";
interface ErrorClass<T> {
    readonly brand: string;
    readonly prototype: T;
}
/** The arguments of the errors that an answer can be. */
export interface FailedResponse {
    /** The method and the path template of the request, as `GET /photos/{id}`. */
    readonly request: string;
    /** The answer. Its body was read. */
    readonly response: Response;
    /** The text of the answer's body, of which 1 MiB is read at most. */
    readonly body: string;
    /** Returns the request as it was prepared, without its body and its credentials. */
    readonly sent?: () => Request;
}
/** The base of all errors of this client. */
export declare class BaseError extends Error {
    /** Identifies the class if several copies of this package are loaded. */
    static readonly brand: string;
    /** The status of the answer; absent if there was no answer. */
    readonly statusCode?: number;
    /** The headers of the answer. */
    readonly headers?: Headers;
    /** The text of the answer's body. */
    readonly body?: string;
    /** The answer. */
    readonly rawResponse?: Response;
    /** The decoded body of the answer, if the API describes it. */
    readonly data?: unknown;
    constructor(message: string, options?: {
        readonly cause?: unknown;
    });
    /** Whether `error` is an error of this class, made by this or another copy of this package. */
    static is<T>(this: ErrorClass<T>, error: unknown): error is T;
}
/** An answer with an error status, or one that the API does not describe. */
export declare class HTTPError extends BaseError {
    static readonly brand: string;
    readonly statusCode: number;
    readonly headers: Headers;
    readonly body: string;
    readonly rawResponse: Response;
    /** The answer, and the request as it was prepared, without its body and its credentials. */
    readonly httpMeta: {
        readonly response: Response;
        readonly request?: Request;
    };
    constructor(message: string, failed: FailedResponse);
}
/** An error that the API does not describe in more detail. */
export declare class APIError extends HTTPError {
    static readonly brand: string;
    constructor(message: string, failed: FailedResponse);
}
/**
 * An error whose body the API describes. The members of the body are in `data`, and members of the error, too, unless
 * errors have a member of that name.
 */
export declare class ResponseError<Data> extends HTTPError {
    static readonly brand: string;
    readonly data: Data;
    constructor(data: Data, failed: FailedResponse);
}
/** No answer; the subclasses tell the reasons apart. */
export declare class NoAnswerError extends BaseError {
    static readonly brand: string;
}
/** No answer: the connection failed, or broke before the answer was complete. `cause` holds the reason. */
export declare class ConnectionError extends NoAnswerError {
    static readonly brand: string;
}
/** No answer before the timeout. */
export declare class RequestTimeoutError extends NoAnswerError {
    static readonly brand: string;
}
/** The caller's signal ended the request. */
export declare class RequestAbortedError extends NoAnswerError {
    static readonly brand: string;
}
/** A value that does not fit its schema. */
declare class ValidationError extends BaseError {
    /** The value. */
    readonly rawValue: unknown;
    /** What is wrong with it. */
    readonly issues: readonly Issue[];
    constructor(message: string, value?: unknown, issues?: readonly Issue[], options?: {
        readonly cause?: unknown;
        readonly failed?: FailedResponse;
    });
    /** Returns what is wrong, a line for each issue. */
    pretty(): string;
}
/** Returns the path in a value, such as `photos[0].taken_at`, and the message of an issue. */
export declare function describeIssue({ path, message }: Issue): string;
/** The arguments of a call are not what the API takes; nothing was sent. */
export declare class InvalidRequestError extends ValidationError {
    static readonly brand: string;
}
/** An answer is not what the API describes. */
export declare class ResponseValidationError extends ValidationError {
    static readonly brand: string;
}
export {};
