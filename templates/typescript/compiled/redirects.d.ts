/**
 * Redirects that are followed here, where it is known what of a request is secret (Fetch Standard, HTTP-redirect
 * fetch).
 */
import type { OutgoingRequest } from "./outgoing.js";
/** How many redirects are followed. */
export declare const mostRedirects = 5;
/**
 * Changes a request to the one that an answer redirects to; returns false where there is none, or it cannot be made.
 */
export declare function redirect(request: OutgoingRequest, response: Response): boolean;
