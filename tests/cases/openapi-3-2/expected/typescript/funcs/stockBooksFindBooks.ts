import type { LibraryCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { querystring } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { mapArray } from "../lib/validation.js";
import type * as components from "../models/components/index.js";
import type * as operations from "../models/operations/index.js";
import { readBook } from "../models/components/book.js";
import { readFilter } from "../models/operations/findbooks.js";

const operation: Operation = {
  id: "findBooks",
  method: "GET",
  path: "/books",
  parameters: [{ name: "filter", in: querystring, write: readFilter }],
  accept: "application/json",
  answers: [
    {
      status: 200,
      type: "application/json",
      decode: json,
      read: (value, context, key) => mapArray(value, context, key, readBook),
    },
  ],
};

/** GET /books */
export function stockBooksFindBooks(
  client: LibraryCore,
  request: operations.FindBooksRequest = {},
  options?: RequestOptions,
): ResultPromise<components.Book[], CallError> {
  return call(client, operation, request, options);
}
