/** Hooks of the client: they see its options once, and each attempt of each call. */
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
export declare class Hooks {
    #private;
    registerSDKInitHook(hook: SDKInitHook): void;
    registerBeforeRequestHook(hook: BeforeRequestHook): void;
    registerAfterSuccessHook(hook: AfterSuccessHook): void;
    registerAfterErrorHook(hook: AfterErrorHook): void;
    /** Returns these hooks and others after them, those that are registered later included. */
    followedBy(others: Hooks | undefined): Hooks;
    /** Returns the options after all hooks have seen them. */
    sdkInit<Options>(options: Options): Options;
    /**
     * Returns the request that `make` creates after all hooks have seen it; undefined without such hooks. A request to
     * another origin sees none of them: what they add may be credentials.
     */
    beforeRequest(context: HookContext, url: string, make: () => Request): Promise<Request | undefined>;
    /**
     * Makes an attempt, and returns its answer after all hooks have seen it, or the reason why there is none. Throws the
     * error that they leave.
     */
    around(context: HookContext, operation: Operation, attempt: () => Promise<Response>): Promise<Response>;
}
export {};
