import type { DepotCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { deprecated, deprecatedMembers } from "../lib/deprecation.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkBoolean } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";
import { readAddBoxRequestBody } from "../models/operations/addbox.js";

const operation: Operation = {
  id: "addBox",
  method: "POST",
  path: "/boxes",
  parameters: [
    { name: "fast", in: query, write: checkBoolean, deprecated: deprecated("Do not use it any more.") },
    { name: "slow", in: query, write: checkBoolean, deprecated: deprecated("Wait instead.") },
  ],
  body: {
    type: "application/json",
    encode: jsonBody,
    property: "requestBody",
    required: true,
    write: readAddBoxRequestBody,
    deprecated: deprecatedMembers({ size: "Use width." }),
  },
  answers: [{ status: 204, decode: noContent }],
  deprecated: deprecated("Do not use it any more."),
};

/** @deprecated Do not use it any more. */
export function boxesAddBox(
  client: DepotCore,
  request: operations.AddBoxRequest,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
