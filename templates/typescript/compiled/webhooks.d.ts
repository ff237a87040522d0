/** Webhooks: requests that the API sends. They are verified and parsed. */
import { type ValidationMode } from "./companion.js";
import { BaseError } from "./errors.js";
import type { Convert } from "./validation.js";
import type { HeadersInit } from "./web.js";
/** A request that the API sent. Its body is the received one, byte for byte: a parsed one cannot be verified. */
export interface WebhookRequest {
    readonly headers: HeadersInit;
    readonly body: string | Uint8Array;
}
/** A scheme by which requests are signed. */
export interface WebhookScheme {
    /**
     * Whether the request was signed with the secret. Throws {@link WebhookVerificationError} with the reason.
     */
    verify(headers: Headers, body: Uint8Array, secret: string): Promise<void>;
}
/** A webhook's signature is invalid or too old. */
export declare class WebhookVerificationError extends BaseError {
    static readonly brand: string;
}
/** How a request is verified and read, if its description does not declare a signature. */
export interface WebhookOptions {
    /** The scheme by which requests are signed. Without one, nothing is verified. */
    readonly scheme?: WebhookScheme;
    /** The secret that the sender signs with; several during a change of secrets. */
    readonly secret?: string | readonly string[];
    /** How the content is validated: `lenient`, the default, returns invalid values as they are. */
    readonly validation?: ValidationMode;
}
/** How a request is verified and read, if its description declares its signature. */
export interface SignedWebhookOptions extends Pick<WebhookOptions, "validation"> {
    /** The secret that the sender signs with; several during a change of secrets. */
    readonly secret: string | readonly string[];
}
/** Verifies a request and returns its bytes. Without a scheme, nothing is verified. */
export declare function verifiedContent(request: WebhookRequest, options?: WebhookOptions): Promise<Uint8Array>;
/**
 * Verifies a request and returns its JSON content; `read` converts it to its type, `parseJSON` parses its text.
 */
export declare function parseWebhook<T>(request: WebhookRequest, read: Convert<unknown, T>, options?: WebhookOptions, parseJSON?: (text: string) => unknown): Promise<T>;
/**
 * Standard Webhooks: an HMAC of id, time and body; secrets as `whsec_` and base64. The time may differ by
 * `tolerance` seconds.
 */
export declare function standardWebhooks(tolerance?: number): WebhookScheme;
/** The form of a webhook's HMAC. */
export interface HMACOptions {
    /** The header that holds it. */
    readonly header: string;
    readonly algorithm?: "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";
    readonly encoding?: "hex" | "base64";
    /** The prefix of the signature, such as `sha256=`. */
    readonly prefix?: string;
    /** The header of the time, which is signed as `time.body`. */
    readonly timestampHeader?: string;
    /** The tolerance of the time, in seconds. */
    readonly tolerance?: number;
}
/** An HMAC of the body in a header. */
export declare function hmacWebhooks(options: HMACOptions): WebhookScheme;
