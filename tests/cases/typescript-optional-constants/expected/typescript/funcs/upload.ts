import type { ShapesCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { multipartBody } from "../lib/multipart-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import { checkConstant, checkString } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "upload",
  method: "POST",
  path: "/upload",
  body: {
    type: "multipart/form-data",
    encode: multipartBody,
    required: true,
    fields: [
      {
        name: "purpose",
        constant: "assistants",
        write: (value, context, key) => checkConstant(value, context, key, "assistants"),
      },
      { name: "name", write: checkString },
    ],
  },
  answers: [{ status: 204, decode: noContent }],
};

/** POST /upload */
export function upload(
  client: ShapesCore,
  request: operations.UploadRequestBody,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
