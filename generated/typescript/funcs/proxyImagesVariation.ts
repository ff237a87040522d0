import type { OrqImageAPICore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { checkIntegerIn } from "../lib/constraints.js";
import { multipartBody } from "../lib/multipart-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import { checkString } from "../lib/validation.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";
import { readImagesResponse } from "../models/components/imagesresponse.js";
import { ProxyError, readProxyErrorData } from "../models/errors/proxyerror.js";
import {
  readPostV2ProxyImagesVariationsResponseFormat,
  readSize,
} from "../models/operations/postv2proxyimagesvariations.js";

const nRules = { minimum: 1, maximum: 10 };

const operation: Operation = {
  id: "post_/v2/proxy/images/variations",
  method: "POST",
  path: "/v2/proxy/images/variations",
  body: {
    type: "multipart/form-data",
    encode: multipartBody,
    required: true,
    fields: [
      { name: "image", contentType: "image/png, image/webp, image/jpeg" },
      { name: "model", write: checkString },
      { name: "n", write: (value, context, key) => checkIntegerIn(value, context, key, nRules) },
      { name: "response_format", property: "responseFormat", write: readPostV2ProxyImagesVariationsResponseFormat },
      { name: "size", write: readSize },
      { name: "user", write: checkString },
    ],
  },
  security: [["ApiKey"]],
  accept: "application/json",
  answers: [
    { status: 200, type: "application/json", decode: json, read: readImagesResponse },
    { status: 400, type: "application/json", decode: json, read: readProxyErrorData, error: ProxyError },
    { status: 401, type: "application/json", decode: json, read: readProxyErrorData, error: ProxyError },
    { status: 413, type: "application/json", decode: json, read: readProxyErrorData, error: ProxyError },
    { status: 429, type: "application/json", decode: json, read: readProxyErrorData, error: ProxyError },
  ],
};

/**
 * Create an image variation
 *
 * Paints images that look like a given one.
 */
export function proxyImagesVariation(
  client: OrqImageAPICore,
  request: operations.PostV2ProxyImagesVariationsRequestBody,
  options?: RequestOptions,
): ResultPromise<components.ImagesResponse, ProxyError | CallError> {
  return call(client, operation, request, options);
}
