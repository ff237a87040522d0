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
export declare class Hooks {
    #private;
    registerSDKInitHook(hook: SDKInitHook): void;
    registerBeforeRequestHook(hook: BeforeRequestHook): void;
    registerAfterSuccessHook(hook: AfterSuccessHook): void;
    registerAfterErrorHook(hook: AfterErrorHook): void;
    /** Returns the options that the hooks make of those given. */
    sdkInit<Options>(options: Options): Options;
    /** Returns the request that the hooks make of the one that `make` returns; undefined where none of them sees it. */
    beforeRequest(context: HookContext, request: Request | undefined, make: () => Request): Promise<Request | undefined>;
    /** Returns the answer, or why there is none, that the hooks make of those given. */
    afterAttempt(context: HookContext, operation: Operation, attempt: AfterError): Promise<AfterError>;
}
export {};
