import { mapArray } from "./lib/validation.js";
import {
  type SignedWebhookOptions,
  type WebhookOptions,
  type WebhookRequest,
  hmacWebhooks,
  parseWebhook,
  verifiedContent,
} from "./lib/webhooks.js";
import type * as components from "./models/components/index.js";
import { readCount } from "./models/components/count.js";

export { WebhookVerificationError, hmacWebhooks, standardWebhooks } from "./lib/webhooks.js";
export type { HMACOptions, SignedWebhookOptions, WebhookOptions, WebhookRequest, WebhookScheme } from "./lib/webhooks.js";

const scheme = /* @__PURE__ */ hmacWebhooks({ header: "X-Kennel-Signature", algorithm: "SHA-512", encoding: "hex" });

/**
 * The webhook `counted`.
 *
 * Throws {@link WebhookVerificationError} where the request is not genuine.
 */
export async function counted(
  request: WebhookRequest,
  options: SignedWebhookOptions,
): Promise<components.Count[]> {
  return parseWebhook(request, (value, context, key) => mapArray(value, context, key, readCount), { ...options, scheme });
}

/**
 * The webhook `barked`.
 *
 * Throws {@link WebhookVerificationError} where the request is not genuine.
 */
export async function barked(
  request: WebhookRequest,
  options: SignedWebhookOptions,
): Promise<string> {
  return new TextDecoder().decode(await verifiedContent(request, { ...options, scheme }));
}

/**
 * The webhook `fed`.
 *
 * Throws {@link WebhookVerificationError} where the request is not genuine.
 */
export async function fed(
  request: WebhookRequest,
  options: SignedWebhookOptions,
): Promise<Uint8Array> {
  return await verifiedContent(request, { ...options, scheme });
}

/** The dog is back */
export async function walkReturned(
  request: WebhookRequest,
  options?: WebhookOptions,
): Promise<components.Count> {
  return parseWebhook(request, readCount, options);
}
