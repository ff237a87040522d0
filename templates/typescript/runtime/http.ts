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

type HookLists = { [Moment in keyof HTTPClientHooks]: HTTPClientHooks[Moment][] };

/** Sends the requests of a client through a `fetch` of your choice, with your hooks around it. */
export class HTTPClient {
  readonly #options: { readonly fetcher?: Fetcher };
  #hooks: HookLists = { beforeRequest: [], requestError: [], response: [] };

  constructor(options: { readonly fetcher?: Fetcher } = {}) {
    this.#options = options;
  }

  /** Sends a request: a URL with options of `fetch`, or a `Request`. */
  async request(input: string | Request, init?: RequestInit): Promise<Response> {
    const fetcher = this.#options.fetcher ?? fetch;
    const { beforeRequest, requestError, response: onResponse } = this.#hooks;
    if (beforeRequest.length + requestError.length + onResponse.length === 0) return fetcher(input, init);
    let request = new Request(input, init);
    for (const hook of beforeRequest) request = (await hook(request)) ?? request;
    try {
      const response = await fetcher(request);
      for (const hook of onResponse) await hook(response, request);
      return response;
    } catch (error) {
      for (const hook of requestError) await hook(error, request);
      throw error;
    }
  }

  /** Adds a hook. */
  addHook<Moment extends keyof HTTPClientHooks>(moment: Moment, hook: HTTPClientHooks[Moment]): this {
    this.#hooks[moment].push(hook);
    return this;
  }

  /** Removes a hook that was added. */
  removeHook<Moment extends keyof HTTPClientHooks>(moment: Moment, hook: HTTPClientHooks[Moment]): this {
    const hooks: HTTPClientHooks[Moment][] = this.#hooks[moment];
    const index = hooks.indexOf(hook);
    if (index >= 0) hooks.splice(index, 1);
    return this;
  }

  /** Returns a transport with the same `fetch` and hooks, to which others can be added. */
  clone(): HTTPClient {
    const copy = new HTTPClient(this.#options);
    const { beforeRequest, requestError, response } = this.#hooks;
    copy.#hooks = { beforeRequest: [...beforeRequest], requestError: [...requestError], response: [...response] };
    return copy;
  }
}
