import type { SwitchboardCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as components from "../models/components/index.js";
import { readPart } from "../models/components/part.js";

const operation: Operation = {
  id: "components",
  method: "GET",
  path: "/components",
  accept: "application/json",
  answers: [{ status: 200, type: "application/json", decode: json, read: readPart }],
};

/** GET /components */
export function components_(
  client: SwitchboardCore,
  options?: RequestOptions,
): ResultPromise<components.Part, CallError> {
  return call(client, operation, undefined, options);
}
