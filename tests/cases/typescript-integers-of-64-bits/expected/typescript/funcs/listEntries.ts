import type { LedgersCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { parseLossless, writeBigInt } from "../lib/bigint.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { type PageIterator, byOffset, paginate } from "../lib/paging.js";
import { query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";
import { readListEntriesResponseBody } from "../models/operations/listentries.js";

const paging = byOffset<operations.ListEntriesRequest, operations.ListEntriesResponseBody, components.Entry>({
  items: (page) => page.entries,
  offset: (request) => request.offset,
  advance: (request, offset) => ({ ...request, offset: BigInt(offset) }),
});

const operation: Operation = {
  id: "listEntries",
  method: "GET",
  path: "/entries",
  parameters: [{ name: "offset", in: query, write: writeBigInt }],
  accept: "application/json",
  answers: [
    { status: 200, type: "application/json", decode: json, read: readListEntriesResponseBody, parse: parseLossless },
  ],
};

/** GET /entries */
export function listEntries(
  client: LedgersCore,
  request: operations.ListEntriesRequest = {},
  options?: RequestOptions,
): ResultPromise<PageIterator<operations.ListEntriesResponseBody, components.Entry>, CallError> {
  return paginate(client, operation, paging, request, options);
}
