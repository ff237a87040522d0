/** Webhooks: requests that the API sends. They are verified and parsed. */
import { type ValidationMode } from "./companion.js";
import { BaseError } from "./errors.js";
import type { Convert } from "./validation.js";
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
/** How a request is verified and read, where its description does not say how it is signed. */
export interface WebhookOptions {
    /** The scheme by which requests are signed. Without one, nothing is verified. */
    readonly scheme?: WebhookScheme;
    /** The secret that the sender signs with. */
    readonly secret?: string;
    /** How the content is held against its schema: `lenient`, the default, passes on what does not fit. */
    readonly validation?: ValidationMode;
}
/** How a request is verified and read, where its description says how it is signed. */
export interface SignedWebhookOptions extends Pick<WebhookOptions, "validation"> {
    /** The secret that the sender signs with. */
    readonly secret: string;
}
/** Returns the bytes of a request, once it is verified. Without a scheme, nothing is. */
export declare function verifiedContent(request: WebhookRequest, options?: WebhookOptions): Promise<Uint8Array>;
/**
 * Returns what a request says in JSON, once it is verified; `read` is the function that reads its type, and `parseJSON`
 * the one that parses its text.
 */
export declare function parseWebhook<T>(request: WebhookRequest, read: Convert<unknown, T>, options?: WebhookOptions, parseJSON?: (text: string) => unknown): Promise<T>;
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
