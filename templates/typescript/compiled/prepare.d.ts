/** From the arguments of a call to its request: URL, headers, body. */
import type { ClientSettings } from "./client.js";
import type { EncodedBody, Operation, RequestOptions } from "./operation.js";
/** A request without the credentials, which each attempt adds. */
export interface PreparedRequest {
    readonly baseURL: string;
    readonly url: string;
    /** The headers by their names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    readonly body: EncodedBody | undefined;
    /**
     * Whether it goes to another origin than the API's: a further page of which the API says the URL. No credential does.
     */
    readonly isForeign: boolean;
}
/** Returns the request of a call. Throws {@link InvalidRequestError} where the arguments do not fit. */
export declare function prepareRequest(settings: ClientSettings, operation: Operation, request: unknown, options: RequestOptions): PreparedRequest;
