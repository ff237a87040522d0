// Typewright's runtime, copied as it is; its digest is 2bf6f5252d1a4823.
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
export class BaseError extends Error {
  /** Identifies the class if several copies of this package are loaded. */
  static readonly brand: string = "BaseError";

  /** The status of the answer; absent if there was no answer. */
  declare readonly statusCode?: number;
  /** The headers of the answer. */
  declare readonly headers?: Headers;
  /** The text of the answer's body. */
  declare readonly body?: string;
  /** The answer. */
  declare readonly rawResponse?: Response;
  /** The decoded body of the answer, if the API describes it. */
  declare readonly data?: unknown;

  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    // The class's own name is gone once a bundler has shortened it.
    this.name = new.target.brand.replace(/^.*:/, "");
  }

  /** Whether `error` is an error of this class, made by this or another copy of this package. */
  static is<T>(this: ErrorClass<T>, error: unknown): error is T {
    let constructor: unknown = error instanceof Error ? error.constructor : null;
    while (typeof constructor === "function") {
      if ((constructor as { brand?: unknown }).brand === this.brand) return true;
      constructor = Object.getPrototypeOf(constructor);
    }
    return false;
  }
}

/** An answer with an error status, or one that the API does not describe. */
export class HTTPError extends BaseError {
  static override readonly brand: string = "HTTPError";
  declare readonly statusCode: number;
  declare readonly headers: Headers;
  declare readonly body: string;
  declare readonly rawResponse: Response;
  /** The answer, and the request as it was prepared, without its body and its credentials. */
  declare readonly httpMeta: { readonly response: Response; readonly request?: Request };

  constructor(message: string, failed: FailedResponse) {
    super(describe(message, failed));
    attach(this, failed);
  }
}

/** Sets the members of an error that come from its answer. */
function attach(error: BaseError, { response, body, sent }: FailedResponse): void {
  Object.assign(error, { statusCode: response.status, headers: response.headers, body });
  // Not enumerable: a logged error shows its status and body, not the whole machinery behind the answer.
  Object.defineProperty(error, "rawResponse", { value: response });
  Object.defineProperty(error, "httpMeta", { get: () => ({ response, request: sent?.() }) });
}

function describe(message: string, { request, response }: FailedResponse): string {
  const id = response.headers.get("x-request-id") ?? response.headers.get("request-id");
  return `${message} (${request}: status ${response.status}${id ? `, request id ${id}` : ""})`;
}

/** An error that the API does not describe in more detail. */
export class APIError extends HTTPError {
  static override readonly brand: string = "APIError";

  constructor(message: string, failed: FailedResponse) {
    const shown = failed.body.length > 2048 ? `${failed.body.slice(0, 2048)}…` : failed.body;
    super(shown === "" ? message : `${message}: ${shown}`, failed);
  }
}

/**
 * An error whose body the API describes. The members of the body are in `data`, and members of the error, too, unless
 * errors have a member of that name.
 */
export class ResponseError<Data> extends HTTPError {
  static override readonly brand: string = "ResponseError";
  declare readonly data: Data;

  constructor(data: Data, failed: FailedResponse) {
    super(messageOf(data) ?? "The request failed", failed);
    Object.assign(this, { data });
    for (const [name, value] of Object.entries(data ?? {})) {
      if (!(name in this)) Object.defineProperty(this, name, { value, enumerable: true });
    }
  }
}

/**
 * Returns the message in an error's body, under its usual names (RFC 9457: `detail`, `title`).
 */
function messageOf(data: unknown): string | undefined {
  if (typeof data === "string") return data || undefined;
  const { message, detail, title, error } = Object(data) as Record<string, unknown>;
  const texts = [message, detail, title, error, (error as { message?: unknown } | undefined)?.message];
  return texts.find((text) => text && typeof text === "string") as string | undefined;
}

/** No answer; the subclasses tell the reasons apart. */
export class NoAnswerError extends BaseError {
  static override readonly brand: string = "NoAnswerError";
}

/** No answer: the connection failed, or broke before the answer was complete. `cause` holds the reason. */
export class ConnectionError extends NoAnswerError {
  static override readonly brand: string = "ConnectionError";
}

/** No answer before the timeout. */
export class RequestTimeoutError extends NoAnswerError {
  static override readonly brand: string = "RequestTimeoutError";
}

/** The caller's signal ended the request. */
export class RequestAbortedError extends NoAnswerError {
  static override readonly brand: string = "RequestAbortedError";
}

/** A value that does not fit its schema. */
class ValidationError extends BaseError {
  /** The value. */
  readonly rawValue: unknown;
  /** What is wrong with it. */
  readonly issues: readonly Issue[];

  constructor(
    message: string,
    value?: unknown,
    issues: readonly Issue[] = [],
    options: { readonly cause?: unknown; readonly failed?: FailedResponse } = {},
  ) {
    const [first, ...others] = issues;
    const more = others.length > 0 ? ` (and ${others.length} more)` : "";
    super(first === undefined ? message : `${message}: ${describeIssue(first)}${more}`, options);
    this.rawValue = value;
    this.issues = issues;
    if (options.failed) attach(this, options.failed);
  }

  /** Returns what is wrong, a line for each issue. */
  pretty(): string {
    return this.issues.length === 0 ? this.message : this.issues.map(describeIssue).join("\n");
  }
}

/** Returns the path in a value, such as `photos[0].taken_at`, and the message of an issue. */
export function describeIssue({ path, message }: Issue): string {
  const location = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  return `${location.replace(/^\./, "") || "the value"} ${message}`;
}

/** The arguments of a call are not what the API takes; nothing was sent. */
export class InvalidRequestError extends ValidationError {
  static override readonly brand: string = "InvalidRequestError";
}

/** An answer is not what the API describes. */
export class ResponseValidationError extends ValidationError {
  static override readonly brand: string = "ResponseValidationError";
}
