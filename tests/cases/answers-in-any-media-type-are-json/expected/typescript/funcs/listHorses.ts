import type { StableCore } from "../core.js";
import { json } from "../lib/answers.js";
import type { ResultPromise } from "../lib/api-promise.js";
import { call } from "../lib/call.js";
import type { Operation, RequestOptions } from "../lib/operation.js";
import type { CallError } from "../lib/result.js";
import { mapArray } from "../lib/validation.js";
import type * as components from "../models/components/index.js";
import { readHorse } from "../models/components/horse.js";
import { Problem, readProblemData } from "../models/errors/problem.js";

const operation: Operation = {
  id: "listHorses",
  method: "GET",
  path: "/horses",
  accept: "application/json",
  answers: [
    {
      status: 200,
      type: "application/json",
      decode: json,
      read: (value, context, key) => mapArray(value, context, key, readHorse),
    },
    { status: 400, type: "application/json", decode: json, read: readProblemData, error: Problem },
  ],
};

/** GET /horses */
export function listHorses(
  client: StableCore,
  options?: RequestOptions,
): ResultPromise<components.Horse[], Problem | CallError> {
  return call(client, operation, undefined, options);
}
