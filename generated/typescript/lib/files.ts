// Typewright's runtime, copied as it is; its digest is f52ae9fa35ea7b2e.
/** Files to upload. */

import type { Blob, ReadableStream } from "./web.js";

/** The content of a file. `openAsBlob` of `node:fs` gives one that is read as it is sent. */
export type FileContent = Blob | NamedFile | Uint8Array | ArrayBuffer;

/** A file with its name. */
export interface NamedFile {
  readonly fileName: string;
  readonly content: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Blob | ArrayBuffer | Uint8Array;
}
