import type { ImportCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as components from "../models/components/index.js";
import { readEntry } from "../models/components/entry.js";

const operation: Operation = {
  id: "importYaml",
  method: "POST",
  path: "/yaml",
  body: { type: "application/yaml", encode: jsonBody, required: true, write: readEntry },
  answers: [{ status: 204, decode: noContent }],
};

/** POST /yaml */
export function importYaml(
  client: ImportCore,
  request: components.Entry,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
