import type { ShelfCore } from "../core.js";
import { text } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { escapeForQuery, header, path, query } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { formList, simple } from "../lib/styles.js";
import { checkInteger, checkString, mapArray, mapRecord } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";

const operation: Operation = {
  id: "otherForms",
  method: "GET",
  path: "/styled/{ids}",
  parameters: [
    {
      name: "ids",
      in: path,
      style: simple,
      required: true,
      write: (value, context, key) => mapArray(value, context, key, checkString),
    },
    {
      name: "tags",
      in: query,
      style: formList,
      write: (value, context, key) => mapArray(value, context, key, checkString),
    },
    { name: "next", in: query, encode: escapeForQuery, write: checkString },
    {
      name: "X-Range",
      in: header,
      property: "xRange",
      style: simple,
      explode: true,
      write: (value, context, key) => mapRecord(value, context, key, checkInteger),
    },
  ],
  accept: "text/plain",
  answers: [{ status: 200, type: "text/plain", decode: text }],
};

/** GET /styled/{ids} */
export function otherForms(
  client: ShelfCore,
  request: operations.OtherFormsRequest,
  options?: RequestOptions,
): ResultPromise<string, CallError> {
  return call(client, operation, request, options);
}
