import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkConstant,
  checkString,
  isObject,
  keepUndeclared,
} from "../../lib/validation.js";

export interface UploadRequestBody {
  purpose?: "assistants";
  name: string;
}

/** Parses and writes {@link UploadRequestBody}. */
export const UploadRequestBody: Companion<UploadRequestBody> = /* @__PURE__ */ companion(
  readUploadRequestBody,
  writeUploadRequestBody,
);

/** Reads {@link UploadRequestBody} from decoded JSON. */
export function readUploadRequestBody(value: unknown, context: Context, key?: PathKey): UploadRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: UploadRequestBody = {
    purpose: checkConstant(value["purpose"], context, "purpose", "assistants"),
    name: checkString(value["name"], context, "name"),
  };
  context.leave();
  return keepUndeclared(value, result, uploadRequestBodyNames, context);
}

/** Writes {@link UploadRequestBody} for JSON. */
export function writeUploadRequestBody(value: UploadRequestBody, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    purpose: checkConstant(value.purpose ?? "assistants", context, "purpose", "assistants"),
    name: checkString(value.name, context, "name"),
  };
  context.leave();
  return keepUndeclared(value, result, uploadRequestBodyNames, context);
}

const uploadRequestBodyNames = /* @__PURE__ */ new Set<string>(["purpose", "name"]);
