export type { APIPromise, ResultPromise } from "../lib/api-promise.js";
export type { EventStream } from "../lib/event-stream.js";
export type { RequestOptions, WithResponse } from "../lib/operation.js";
export type { PageIterator } from "../lib/paging.js";
export type { CallError, Result } from "../lib/result.js";
export type { CustomRequest } from "../lib/request.js";
export type { BackoffStrategy, RetryConfig } from "../lib/retries.js";
export { exactText } from "../lib/dates.js";
export type { Unrecognized } from "../lib/validation.js";
