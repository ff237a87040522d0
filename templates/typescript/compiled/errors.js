/** The errors of a client: one tree. */
/** The base of all errors of this client. */
export class BaseError extends Error {
    /** Identifies the class if several copies of this package are loaded. */
    static brand = "BaseError";
    constructor(message, options) {
        super(message, options);
        // The class's own name is gone once a bundler has shortened it.
        this.name = new.target.brand.replace(/^.*:/, "");
    }
    /** Whether `error` is an error of this class, made by this or another copy of this package. */
    static is(error) {
        let constructor = error instanceof Error ? error.constructor : null;
        while (typeof constructor === "function") {
            if (constructor.brand === this.brand)
                return true;
            constructor = Object.getPrototypeOf(constructor);
        }
        return false;
    }
}
/** An answer with an error status, or one that the API does not describe. */
export class HTTPError extends BaseError {
    static brand = "HTTPError";
    constructor(message, failed) {
        super(describe(message, failed));
        attach(this, failed);
    }
}
/** Sets the members of an error that come from its answer. */
function attach(error, { response, body, sent }) {
    Object.assign(error, { statusCode: response.status, headers: response.headers, body });
    // Not enumerable: a logged error shows its status and body, not the whole machinery behind the answer.
    Object.defineProperty(error, "rawResponse", { value: response });
    Object.defineProperty(error, "httpMeta", { get: () => ({ response, request: sent?.() }) });
}
function describe(message, { request, response }) {
    const id = response.headers.get("x-request-id") ?? response.headers.get("request-id");
    return `${message} (${request}: status ${response.status}${id ? `, request id ${id}` : ""})`;
}
/** An error that the API does not describe in more detail. */
export class APIError extends HTTPError {
    static brand = "APIError";
    constructor(message, failed) {
        const shown = failed.body.length > 2048 ? `${failed.body.slice(0, 2048)}…` : failed.body;
        super(shown === "" ? message : `${message}: ${shown}`, failed);
    }
}
/**
 * An error whose body the API describes. The members of the body are in `data`, and members of the error, too, unless
 * errors have a member of that name.
 */
export class ResponseError extends HTTPError {
    static brand = "ResponseError";
    constructor(data, failed) {
        super(messageOf(data) ?? "The request failed", failed);
        Object.assign(this, { data });
        for (const [name, value] of Object.entries(data ?? {})) {
            if (!(name in this))
                Object.defineProperty(this, name, { value, enumerable: true });
        }
    }
}
/**
 * Returns the message in an error's body, under its usual names (RFC 9457: `detail`, `title`).
 */
function messageOf(data) {
    if (typeof data === "string")
        return data || undefined;
    const { message, detail, title, error } = Object(data);
    const texts = [message, detail, title, error, error?.message];
    return texts.find((text) => text && typeof text === "string");
}
/** No answer; the subclasses tell the reasons apart. */
export class NoAnswerError extends BaseError {
    static brand = "NoAnswerError";
}
/** No answer: the connection failed, or broke before the answer was complete. `cause` holds the reason. */
export class ConnectionError extends NoAnswerError {
    static brand = "ConnectionError";
}
/** No answer before the timeout. */
export class RequestTimeoutError extends NoAnswerError {
    static brand = "RequestTimeoutError";
}
/** The caller's signal ended the request. */
export class RequestAbortedError extends NoAnswerError {
    static brand = "RequestAbortedError";
}
/** A value that does not fit its schema. */
class ValidationError extends BaseError {
    /** The value. */
    rawValue;
    /** What is wrong with it. */
    issues;
    constructor(message, value, issues = [], options = {}) {
        const [first, ...others] = issues;
        const more = others.length > 0 ? ` (and ${others.length} more)` : "";
        super(first === undefined ? message : `${message}: ${describeIssue(first)}${more}`, options);
        this.rawValue = value;
        this.issues = issues;
        if (options.failed)
            attach(this, options.failed);
    }
    /** Returns what is wrong, a line for each issue. */
    pretty() {
        return this.issues.length === 0 ? this.message : this.issues.map(describeIssue).join("\n");
    }
}
/** Returns the path in a value, such as `photos[0].taken_at`, and the message of an issue. */
export function describeIssue({ path, message }) {
    const location = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
    return `${location.replace(/^\./, "") || "the value"} ${message}`;
}
/** The arguments of a call are not what the API takes; nothing was sent. */
export class InvalidRequestError extends ValidationError {
    static brand = "InvalidRequestError";
}
/** An answer is not what the API describes. */
export class ResponseValidationError extends ValidationError {
    static brand = "ResponseValidationError";
}
