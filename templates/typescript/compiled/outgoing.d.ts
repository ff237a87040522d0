/** A request as it is sent: changed by schemes of security, and again for each redirect. */
import type { HeadersInit, RequestInit } from "./web.js";
/** One request of one attempt. */
export interface OutgoingRequest {
    method: string;
    url: string;
    /** The headers by their names in lower case. A record: `fetch` reads it several times faster than `Headers`. */
    readonly headers: Record<string, string>;
    body: NonNullable<RequestInit["body"]> | null;
    /** The names of the headers that hold credentials, in lower case. */
    readonly secretHeaders: string[];
    /** The names of the query's parameters that hold credentials. */
    readonly secretParameters: string[];
    /** Signs it again after a redirect, where a signature is for one URL alone. */
    resign?: () => Promise<void>;
}
/** Whether a text can be the value of a header (RFC 9110, section 5.5). */
export declare function isHeaderValue(text: string): boolean;
/**
 * Removes the headers that may not be sent to another origin: all but those that describe the content and the client.
 * Of what the caller sends nobody knows whether it is a credential.
 */
export declare function dropOwnHeaders(headers: Record<string, string>): void;
/** Adds the caller's headers. Throws {@link InvalidRequestError}, which does not show them, if one cannot be sent. */
export declare function addHeaders(headers: Record<string, string>, own: HeadersInit): void;
/** Sets a header that holds a credential. Throws {@link InvalidRequestError}, which does not show it. */
export declare function setSecretHeader(request: OutgoingRequest, name: string, value: string): void;
