// Typewright's runtime, copied as it is; its digest is bd1a6aa8cfdda94d.
/** Hooks of the client: they see its options once, and each attempt of each call. */

import { isError } from "./answers.js";
import type { ClientOptions } from "./client.js";
import type { Operation } from "./operation.js";
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

  /** Returns the request that the hooks make of the one that `make` returns; undefined where none of them sees it. */
  async beforeRequest(
    context: HookContext,
    request: Request | undefined,
    make: () => Request,
  ): Promise<Request | undefined> {
    let current = request;
    for (const hook of this.#before) current = await hook.beforeRequest(context, current ?? make());
    return current;
  }

  /** Returns the answer, or why there is none, that the hooks make of those given. */
  async afterAttempt(context: HookContext, operation: Operation, attempt: AfterError): Promise<AfterError> {
    let { response, error } = attempt;
    if (response === null || isError(operation, response)) {
      for (const hook of this.#error) ({ response, error } = await hook.afterError(context, response, error));
    } else for (const hook of this.#success) response = await hook.afterSuccess(context, response);
    return { response, error };
  }
}
