// Typewright's runtime, copied as it is; its digest is abb9b1831e436214.
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

const defaultBackoff: BackoffStrategy = {
  initialInterval: 500,
  maxInterval: 60_000,
  exponent: 1.5,
  maxElapsedTime: 300_000,
};
const defaultCodes = ["429", "500", "502", "503", "504"];

/** Methods that do the same when they are sent twice (RFC 9110, section 9.2.2). */
const idempotentMethods = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"];

/** Causes of connections that were never made, so that the request was not sent. */
const unsentCauses = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/** What decides about another attempt of one call. */
export class RetryPolicy {
  readonly #config: RetryConfig;
  readonly #codes: readonly string[];
  readonly #backoff: BackoffStrategy;
  readonly #deadline: number;
  readonly #isRepeatable: boolean;

  constructor(config: RetryConfig, codes: readonly string[], isRepeatable: boolean) {
    this.#config = config;
    this.#codes = codes;
    this.#backoff = { ...defaultBackoff, ...config.backoff };
    this.#deadline = Date.now() + this.#backoff.maxElapsedTime;
    this.#isRepeatable = isRepeatable;
  }

  /** Milliseconds until no further attempt is made. */
  get remaining(): number {
    return Math.max(0, this.#deadline - Date.now());
  }

  /** Returns the wait before the attempt after the one that failed; undefined where there is none. */
  waitAfterError(cause: unknown, attempt: number): number | undefined {
    const code = (cause as { cause?: { code?: unknown } } | undefined)?.cause?.code;
    if (this.#config.retryConnectionErrors === false) return undefined;
    return this.#isRepeatable || unsentCauses.test(String(code)) ? this.#within(this.#interval(attempt)) : undefined;
  }

  /** Returns the wait before the attempt after one that got this answer; undefined where there is none. */
  waitAfterResponse(response: Response, attempt: number): number | undefined {
    const status = String(response.status);
    const isNamed = this.#codes.some((code) => new RegExp(`^${code.replace(/x/gi, "\\d")}$`).test(status));
    return isNamed ? this.#within(retryAfter(response.headers) ?? this.#interval(attempt)) : undefined;
  }

  #interval(attempt: number): number {
    const { initialInterval, maxInterval, exponent } = this.#backoff;
    return Math.min(initialInterval * exponent ** (attempt - 1), maxInterval) * (0.5 + Math.random() / 2);
  }

  #within(wait: number): number | undefined {
    return wait < this.remaining ? wait : undefined;
  }
}

/** Returns the wait in milliseconds that an answer asks for; a date is taken against the answer's own clock. */
export function retryAfter(headers: Headers): number | undefined {
  const milliseconds = headers.get("retry-after-ms");
  if (milliseconds !== null && Number(milliseconds) >= 0) return Number(milliseconds);
  const value = headers.get("retry-after");
  if (value === null || value.trim() === "") return undefined;
  if (!Number.isNaN(Number(value))) return Math.max(0, Number(value) * 1000);
  const now = Date.parse(headers.get("date") ?? "") || Date.now();
  const wait = Date.parse(value) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** Returns the policy of a call: its own, its client's or its operation's; undefined where nothing is sent again. */
export function retryPolicy(
  operation: Operation,
  options: RequestOptions,
  clientConfig: RetryConfig | undefined,
  isRewindable: boolean,
): RetryPolicy | undefined {
  const config = options.retries ?? clientConfig ?? operation.retries;
  if (config?.strategy !== "backoff" || !isRewindable) return undefined;
  const isRepeatable = idempotentMethods.includes(operation.method) || operation.idempotencyKey !== undefined;
  return new RetryPolicy(config, options.retryCodes ?? operation.retryCodes ?? defaultCodes, isRepeatable);
}
