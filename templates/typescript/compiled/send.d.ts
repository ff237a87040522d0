/** Sends the request of a call: signs it, follows redirects, and retries it. */
import type { ClientSettings } from "./client.js";
import { Deadline } from "./deadline.js";
import type { HookContext } from "./hooks.js";
import type { Operation, RequestOptions } from "./operation.js";
import { type OutgoingRequest } from "./outgoing.js";
import type { PreparedRequest } from "./prepare.js";
import { type SecurityValues } from "./security.js";
import type { RequestInit, Response } from "./web.js";
/** One call of an operation. */
export interface Call {
    readonly settings: ClientSettings;
    readonly operation: Operation;
    readonly options: RequestOptions;
    /** Credentials of this call alone. */
    readonly security: SecurityValues | undefined;
    readonly prepared: PreparedRequest;
}
/** Returns the method and path template of an operation, for the texts of errors. */
export declare function nameOf({ method, path }: Operation): string;
/**
 * Returns the result of `read` for the answer of the last attempt. Throws if there is no answer, or what `read` throws.
 */
export declare function send<T>(call: Call, read: (response: Response, deadline: Deadline) => Promise<T>): Promise<T>;
/** Sends one request through the client's hooks, its log and its transport. */
export declare function dispatch(settings: ClientSettings, outgoing: OutgoingRequest, options: RequestInit, deadline: Deadline, context: HookContext): Promise<Response>;
