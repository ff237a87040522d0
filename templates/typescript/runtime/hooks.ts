/** Hooks of the client: they see its options once, and each attempt of each call. */

import type { ClientOptions } from "./client.js";
import type { Request, Response } from "./web.js";

type Awaitable<T> = T | Promise<T>;

/** The call that a hook is called for. */
export interface HookContext {
  /** The id of the operation. */
  readonly operationID: string;
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path template, as `/photos/{photo_id}`. */
  readonly path: string;
  /** The URL of the server. */
  readonly baseURL: string;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  /** The options of the client. */
  readonly options: ClientOptions;
}

/** Sees the client's options when it is made, and returns those to use. */
export interface SDKInitHook {
  sdkInit<Options>(options: Options): Options;
}

/** Sees each request, with its credentials, and returns the one to send. */
export interface BeforeRequestHook {
  beforeRequest(context: HookContext, request: Request): Awaitable<Request>;
}

/** Sees each answer that is no error, and returns the one to read. */
export interface AfterSuccessHook {
  afterSuccess(context: HookContext, response: Response): Awaitable<Response>;
}

/** An answer that is an error, or why there was none. */
export interface AfterError {
  readonly response: Response | null;
  readonly error: unknown;
}

/** Sees each answer that is an error, or why there was none, and returns what to go on with. */
export interface AfterErrorHook {
  afterError(context: HookContext, response: Response | null, error: unknown): Awaitable<AfterError>;
}

/** The hooks of a client, in the order in which they were registered. */
export class Hooks {
  readonly #init: SDKInitHook[] = [];
  readonly #before: BeforeRequestHook[] = [];
  readonly #success: AfterSuccessHook[] = [];
  readonly #error: AfterErrorHook[] = [];

  registerSDKInitHook(hook: SDKInitHook): void {
    this.#init.push(hook);
  }

  registerBeforeRequestHook(hook: BeforeRequestHook): void {
    this.#before.push(hook);
  }

  registerAfterSuccessHook(hook: AfterSuccessHook): void {
    this.#success.push(hook);
  }

  registerAfterErrorHook(hook: AfterErrorHook): void {
    this.#error.push(hook);
  }

  /** Returns the options that the hooks make of those given. */
  sdkInit<Options>(options: Options): Options {
    return this.#init.reduce((current, hook) => hook.sdkInit(current), options);
  }

  /** Whether any hook sees requests before they are sent. */
  get hasBeforeRequest(): boolean {
    return this.#before.length > 0;
  }

  /** Returns the request that the hooks make of the one given. */
  async beforeRequest(context: HookContext, request: Request): Promise<Request> {
    let current = request;
    for (const hook of this.#before) current = await hook.beforeRequest(context, current);
    return current;
  }

  /** Returns the answer that the hooks make of the one given. */
  async afterSuccess(context: HookContext, response: Response): Promise<Response> {
    let current = response;
    for (const hook of this.#success) current = await hook.afterSuccess(context, current);
    return current;
  }

  /**
   * Returns the answer and the error that the hooks make of those given; of an error without an answer, one is null.
   */
  async afterError(context: HookContext, response: Response | null, error: unknown): Promise<AfterError> {
    let current: AfterError = { response, error };
    for (const hook of this.#error) current = await hook.afterError(context, current.response, current.error);
    return current;
  }
}
