import type { ZooCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { type PageIterator, byCursor, paginate } from "../lib/paging.js";
import { query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkInteger, checkString } from "../lib/validation.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";
import { readListPetsResponseBody } from "../models/operations/listpets.js";

const paging = byCursor<operations.ListPetsRequest, operations.ListPetsResponseBody, components.Pet>({
  items: (page) => page.items,
  cursor: (page) => page.next,
  advance: (request, cursor) => ({ ...request, cursor: cursor as NonNullable<operations.ListPetsRequest["cursor"]> }),
});

const operation: Operation = {
  id: "listPets",
  method: "GET",
  path: "/pets",
  parameters: [
    { name: "cursor", in: query, write: checkString },
    { name: "limit", in: query, write: checkInteger },
  ],
  security: [["token"]],
  accept: "application/json",
  answers: [{ status: 200, type: "application/json", decode: json, read: readListPetsResponseBody }],
};

/** GET /pets */
export function petsListPets(
  client: ZooCore,
  cursor?: string,
  limit?: number,
  options?: RequestOptions,
): ResultPromise<PageIterator<operations.ListPetsResponseBody, components.Pet>, CallError> {
  return paginate(client, operation, paging, { cursor, limit } as operations.ListPetsRequest, options);
}
