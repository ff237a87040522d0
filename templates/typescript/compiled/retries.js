/** When a failed request is sent again, and after what wait. */
import { NoAnswerError, RequestAbortedError } from "./errors.js";
const defaultCodes = ["429", "500", "502", "503", "504"];
/** Idempotent methods (RFC 9110, section 9.2.2). */
const idempotentMethods = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"];
/** Error codes of connections that were never established, so that the request was not sent. */
const unsentCauses = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;
/** Returns the wait in milliseconds that an answer asks for; a date is compared to the answer's `Date` header. */
export function retryAfter(headers) {
    const now = Date.parse(headers.get("date") ?? "") || Date.now();
    const value = headers.get("retry-after") || "none";
    const waits = [Number(headers.get("retry-after-ms") || "none"), Number(value) * 1000, Date.parse(value) - now];
    const wait = waits.find((milliseconds) => !Number.isNaN(milliseconds));
    return wait && Math.max(0, wait);
}
/** Returns the policy of a call: its own, its client's or its operation's; undefined without retries. */
export function retryPolicy(operation, options, clientConfig, isRewindable) {
    const config = options.retries ?? clientConfig ?? operation.retries;
    if (config?.strategy !== "backoff" || !isRewindable)
        return undefined;
    const { initialInterval = 500, maxInterval = 60_000, exponent = 1.5, maxElapsedTime = 300_000, } = config.backoff ?? {};
    const codes = options.retryCodes ?? operation.retryCodes ?? defaultCodes;
    const end = Date.now() + maxElapsedTime;
    const isAnswerRetried = ({ status }) => codes.some((code) => new RegExp(`^${code.replace(/x/gi, "\\d")}$`).test(String(status)));
    const isFailureRetried = (error) => error instanceof NoAnswerError &&
        !(error instanceof RequestAbortedError) &&
        config.retryConnectionErrors !== false &&
        (idempotentMethods.includes(operation.method) ||
            operation.idempotencyKey !== undefined ||
            unsentCauses.test(String(error.cause?.cause?.code)));
    return {
        end,
        waitAfter(attempt, response, error) {
            if (!(response ? isAnswerRetried(response) : isFailureRetried(error)))
                return undefined;
            const interval = Math.min(initialInterval * exponent ** (attempt - 1), maxInterval) * (0.5 + Math.random() / 2);
            const wait = (response && retryAfter(response.headers)) ?? interval;
            return wait < end - Date.now() ? wait : undefined;
        },
    };
}
