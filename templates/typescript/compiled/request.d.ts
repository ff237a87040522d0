/** Requests that the API's description lacks. */
import { type APIPromise } from "./api-promise.js";
import type { ClientCore } from "./client.js";
import type { RequestOptions } from "./operation.js";
/** What is sent with a request that the API's description lacks. */
export interface CustomRequest extends RequestOptions {
    /** The parameters in the query. */
    readonly query?: Readonly<Record<string, unknown>>;
    /** The body: bytes, a file and a stream are sent as they are, anything else as JSON. */
    readonly body?: unknown;
}
/**
 * Sends a request with a client's credentials, retries and errors. The promise is of the answer's JSON, its text, or a
 * stream of its bytes, by its media type.
 */
export declare function request<T = unknown>(client: ClientCore, method: string, path: string, { query, body, ...options }?: CustomRequest): APIPromise<T>;
