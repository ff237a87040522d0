import { type Companion, companion } from "../../lib/companion.js";
import { mapUnion, unknownMember } from "../../lib/unions.js";
import { type Context, type PathKey, checkConstant, isObject, keepUndeclared } from "../../lib/validation.js";
import type * as components from "../components/index.js";
import { readCircle, writeCircle } from "../components/circle.js";
import { readSquare, writeSquare } from "../components/square.js";

export type AddShapeRequestBody = components.Circle | components.Square;

/** Parses and writes {@link AddShapeRequestBody}. */
export const AddShapeRequestBody: Companion<AddShapeRequestBody> = /* @__PURE__ */ companion(
  readAddShapeRequestBody,
  writeAddShapeRequestBody,
);

/** Reads {@link AddShapeRequestBody} from decoded JSON. */
export function readAddShapeRequestBody(value: unknown, context: Context, key?: PathKey): AddShapeRequestBody {
  switch (isObject(value) ? value["kind"] : undefined) {
    case "Circle":
      return readCircle(value, context, key);
    case "Square":
      return readSquare(value, context, key);
    default:
      return unknownMember(value, context, key, "kind");
  }
}

/** Writes {@link AddShapeRequestBody} for JSON. */
export function writeAddShapeRequestBody(value: AddShapeRequestBody, context: Context, key?: PathKey): unknown {
  switch (isObject(value) ? value["kind"] : undefined) {
    case "Circle":
      return writeCircle(value as never, context, key);
    case "Square":
      return writeSquare(value as never, context, key);
    default:
      return mapUnion<unknown>(value, context, key, [writeCircle, writeSquare]);
  }
}

export interface AddShapeRequest {
  version?: 2;
  requestBody: AddShapeRequestBody;
}

/** Parses and writes {@link AddShapeRequest}. */
export const AddShapeRequest: Companion<AddShapeRequest> = /* @__PURE__ */ companion(
  readAddShapeRequest,
  writeAddShapeRequest,
);

/** Reads {@link AddShapeRequest} from decoded JSON. */
export function readAddShapeRequest(value: unknown, context: Context, key?: PathKey): AddShapeRequest {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: AddShapeRequest = {
    version: checkConstant(value["version"], context, "version", 2),
    requestBody: readAddShapeRequestBody(value["requestBody"], context, "requestBody"),
  };
  context.leave();
  return keepUndeclared(value, result, addShapeRequestNames, context);
}

/** Writes {@link AddShapeRequest} for JSON. */
export function writeAddShapeRequest(value: AddShapeRequest, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    version: checkConstant(value.version ?? 2, context, "version", 2),
    requestBody: writeAddShapeRequestBody(value.requestBody, context, "requestBody"),
  };
  context.leave();
  return keepUndeclared(value, result, addShapeRequestNames, context);
}

const addShapeRequestNames = /* @__PURE__ */ new Set<string>(["version", "requestBody"]);
