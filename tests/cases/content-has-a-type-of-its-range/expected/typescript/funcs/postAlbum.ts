import type { PetsCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { multipartBody } from "../lib/multipart-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "postAlbum",
  method: "POST",
  path: "/album",
  body: {
    type: "multipart/form-data",
    encode: multipartBody,
    required: true,
    fields: [{ name: "cover", contentType: "image/*, image/png" }],
  },
  answers: [{ status: 204, decode: noContent }],
};

/** POST /album */
export function postAlbum(
  client: PetsCore,
  request: operations.PostAlbumRequestBody,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
