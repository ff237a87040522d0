import type { PhotosCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { header, path } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkString } from "../lib/validation.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";
import { readPhoto, writePhoto } from "../models/components/photo.js";

const operation: Operation = {
  id: "updatePhoto",
  method: "PATCH",
  path: "/photos/{photoID}",
  parameters: [
    { name: "photoID", in: path, property: "photo_id", required: true, write: checkString },
    { name: "X-Trace-Id", in: header, property: "x_trace_id", write: checkString },
  ],
  body: { type: "application/json", encode: jsonBody, property: "request_body", required: true, write: writePhoto },
  security: [["apiKey"]],
  accept: "application/json",
  answers: [{ status: 200, type: "application/json", decode: json, read: readPhoto }],
};

/** PATCH /photos/{photoID} */
export function photosUpdatePhoto(
  client: PhotosCore,
  request: operations.UpdatePhotoRequest,
  options?: RequestOptions,
): ResultPromise<components.Photo, CallError> {
  return call(client, operation, request, options);
}
