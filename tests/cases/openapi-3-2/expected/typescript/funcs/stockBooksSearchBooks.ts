import type { LibraryCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import { mapArray } from "../lib/validation.js";
import type * as components from "../models/components/index.js";
import { readBook } from "../models/components/book.js";
import { readQuestion } from "../models/components/question.js";

const operation: Operation = {
  id: "searchBooks",
  method: "QUERY",
  path: "/books",
  body: { type: "application/json", encode: jsonBody, required: true, write: readQuestion },
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

/** QUERY /books */
export function stockBooksSearchBooks(
  client: LibraryCore,
  request: components.Question,
  options?: RequestOptions,
): ResultPromise<components.Book[], CallError> {
  return call(client, operation, request, options);
}
