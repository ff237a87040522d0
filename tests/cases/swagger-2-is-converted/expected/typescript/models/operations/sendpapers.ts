import { type Companion, companion } from "../../lib/companion.js";
import { checkStringIn } from "../../lib/constraints.js";
import { isUUID } from "../../lib/formats.js";
import { type Context, type PathKey, checkPresent, checkString, isObject, mapArray } from "../../lib/validation.js";
import type { Blob, File, ReadableStream } from "../../lib/web.js";

export interface SendPapersRequestBody {
  /** The scan */
  paper: File | Blob | Paper;
  labels?: string[];
}

/** Parses and writes {@link SendPapersRequestBody}. */
export const SendPapersRequestBody: Companion<SendPapersRequestBody> = /* @__PURE__ */ companion(
  readSendPapersRequestBody,
  readSendPapersRequestBody,
);

/** Reads {@link SendPapersRequestBody} from decoded JSON. */
export function readSendPapersRequestBody(value: unknown, context: Context, key?: PathKey): SendPapersRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkPresent(value["paper"], context, "paper");
  if (context.has(value["labels"])) mapArray(value["labels"], context, "labels", checkString);
  context.leave();
  return value as unknown as SendPapersRequestBody;
}

export interface Paper {
  fileName: string;
  content: ReadableStream<Uint8Array> | Blob | ArrayBuffer | Uint8Array;
}

/** Parses and writes {@link Paper}. */
export const Paper: Companion<Paper> = /* @__PURE__ */ companion(readPaper, readPaper);

/** Reads {@link Paper} from decoded JSON. */
export function readPaper(value: unknown, context: Context, key?: PathKey): Paper {
  return value as unknown as Paper;
}

export interface SendPapersRequest {
  /** @format uuid */
  id: string;
  requestBody: SendPapersRequestBody;
}

/** Parses and writes {@link SendPapersRequest}. */
export const SendPapersRequest: Companion<SendPapersRequest> = /* @__PURE__ */ companion(
  readSendPapersRequest,
  readSendPapersRequest,
);

/** Reads {@link SendPapersRequest} from decoded JSON. */
export function readSendPapersRequest(value: unknown, context: Context, key?: PathKey): SendPapersRequest {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkStringIn(value["id"], context, "id", sendPapersRequestIdRules);
  readSendPapersRequestBody(value["requestBody"], context, "requestBody");
  context.leave();
  return value as unknown as SendPapersRequest;
}

const sendPapersRequestIdRules = { format: "uuid", hasFormat: isUUID };
