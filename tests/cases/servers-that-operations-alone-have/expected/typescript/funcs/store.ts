import type { DepotCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { rawBody } from "../lib/raw-body.js";
import type { CallError } from "../lib/result.js";
import { operationServerURL } from "../lib/servers.js";

const operation: Operation = {
  id: "store",
  method: "PUT",
  path: "/files",
  body: { type: "text/plain", encode: rawBody, required: true },
  answers: [{ status: 204, decode: noContent }],
  servers: [
    { url: "https://eu.files.test", id: "eu" },
    { url: "https://us.files.test", id: "us" },
  ],
  serverURL: operationServerURL,
};

/** PUT /files */
export function store(client: DepotCore, request: string, options?: RequestOptions): ResultPromise<void, CallError> {
  return call(client, operation, request, options);
}
