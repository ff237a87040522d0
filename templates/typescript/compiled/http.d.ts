/** The transport that sends requests, with hooks around it. */
import type { Request, RequestInit, Response } from "./web.js";
/** Sends a request, as the platform's `fetch` does. */
export type Fetcher = (input: string | Request, init?: RequestInit) => Promise<Response>;
type Awaitable<T> = T | Promise<T>;
/** Sees a request before it is sent; may return another one to send instead. */
export type BeforeRequestHook = (request: Request) => Awaitable<Request | void>;
/** Sees the reason why a request got no answer. */
export type RequestErrorHook = (error: unknown, request: Request) => Awaitable<void>;
/** Sees an answer and the request that it is for. */
export type ResponseHook = (response: Response, request: Request) => Awaitable<void>;
/** The hooks of a transport by the moment when they are called. */
export interface HTTPClientHooks {
    beforeRequest: BeforeRequestHook;
    requestError: RequestErrorHook;
    response: ResponseHook;
}
/** Sends the requests of a client through a `fetch` of your choice, with your hooks around it. */
export declare class HTTPClient {
    #private;
    constructor(options?: {
        readonly fetcher?: Fetcher;
    });
    /** Sends a request: a URL with options of `fetch`, or a `Request`. */
    request(input: string | Request, init?: RequestInit): Promise<Response>;
    /** Adds a hook. */
    addHook<Moment extends keyof HTTPClientHooks>(moment: Moment, hook: HTTPClientHooks[Moment]): this;
    /** Removes a hook that was added. */
    removeHook<Moment extends keyof HTTPClientHooks>(moment: Moment, hook: HTTPClientHooks[Moment]): this;
    /** Returns a transport with the same `fetch` and hooks, to which others can be added. */
    clone(): HTTPClient;
}
export {};
