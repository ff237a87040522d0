import type { LibraryCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";

const operation: Operation = {
  id: "purgeBooks",
  method: "PURGE",
  path: "/books",
  answers: [{ status: 204, decode: noContent }],
};

/** PURGE /books */
export function stockPurgeBooks(client: LibraryCore, options?: RequestOptions): ResultPromise<void, CallError> {
  return call(client, operation, undefined, options);
}
