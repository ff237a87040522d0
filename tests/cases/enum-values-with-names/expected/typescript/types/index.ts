export type { APIPromise, ResultPromise } from "../lib/api-promise.js";
export type { EventStream } from "../lib/event-stream.js";
export type { PageIterator } from "../lib/paging.js";
export type { CallError, Result } from "../lib/result.js";
export type { RetryConfig } from "../lib/retries.js";
export { exactText } from "../lib/dates.js";
export type { Unrecognized } from "../lib/validation.js";
