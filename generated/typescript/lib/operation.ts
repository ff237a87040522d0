// Typewright's runtime, copied as it is; its digest is 14767aade4020015.
/** The generated description of an operation, and the options of a call of it. */

import type { ClientSettings } from "./client.js";
import type { Deadline } from "./deadline.js";
import type { FailedResponse, HTTPError } from "./errors.js";
import type { RetryConfig } from "./retries.js";
import type { dispatch } from "./send.js";
import type { Server, serverURL } from "./servers.js";
import type { Context, Convert, Issue } from "./validation.js";
import type { AbortSignal, FetchOptions, HeadersInit, Request, RequestInit, Response, URL } from "./web.js";

/** The description of an operation of the API. */
export interface Operation {
  /** The operation's id, for hooks and logs. */
  readonly id: string;
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path template, as `/photos/{photo_id}`. */
  readonly path: string;
  /** Returns the location of a further page whose URL the API gives, relative to that of the first one. */
  readonly locate?: (url: string) => Location;
  readonly parameters?: readonly Parameter[];
  readonly body?: Body;
  /** The media types of the answers, best first; without one, any is accepted. */
  readonly accept?: string;
  /** The alternatives of credentials, each a list of schemes that are sent together; an empty one makes it optional. */
  readonly security?: readonly (readonly string[])[];
  /** The scopes that a token for it needs (OAuth 2). */
  readonly scopes?: readonly string[];
  /** The declared answers. Any other answer is an `APIError`. */
  readonly answers: readonly Answer[];
  /** The operation's own servers. */
  readonly servers?: readonly Server[];
  /** Chooses among these. */
  readonly serverURL?: typeof serverURL;
  /** When a failed request is sent again, unless the client or the call overrides it. */
  readonly retries?: RetryConfig;
  /** The statuses that are retried. */
  readonly retryCodes?: readonly string[];
  /** Milliseconds for one attempt. */
  readonly timeoutMs?: number;
  /** The header that carries a key by which the API recognises a repeated request. */
  readonly idempotencyKey?: string;
  /** Warns that the operation should no longer be used. */
  readonly deprecated?: (subject: string) => void;
}

/** Where a request goes. */
export interface Location {
  readonly url: string;
  /** Whether it has another origin than the API; no credential is sent there. */
  readonly isForeign?: boolean;
}

/** How a value is written in a URL, a header or a cookie. */
export type Style = (name: string, value: unknown, options: StyleOptions) => string;

/** The options of a style. */
export interface StyleOptions {
  /** Whether items and members are written one by one. */
  readonly explode?: boolean | undefined;
  /** Escapes a text for its location. */
  readonly encode: (text: string) => string;
}

/** A location of parameters in a request (`in`). */
export interface ParameterLocation {
  readonly name: "path" | "query" | "querystring" | "header" | "cookie";
  /** The default style. */
  readonly style: Style;
  /** Escapes a text for the location. */
  readonly encode: (text: string) => string;
  /** Adds a serialized parameter. */
  add(head: RequestHead, name: string, text: string, context: Context): void;
}

/** The parts of a request that parameters are added to, while it is prepared. */
export interface RequestHead {
  path: string;
  /** The pairs of the query. */
  readonly query: string[];
  /** The headers by their names in lower case. */
  readonly headers: Record<string, string>;
}

/** A parameter of an operation. */
export interface Parameter {
  /** The name on the wire. */
  readonly name: string;
  readonly in: ParameterLocation;
  /** The property of the request that holds it; by default, the name. */
  readonly property?: string;
  /** How it is written; by default as `form` in queries and cookies, elsewhere as a value without members. */
  readonly style?: Style;
  readonly explode?: boolean;
  /** Escapes a text, if not as usual: with `allowReserved`, some characters stay. */
  readonly encode?: (text: string) => string;
  readonly required?: boolean;
  /** Converts the value to the wire's form. */
  readonly write?: Convert<never, unknown>;
  /** Returns the value if the request has none: the client's option of the same name, or a constant. */
  readonly global?: (settings: ClientSettings, property: string, write?: Convert<never, unknown>) => unknown;
  /** Warns that it should no longer be used. */
  readonly deprecated?: (subject: string) => void;
}

/** One form of a request's body. */
export interface Body {
  /** The media type, or a range of some. */
  readonly type: string;
  /** The media type of a range that is sent, where the content has none of its own. */
  readonly fallback?: string;
  readonly encode: Encoder;
  /** The property of the request that holds the body; where there is none, the request is the body. */
  readonly property?: string;
  readonly required?: boolean;
  /** Converts the value to the wire's form. */
  readonly write?: Convert<never, unknown>;
  /** Writes a text of JSON; by default, `JSON.stringify`. */
  readonly stringify?: (value: unknown) => string;
  /** The fields of a form, or the parts of a multipart body. */
  readonly fields?: readonly Field[];
  /** The bodies of several media types, the usual one first; `encode` chooses one of them. */
  readonly bodies?: readonly Body[];
  /** The first parts of a multipart body that is an array, by position. */
  readonly prefix?: readonly Field[];
  /** The other parts of such a body. */
  readonly item?: Field;
  /** Warns of the members of a body that should no longer be sent. */
  readonly deprecated?: (body: unknown, operation: string) => void;
}

