import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface GetFileRequest {
  path: string;
}

/** Parses and writes {@link GetFileRequest}. */
export const GetFileRequest: Companion<GetFileRequest> = /* @__PURE__ */ companion(
  readGetFileRequest,
  readGetFileRequest,
);

/** Reads {@link GetFileRequest} from decoded JSON. */
export function readGetFileRequest(value: unknown, context: Context, key?: PathKey): GetFileRequest {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["path"], context, "path");
  context.leave();
  return value as unknown as GetFileRequest;
}
