import {
  type SignedWebhookOptions,
  type WebhookRequest,
  parseWebhook,
  standardWebhooks,
  verifiedContent,
} from "./lib/webhooks.js";
import type * as components from "./models/components/index.js";
import type * as webhooks from "./models/webhooks/index.js";
import { readDog } from "./models/components/dog.js";
import { readDogLeftRequestBody } from "./models/webhooks/dogleft.js";

export { WebhookVerificationError, hmacWebhooks, standardWebhooks } from "./lib/webhooks.js";
export type { HMACOptions, SignedWebhookOptions, WebhookOptions, WebhookRequest, WebhookScheme } from "./lib/webhooks.js";

const scheme = /* @__PURE__ */ standardWebhooks();

/**
 * A dog was born
 *
 * Sent once it is registered, *at most* a day later.
 *
 * Throws {@link WebhookVerificationError} where the request is not genuine.
 */
export async function dogBorn(
  request: WebhookRequest,
  options: SignedWebhookOptions,
): Promise<components.Dog> {
  return parseWebhook(request, readDog, { ...options, scheme });
}

/**
 * The webhook `dog-left`.
 *
 * Throws {@link WebhookVerificationError} where the request is not genuine.
 *
 * @deprecated Do not use it any more.
 */
export async function dogLeft(
  request: WebhookRequest,
  options: SignedWebhookOptions,
): Promise<webhooks.DogLeftRequestBody> {
  return parseWebhook(request, readDogLeftRequestBody, { ...options, scheme });
}

/**
 * The webhook `ping`.
 *
 * Throws {@link WebhookVerificationError} where the request is not genuine.
 */
export async function ping(
  request: WebhookRequest,
  options: SignedWebhookOptions,
): Promise<void> {
  await verifiedContent(request, { ...options, scheme });
}
