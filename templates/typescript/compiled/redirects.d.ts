/**
 * Redirects. They are followed here and not by `fetch`, which does not know which headers are secret (Fetch Standard,
 * HTTP-redirect fetch).
 */
import { type OutgoingRequest } from "./outgoing.js";
/** The limit of redirects of a request. */
export declare const mostRedirects = 5;
/**
 * Changes a request to the one that an answer redirects to; returns false if it cannot.
 */
export declare function redirect(request: OutgoingRequest, response: Response): boolean;
