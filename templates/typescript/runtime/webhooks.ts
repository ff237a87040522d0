/** Webhooks: requests that the API sends. They are verified and parsed. */

import { fromBase64 } from "./bytes.js";
import { companion, type ValidationMode } from "./companion.js";
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
export class WebhookVerificationError extends BaseError {
  static override readonly brand: string = "WebhookVerificationError";
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
export async function verifiedContent(request: WebhookRequest, options: WebhookOptions = {}): Promise<Uint8Array> {
  const bytes = typeof request.body === "string" ? new TextEncoder().encode(request.body) : request.body;
  const { scheme, secret = [] } = options;
  if (scheme === undefined) return bytes;
  const headers = new Headers(request.headers as Headers);
  let failure: unknown = new WebhookVerificationError("The secret of the webhook is missing");
  for (const key of [secret].flat()) {
    if (key === "") break;
    try {
      await scheme.verify(headers, bytes, key);
      return bytes;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/**
 * Verifies a request and returns its JSON content; `read` converts it to its type, `parseJSON` parses its text.
 */
export async function parseWebhook<T>(
  request: WebhookRequest,
  read: Convert<unknown, T>,
  options: WebhookOptions = {},
  parseJSON?: (text: string) => unknown,
): Promise<T> {
  const text = new TextDecoder().decode(await verifiedContent(request, options));
  return companion(read, (value) => value, parseJSON).parseText(text, options.validation ?? "lenient");
}

/**
 * Standard Webhooks: an HMAC of id, time and body; secrets as `whsec_` and base64. The time may differ by
 * `tolerance` seconds.
 */
export function standardWebhooks(tolerance = 300): WebhookScheme {
  return {
    async verify(headers, body, secret) {
      const id = headers.get("webhook-id");
      const time = headers.get("webhook-timestamp");
      const signatures = headers.get("webhook-signature");
      if (id === null || time === null || signatures === null)
        throw new WebhookVerificationError("The webhook is not signed");
      checkTime(time, tolerance);
      const signed = joined(`${id}.${time}.`, body);
      const key = decoded(secret.replace(/^whsec_/, ""));
      if (key.length === 0) throw new WebhookVerificationError("The secret of the webhook is not base64, or is empty");
      for (const signature of signatures.split(" ")) {
        const [version, value = ""] = signature.split(",");
        if (version === "v1" && (await isSignature("SHA-256", key, decoded(value), signed))) return;
      }
      throw new WebhookVerificationError("The webhook was not signed with this secret");
    },
  };
}

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
export function hmacWebhooks(options: HMACOptions): WebhookScheme {
  const { header, algorithm = "SHA-256", encoding = "hex", prefix = "", timestampHeader, tolerance = 300 } = options;
  return {
    async verify(headers, body, secret) {
      const written = headers.get(header);
      const time = timestampHeader === undefined ? undefined : headers.get(timestampHeader);
      if (written === null || time === null) throw new WebhookVerificationError("The webhook is not signed");
      if (time !== undefined) checkTime(time, tolerance);
      const value = written.startsWith(prefix) ? written.slice(prefix.length) : "";
      const signature = encoding === "hex" ? fromHexadecimal(value) : decoded(value);
      const signed = time === undefined ? joined("", body) : joined(`${time}.`, body);
      if (await isSignature(algorithm, new TextEncoder().encode(secret), signature, signed)) return;
      throw new WebhookVerificationError("The webhook was not signed with this secret");
    },
  };
}

function checkTime(time: string, tolerance: number): void {
  const distance = Math.abs(Date.now() / 1000 - Number(time));
  if (!(distance <= tolerance))
    throw new WebhookVerificationError("The webhook was signed too long ago, or in the future");
}

/** Compares in constant time: `crypto.subtle` does. */
async function isSignature(
  hash: string,
  secret: BufferSource,
  signature: BufferSource,
  signed: BufferSource,
): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash }, false, ["verify"]);
  return crypto.subtle.verify("HMAC", key, signature, signed);
}

function joined(head: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const start = new TextEncoder().encode(head);
  const bytes = new Uint8Array(start.length + body.length);
  bytes.set(start);
  bytes.set(body, start.length);
  return bytes;
}

function decoded(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(base64);
  } catch {
    return new Uint8Array();
  }
}

function fromHexadecimal(text: string): Uint8Array<ArrayBuffer> {
  if (!/^([0-9a-f]{2})*$/i.test(text)) return new Uint8Array();
  return new Uint8Array(Array.from(text.matchAll(/../g), ([pair]) => Number.parseInt(pair, 16)));
}
