import type { PetsCore } from "../core.js";
import { json, stream, text } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import { httpEnvelope } from "../lib/envelopes.js";
import { eventStream } from "../lib/event-stream.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { path } from "../lib/parameters.js";
import type { CallError } from "../lib/result.js";
import { checkString } from "../lib/validation.js";
import type * as operations from "../models/operations/index.js";
import { readPet } from "../models/components/pet.js";
import { readGetPetResponseBody } from "../models/operations/getpet.js";

const operation: Operation = {
  id: "getPet",
  method: "GET",
  path: "/pets/{id}",
  parameters: [{ name: "id", in: path, required: true, write: checkString }],
  accept: "application/json, application/octet-stream;q=0.9, text/plain;q=0.8, text/event-stream;q=0.7",
  answers: [
    {
      status: 200,
      type: "application/json",
      decode: json,
      read: readPet,
      wrap: httpEnvelope("httpMeta", { content: "pet" }),
    },
    {
      status: 200,
      type: "text/event-stream",
      decode: eventStream,
      text: true,
      read: readGetPetResponseBody,
      wrap: httpEnvelope("httpMeta", { content: "eventStream" }),
    },
    {
      status: 200,
      type: "application/octet-stream",
      decode: stream,
      wrap: httpEnvelope("httpMeta", { content: "responseStream" }),
    },
    { status: 200, type: "text/plain", decode: text, wrap: httpEnvelope("httpMeta", { content: "res" }) },
  ],
};

/** GET /pets/{id} */
export function getPet(
  client: PetsCore,
  request: operations.GetPetRequest,
  options?: RequestOptions,
): ResultPromise<operations.GetPetResponse, CallError> {
  return call(client, operation, request, options);
}
