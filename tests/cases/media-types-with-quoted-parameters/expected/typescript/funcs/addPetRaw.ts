import type { PetsCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import { rawBody } from "../lib/raw-body.js";
import type { CallError } from "../lib/result.js";
import type * as components from "../models/components/index.js";
import { readPet } from "../models/components/pet.js";
import { AddPetRawResponseBody, readAddPetRawResponseBodyData } from "../models/errors/addpetraw.js";

const operation: Operation = {
  id: "addPet_raw",
  method: "POST",
  path: "/pets",
  body: { type: "text/plain; x=\"*/\"", encode: rawBody, required: true },
  accept: "application/json, application/problem+json;q=0.9",
  answers: [
    { status: 200, type: "application/json", decode: json, read: readPet },
    {
      status: 400,
      type: "application/problem+json",
      decode: json,
      read: readAddPetRawResponseBodyData,
      error: AddPetRawResponseBody,
    },
  ],
};

/** Sends the body as `text/plain; x="*\/"`. */
export function addPetRaw(
  client: PetsCore,
  request: Uint8Array,
  options?: RequestOptions,
): ResultPromise<components.Pet, AddPetRawResponseBody | CallError> {
  return call(client, operation, request, options);
}
