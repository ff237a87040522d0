/** Sends the request of a call: signs it, follows redirects, and sends it again where that is wanted. */
import type { ClientSettings } from "./client.js";
import { Deadline } from "./deadline.js";
import type { Operation, RequestOptions } from "./operation.js";
import type { PreparedRequest } from "./prepare.js";
import { type SecurityValues } from "./security.js";
/** One call of an operation. */
export interface Call {
    readonly settings: ClientSettings;
    readonly operation: Operation;
    readonly options: RequestOptions;
    /** Credentials of this call alone. */
    readonly security: SecurityValues | undefined;
    readonly prepared: PreparedRequest;
}
/** An answer whose body is not read yet, and the time that is left for it. */
export interface Exchange {
    readonly response: Response;
    readonly deadline: Deadline;
}
/** Returns the method and path template of an operation, for the texts of errors. */
export declare function nameOf({ method, path }: Operation): string;
/**
 * Returns what `read` makes of the answer of the last attempt. Throws where there is no answer, and what `read` throws.
 */
export declare function send<T>(call: Call, read: (exchange: Exchange) => Promise<T>): Promise<T>;
