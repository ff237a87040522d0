/**
 * The types of the web platform that signatures name: the compiler's own if it knows the platform (the DOM library,
 * `@types/node`, …), else the few members that this package uses.
 */
type Instance<Name extends string, Fallback> = typeof globalThis extends {
    readonly [Key in Name]: {
        readonly prototype: infer Type;
    };
} ? Type : Fallback;
interface FallbackHeaders {
    get(name: string): string | null;
    has(name: string): boolean;
    set(name: string, value: string): void;
    append(name: string, value: string): void;
    delete(name: string): void;
    forEach(callback: (value: string, name: string) => void): void;
}
interface FallbackStream {
    readonly locked: boolean;
    cancel(reason?: unknown): Promise<void>;
}
interface FallbackResponse {
    readonly status: number;
    readonly statusText: string;
    readonly ok: boolean;
    readonly url: string;
    readonly headers: FallbackHeaders;
    readonly body: FallbackStream | null;
    arrayBuffer(): Promise<ArrayBuffer>;
    json(): Promise<unknown>;
    text(): Promise<string>;
}
interface FallbackRequest {
    readonly method: string;
    readonly url: string;
    readonly headers: FallbackHeaders;
    clone(): FallbackRequest;
}
interface FallbackSignal {
    readonly aborted: boolean;
    readonly reason: unknown;
}
interface FallbackBlob {
    readonly size: number;
    readonly type: string;
    arrayBuffer(): Promise<ArrayBuffer>;
    text(): Promise<string>;
}
/** The platform's `Headers`. */
export type Headers = Instance<"Headers", FallbackHeaders>;
/** The platform's `Response`. */
export type Response = Instance<"Response", FallbackResponse>;
/** The platform's `Request`. */
export type Request = Instance<"Request", FallbackRequest>;
/** The platform's `AbortSignal`. */
export type AbortSignal = Instance<"AbortSignal", FallbackSignal>;
/** The platform's `Blob`. */
export type Blob = Instance<"Blob", FallbackBlob>;
/** The platform's `File`. */
export type File = Instance<"File", FallbackBlob & {
    readonly name: string;
}>;
/** The platform's `FormData`. */
export type FormData = Instance<"FormData", object>;
/** The platform's `URL`. */
export type URL = Instance<"URL", {
    readonly href: string;
    toString(): string;
}>;
interface FallbackInit {
    readonly method?: string;
    readonly headers?: HeadersInit;
    readonly body?: unknown;
    readonly redirect?: "follow" | "error" | "manual";
    readonly signal?: AbortSignal | null;
}
/** The platform's `RequestInit`. */
export type RequestInit = typeof globalThis extends {
    fetch(input: string, init?: infer Init): unknown;
} ? NonNullable<Init> : FallbackInit;
/** The platform's `RequestInit`, without the members that a client sets. */
export type FetchOptions = Omit<RequestInit, "method" | "body" | "headers" | "signal">;
/** What `Headers` can be made of. */
export type HeadersInit = Headers | Readonly<Record<string, string>> | [string, string][];
/** Reads the chunks of a stream. */
export interface StreamReader<T> {
    read(): Promise<{
        done: false;
        value: T;
    } | {
        done: true;
        value?: T | undefined;
    }>;
    cancel(reason?: unknown): Promise<void>;
    releaseLock(): void;
    readonly closed: Promise<unknown>;
}
interface StreamOf<T> {
    readonly locked: boolean;
    getReader(): StreamReader<T>;
    cancel(reason?: unknown): Promise<void>;
    [Symbol.asyncIterator](): AsyncIterableIterator<T>;
}
/** The platform's `ReadableStream` of chunks of one type. */
export type ReadableStream<T> = StreamOf<T> & Instance<"ReadableStream", object>;
export {};
