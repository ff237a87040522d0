/** Webhooks: requests that the API sends. They are verified and parsed. */
import { fromBase64 } from "./bytes.js";
import { companion } from "./companion.js";
import { BaseError } from "./errors.js";
/** A webhook's signature is invalid or too old. */
export class WebhookVerificationError extends BaseError {
    static brand = "WebhookVerificationError";
}
/** Verifies a request and returns its bytes. Without a scheme, nothing is verified. */
export async function verifiedContent(request, options = {}) {
    const bytes = typeof request.body === "string" ? new TextEncoder().encode(request.body) : request.body;
    const { scheme, secret = [] } = options;
    if (scheme === undefined)
        return bytes;
    const headers = new Headers(request.headers);
    let failure = new WebhookVerificationError("The secret of the webhook is missing");
    for (const key of [secret].flat()) {
        if (key === "")
            break;
        try {
            await scheme.verify(headers, bytes, key);
            return bytes;
        }
        catch (error) {
            failure = error;
        }
    }
    throw failure;
}
/**
 * Verifies a request and returns its JSON content; `read` converts it to its type, `parseJSON` parses its text.
 */
export async function parseWebhook(request, read, options = {}, parseJSON) {
    const text = new TextDecoder().decode(await verifiedContent(request, options));
    return companion(read, (value) => value, parseJSON).parseText(text, options.validation ?? "lenient");
}
/**
 * Standard Webhooks: an HMAC of id, time and body; secrets as `whsec_` and base64. The time may differ by
 * `tolerance` seconds.
 */
export function standardWebhooks(tolerance = 300) {
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
            if (key.length === 0)
                throw new WebhookVerificationError("The secret of the webhook is not base64, or is empty");
            for (const signature of signatures.split(" ")) {
                const [version, value = ""] = signature.split(",");
                if (version === "v1" && (await isSignature("SHA-256", key, decoded(value), signed)))
                    return;
            }
            throw new WebhookVerificationError("The webhook was not signed with this secret");
        },
    };
}
/** An HMAC of the body in a header. */
export function hmacWebhooks(options) {
    const { header, algorithm = "SHA-256", encoding = "hex", prefix = "", timestampHeader, tolerance = 300 } = options;
    return {
        async verify(headers, body, secret) {
            const written = headers.get(header);
            const time = timestampHeader === undefined ? undefined : headers.get(timestampHeader);
            if (written === null || time === null)
                throw new WebhookVerificationError("The webhook is not signed");
            if (time !== undefined)
                checkTime(time, tolerance);
            const value = written.startsWith(prefix) ? written.slice(prefix.length) : "";
            const signature = encoding === "hex" ? fromHexadecimal(value) : decoded(value);
            const signed = time === undefined ? joined("", body) : joined(`${time}.`, body);
            if (await isSignature(algorithm, new TextEncoder().encode(secret), signature, signed))
                return;
            throw new WebhookVerificationError("The webhook was not signed with this secret");
        },
    };
}
function checkTime(time, tolerance) {
    const distance = Math.abs(Date.now() / 1000 - Number(time));
    if (!(distance <= tolerance))
        throw new WebhookVerificationError("The webhook was signed too long ago, or in the future");
}
/** Compares in constant time: `crypto.subtle` does. */
async function isSignature(hash, secret, signature, signed) {
    const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash }, false, ["verify"]);
    return crypto.subtle.verify("HMAC", key, signature, signed);
}
function joined(head, body) {
    const start = new TextEncoder().encode(head);
    const bytes = new Uint8Array(start.length + body.length);
    bytes.set(start);
    bytes.set(body, start.length);
    return bytes;
}
function decoded(base64) {
    try {
        return fromBase64(base64);
    }
    catch {
        return new Uint8Array();
    }
}
function fromHexadecimal(text) {
    if (!/^([0-9a-f]{2})*$/i.test(text))
        return new Uint8Array();
    return new Uint8Array(Array.from(text.matchAll(/../g), ([pair]) => Number.parseInt(pair, 16)));
}
