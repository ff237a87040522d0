import type { FilesCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import { operationServerURL, substituteVariables } from "../lib/servers.js";

const operation: Operation = {
  id: "upload",
  method: "POST",
  path: "/files",
  answers: [{ status: 204, decode: noContent }],
  servers: [
    {
      url: "https://{region}.uploads.example.com/{stage}",
      variables: [
        { name: "region", default: "eu", values: ["eu", "asia"] },
        { name: "stage", default: "live", values: ["live", "test"] },
      ],
      substitute: substituteVariables,
    },
  ],
  serverURL: operationServerURL,
};

/** POST /files */
export function upload(client: FilesCore, options?: RequestOptions): ResultPromise<void, CallError> {
  return call(client, operation, undefined, options);
}
