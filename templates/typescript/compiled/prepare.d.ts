/** Prepares the request of a call from its arguments: URL, headers, body. */
import type { ClientSettings } from "./client.js";
import type { EncodedBody, Operation, RequestOptions } from "./operation.js";
import { Context, type Issue } from "./validation.js";
/** A request without credentials: each attempt adds them. */
export interface PreparedRequest {
    readonly baseURL: string;
    readonly url: string;
    /** The headers by their names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body: EncodedBody | undefined;
    /**
     * Whether it goes to another origin than the API, as the URL of a further page may. It gets no credentials and
     * no headers of the caller.
     */
    readonly isForeign?: boolean;
}
/** Returns the request of a call. Throws {@link InvalidRequestError} if the arguments are invalid. */
export declare function prepareRequest(settings: ClientSettings, operation: Operation, request: unknown, options: RequestOptions): PreparedRequest;
/** Reports what is wrong with a value: to `refuse` if the check was strict, else to the client's logger. */
export declare function reportIssues({ logger }: ClientSettings, { id }: Operation, { issues, strict }: Context, refuse: (issues: readonly Issue[]) => void): void;
