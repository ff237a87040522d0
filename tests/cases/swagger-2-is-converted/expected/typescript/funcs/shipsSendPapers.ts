import type { HarbourCore } from "../core.js";
import { stream } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { checkStringIn } from "../lib/constraints.js";
import { isUUID } from "../lib/formats.js";
import { multipartBody } from "../lib/multipart-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { path } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { formList } from "../lib/styles.js";
import { checkString, mapArray } from "../lib/validation.js";
import type { ReadableStream } from "../lib/web.js";
import type * as operations from "../models/operations/index.js";

const idRules = { format: "uuid", hasFormat: isUUID };

const operation: Operation = {
  id: "sendPapers",
  method: "POST",
  path: "/ships/{id}/papers",
  parameters: [
    {
      name: "id",
      in: path,
      required: true,
      write: (value, context, key) => checkStringIn(value, context, key, idRules),
    },
  ],
  body: {
    type: "multipart/form-data",
    encode: multipartBody,
    property: "requestBody",
    required: true,
    fields: [
      { name: "paper" },
      { name: "labels", style: formList, write: (value, context, key) => mapArray(value, context, key, checkString) },
    ],
  },
  security: [["key"]],
  accept: "application/pdf",
  answers: [{ status: 200, type: "application/pdf", decode: stream }],
};

/** POST /ships/{id}/papers */
export function shipsSendPapers(
  client: HarbourCore,
  request: operations.SendPapersRequest,
  options?: RequestOptions,
): ResultPromise<ReadableStream<Uint8Array>, CallError> {
  return call(client, operation, request, options);
}
