import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkPresent, checkString, isObject } from "../../lib/validation.js";
import type { Blob, File, ReadableStream } from "../../lib/web.js";

export interface UploadRequestBody {
  /** What is sent. */
  file: File | Blob | FileT;
  note?: string;
}

/** Parses and writes {@link UploadRequestBody}. */
export const UploadRequestBody: Companion<UploadRequestBody> = /* @__PURE__ */ companion(
  readUploadRequestBody,
  readUploadRequestBody,
);

/** Reads {@link UploadRequestBody} from decoded JSON. */
export function readUploadRequestBody(value: unknown, context: Context, key?: PathKey): UploadRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkPresent(value["file"], context, "file");
  if (context.has(value["note"])) checkString(value["note"], context, "note");
  context.leave();
  return value as unknown as UploadRequestBody;
}

export interface FileT {
  fileName: string;
  content: ReadableStream<Uint8Array> | Blob | ArrayBuffer | Uint8Array;
}

/** Parses and writes {@link FileT}. */
export const FileT: Companion<FileT> = /* @__PURE__ */ companion(readFileT, readFileT);

/** Reads {@link FileT} from decoded JSON. */
export function readFileT(value: unknown, context: Context, key?: PathKey): FileT {
  return value as unknown as FileT;
}