/** A field of a form, or a part of a multipart body. */
export interface Field {
  /** The name on the wire. */
  readonly name: string;
  /** The property that holds it; by default, the name. */
  readonly property?: string;
  readonly write?: Convert<never, unknown>;
  /** The value of a field that the body does not have. */
  readonly constant?: unknown;
  /** The media type of the part, or several, separated by commas. */
  readonly contentType?: string;
  /** Further headers of the part. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether an array is one part, as JSON, instead of one for each item. */
  readonly isWhole?: boolean;
  readonly style?: Style;
  readonly explode?: boolean;
  /** Escapes a text, if not as usual: with `allowReserved`, some characters stay. */
  readonly encode?: (text: string) => string;
}

/** A body that can be sent. */
export interface EncodedBody {
  readonly content: BodyContent;
  /** The media type, where the platform does not set it by itself. */
  readonly type?: string;
  /** Whether the content can be sent once only. */
  readonly isStream?: boolean;
  /** The options of `fetch` that it needs. */
  readonly init?: RequestInit;
  /** Sends a request that has it, where that can take more than one `fetch`. */
  readonly transfer?: typeof dispatch;
}

/** What the platform's `fetch` takes as a body. */
export type BodyContent = NonNullable<RequestInit["body"]>;

/** Makes the body of a call; undefined where it has none. */
export type Encoder = (source: BodySource, body: Body) => EncodedBody | undefined;

/** The sources of a body. */
export interface BodySource {
  readonly operation: Operation;
  /** The arguments of the call. */
  readonly request: unknown;
  readonly options: RequestOptions;
  readonly context: Context;
}

/** Converts the value of a field by its `write`; issues are collected with those of the rest of the request. */
export type ConvertPart = (value: unknown, write: Convert<never, unknown> | undefined, name: string) => unknown;

/** One answer of an operation. */
export interface Answer {
  /** The status, a range as `4XX`, or `default`. */
  readonly status: number | string;
  /** The media type; absent if the answer has no content. */
  readonly type?: string;
  /** Reads the body; an answer with an `error` is read as JSON or text. */
  readonly decode?: Decoder;
  /** Converts decoded JSON to the program's form. */
  readonly read?: Convert<unknown, unknown>;
  /** The class of the error, if the answer is one. */
  readonly error?: new (data: never, failed: FailedResponse) => HTTPError;
  /** Returns the result of the call for a decoded value and its answer: `{headers, result}`, or an envelope. */
  readonly wrap?: (value: unknown, response: Response, sent: () => Request) => unknown;
  /** The text that ends a stream of events. */
  readonly sentinel?: string;
  /** Whether items are the data of events, which `read` converts; by default, they are whole events. */
  readonly isData?: boolean;
  /** Whether the data of events is a text, not JSON. */
  readonly text?: boolean;
  /** Parses a text of JSON; by default, `JSON.parse`. */
  readonly parse?: (text: string) => unknown;
}

/** Reads the body of an answer. */
export type Decoder = (response: Response, answer: Answer, context: DecodeContext) => Promise<unknown>;

/** The functions of a call that its decoder uses. */
export interface DecodeContext {
  /** The time of the attempt; a decoder detaches it if its body is read after the call is done. */
  readonly deadline: Deadline;
  /** Returns the request as it was prepared, without its body and its credentials. */
  readonly sent: () => Request;
  /**
   * Converts decoded JSON by `answer.read`. Invalid values are thrown or logged, by the client's validation mode.
   */
  read(answer: Answer, value: unknown, text: string): unknown;
  /** Returns the error of an invalid answer; `text` is its body, or the part that was received. */
  invalid(message: string, value: unknown, text: string, issues: readonly Issue[], cause?: unknown): Error;
}

/** The options of one call. */
export interface RequestOptions extends FetchOptions {
  /** Milliseconds for one attempt, its body included; of a stream, until its headers arrive. */
  timeoutMs?: number | undefined;
  /** When a failed request is sent again. */
  retries?: RetryConfig | undefined;
  /** The statuses after which a request is sent again, as `429` or `5XX`. */
  retryCodes?: readonly string[] | undefined;
  /** The server to send the request to. */
  serverURL?: string | URL | undefined;
  /** Further headers. */
  headers?: HeadersInit | undefined;
  /** Ends the request. */
  signal?: AbortSignal | null | undefined;
  /** The media type to ask for, where the operation answers several. */
  acceptHeaderOverride?: string | undefined;
  /** Further parameters in the query, which the API's description lacks. */
  extraQuery?: Readonly<Record<string, unknown>> | undefined;
  /** Further members of a JSON or form body, which the API's description lacks. */
  extraBody?: Readonly<Record<string, unknown>> | undefined;
  /** Options of the platform's `fetch`. */
  fetchOptions?: FetchOptions & { headers?: HeadersInit | undefined; signal?: AbortSignal | null | undefined };
}

/** A value, and the answer that it came with. */
export interface WithResponse<T, R = Response> {
  readonly value: T;
  readonly response: R;
}
