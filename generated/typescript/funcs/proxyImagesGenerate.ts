import type { OrqImageAPICore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";
import {
  PostV2ProxyImagesGenerationsResponseBody,
  readPostV2ProxyImagesGenerationsResponseBodyData,
} from "../models/errors/postv2proxyimagesgenerations.js";
import { ProxyError, readProxyErrorData } from "../models/errors/proxyerror.js";
import {
  readPostV2ProxyImagesGenerationsResponseBody,
  writePostV2ProxyImagesGenerationsRequestBody,
} from "../models/operations/postv2proxyimagesgenerations.js";

const operation: Operation = {
  id: "post_/v2/proxy/images/generations",
  method: "POST",
  path: "/v2/proxy/images/generations",
  body: {
    type: "application/json",
    encode: jsonBody,
    required: true,
    write: writePostV2ProxyImagesGenerationsRequestBody,
  },
  security: [["ApiKey"]],
  accept: "application/json",
  answers: [
    { status: 200, type: "application/json", decode: json, read: readPostV2ProxyImagesGenerationsResponseBody },
    { status: 400, type: "application/json", decode: json, read: readProxyErrorData, error: ProxyError },
    { status: 401, type: "application/json", decode: json, read: readProxyErrorData, error: ProxyError },
    {
      status: 422,
      type: "application/json",
      decode: json,
      read: readPostV2ProxyImagesGenerationsResponseBodyData,
      error: PostV2ProxyImagesGenerationsResponseBody,
    },
    { status: 429, type: "application/json", decode: json, read: readProxyErrorData, error: ProxyError },
  ],
};

/**
 * Create an image
 *
 * Paints one or more images from a description in words.
 */
export function proxyImagesGenerate(
  client: OrqImageAPICore,
  request: operations.PostV2ProxyImagesGenerationsRequestBody,
  options?: RequestOptions,
): ResultPromise<
  operations.PostV2ProxyImagesGenerationsResponseBody,
  ProxyError | PostV2ProxyImagesGenerationsResponseBody | CallError
> {
  return call(client, operation, request, options);
}
