/** The engine: one call of one operation. */
import { type ResultPromise } from "./api-promise.js";
import type { ClientCore } from "./client.js";
import type { Operation, RequestOptions } from "./operation.js";
import type { SecurityValues } from "./security.js";
/**
 * Calls an operation. The promise is never rejected for what happens to the request: errors are in the result.
 *
 * `request` holds the arguments by the properties of the operation's parameters and body; `security` is for operations
 * that have credentials of their own.
 */
export declare function call<T, E>(client: ClientCore, operation: Operation, request: unknown, options?: RequestOptions, security?: SecurityValues): ResultPromise<T, E>;
