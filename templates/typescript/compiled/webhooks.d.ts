/** Webhooks: requests that the API sends. They are verified and parsed. */
import type { Companion, ValidationMode } from "./companion.js";
import { BaseError } from "./errors.js";
import type { HeadersInit } from "./web.js";
/** A request that the API sent. Its body is what came, byte by byte: a parsed one cannot be verified. */
export interface WebhookRequest {
    readonly headers: HeadersInit;
    readonly body: string | Uint8Array;
}
/** A scheme by which requests are signed. */
export interface WebhookScheme {
    /**
     * Whether the request was signed with the secret. Throws {@link WebhookVerificationError}, which says what is wrong.
     */
    verify(headers: Headers, body: Uint8Array, secret: string): Promise<void>;
}
/** A webhook was not signed by the API, or long ago. */
export declare class WebhookVerificationError extends BaseError {
    static readonly brand: string;
}
/** Returns what a webhook says, once it is verified. Without a scheme, nothing is. */
export declare function parseWebhook<T>(request: WebhookRequest, companion: Companion<T>, options?: {
    readonly scheme?: WebhookScheme;
    readonly secret?: string;
    readonly validation?: ValidationMode;
}): Promise<T>;
/**
 * Standard Webhooks: an HMAC of id, time and body; secrets as `whsec_` and base64. Times may be `tolerance` seconds
 * off.
 */
export declare function standardWebhooks(tolerance?: number): WebhookScheme;
/** How an HMAC of a webhook is made and written. */
export interface HMACOptions {
    /** The header that holds it. */
    readonly header: string;
    readonly algorithm?: "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";
    readonly encoding?: "hex" | "base64";
    /** What stands before it, as `sha256=`. */
    readonly prefix?: string;
    /** The header of the time, which is signed as `time.body`. */
    readonly timestampHeader?: string;
    /** How many seconds the time may be off. */
    readonly tolerance?: number;
}
/** An HMAC of the body in a header. */
export declare function hmacWebhooks(options: HMACOptions): WebhookScheme;
