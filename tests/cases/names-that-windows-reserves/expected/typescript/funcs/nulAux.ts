import type { AuxClientCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as components from "../models/components/index.js";
import { readPrn } from "../models/components/prntypes.js";

const operation: Operation = {
  id: "aux",
  method: "GET",
  path: "/nul",
  accept: "application/json",
  answers: [{ status: 200, type: "application/json", decode: json, read: readPrn }],
};

/** GET /nul */
export function nulAux(client: AuxClientCore, options?: RequestOptions): ResultPromise<components.Prn, CallError> {
  return call(client, operation, undefined, options);
}
