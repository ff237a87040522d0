// Typewright's runtime, copied as it is; its digest is b23f8b40cd464668.
/** Hooks of the client: they see its options once, and each attempt of each call. */

import { isError } from "./answers.js";
import type { ClientOptions } from "./client.js";
import { NoAnswerError } from "./errors.js";
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

/** Sees each success answer, and returns the one to decode. */
export interface AfterSuccessHook {
  afterSuccess(context: HookContext, response: Response): Awaitable<Response>;
}

/** An error answer, or the reason why there is no answer. */
export interface AfterError {
  readonly response: Response | null;
  readonly error: unknown;
}

/** Sees each error answer, or the reason why there is none, and returns the one to continue with. */
export interface AfterErrorHook {
  afterError(context: HookContext, response: Response | null, error: unknown): Awaitable<AfterError>;
}

/** The hooks of a client, in the order in which they were registered. */
export class Hooks {
  readonly #init: SDKInitHook[] = [];
  readonly #before: BeforeRequestHook[] = [];
  readonly #success: AfterSuccessHook[] = [];
  readonly #error: AfterErrorHook[] = [];
  /** The hooks to call: these, or those that were joined. */
  #parts: readonly Hooks[] = [this];

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

  /** Returns these hooks and others after them, those that are registered later included. */
  followedBy(others: Hooks | undefined): Hooks {
    const joined = new Hooks();
    joined.#parts = others === undefined ? this.#parts : [...this.#parts, ...others.#parts];
    return joined;
  }

  /** Returns the options after all hooks have seen them. */
  sdkInit<Options>(options: Options): Options {
    const hooks = this.#parts.flatMap((part) => part.#init);
    return hooks.reduce((current, hook) => hook.sdkInit(current), options);
  }

  /**
   * Returns the request that `make` creates after all hooks have seen it; undefined without such hooks. A request to
   * another origin sees none of them: what they add may be credentials.
   */
  async beforeRequest(context: HookContext, url: string, make: () => Request): Promise<Request | undefined> {
    let request: Request | undefined;
    if (isForeign(url, context.baseURL)) return request;
    for (const hook of this.#parts.flatMap((part) => part.#before)) {
      request = await hook.beforeRequest(context, request ?? make());
    }
    return request;
  }

  /**
   * Makes an attempt, and returns its answer after all hooks have seen it, or the reason why there is none. Throws the
   * error that they leave.
   */
  async around(context: HookContext, operation: Operation, attempt: () => Promise<Response>): Promise<Response> {
    let failure: NoAnswerError | undefined;
    let outcome: AfterError;
    try {
      outcome = { response: await attempt(), error: null };
    } catch (error) {
      if (!(error instanceof NoAnswerError)) throw error;
      failure = error;
      outcome = { response: null, error: error.cause };
    }
    for (const part of this.#parts) outcome = await part.#afterAttempt(context, operation, outcome);
    if (outcome.response === null) throw failure?.cause === outcome.error ? failure : outcome.error;
    return outcome.response;
  }

  async #afterAttempt(context: HookContext, operation: Operation, outcome: AfterError): Promise<AfterError> {
    let { response, error } = outcome;
    if (response === null || isError(operation, response)) {
      for (const hook of this.#error) ({ response, error } = await hook.afterError(context, response, error));
    } else for (const hook of this.#success) response = await hook.afterSuccess(context, response);
    return { response, error };
  }
}

/** Whether a URL is of another origin than a server, which may be relative in a browser. */
function isForeign(url: string, baseURL: string): boolean {
  return URL.canParse(baseURL) && new URL(url).origin !== new URL(baseURL).origin;
}
