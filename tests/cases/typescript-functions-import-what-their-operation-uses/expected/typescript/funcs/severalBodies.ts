import type { ShelfCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { bodyChoice } from "../lib/body-choice.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { header, randomKey } from "../lib/parameters.js";
import { rawBody } from "../lib/raw-body.js";
import type { CallError } from "../lib/result.js";

const operation: Operation = {
  id: "severalBodies",
  method: "POST",
  path: "/bodies",
  parameters: [{ name: "Idempotency-Key", in: header, global: randomKey }],
  body: {
    type: "image/png",
    encode: bodyChoice,
    bodies: [
      { type: "image/png", encode: rawBody },
      { type: "image/jpeg", encode: rawBody },
    ],
  },
  answers: [{ status: 204, decode: noContent }],
  idempotencyKey: "Idempotency-Key",
};

/** POST /bodies */
export function severalBodies(
  client: ShelfCore,
  request?: Uint8Array,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
