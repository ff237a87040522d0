import type { VaultCore } from "../core.js";
import { noContent } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { jsonBody } from "../lib/json-body.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import type * as operations from "../models/operations/index.js";
import { readNoteRequestBody } from "../models/operations/note.js";

const operation: Operation = {
  id: "note",
  method: "PUT",
  path: "/notes",
  body: { type: "application/json", encode: jsonBody, write: readNoteRequestBody },
  security: [["Root"]],
  answers: [{ status: 204, decode: noContent }],
};

/** PUT /notes */
export function adminNote(
  client: VaultCore,
  request: operations.NoteRequestBody | undefined,
  security: operations.NoteSecurity,
  options?: RequestOptions,
): ResultPromise<void, CallError> {
  return call(client, operation, request, options, security);
}
