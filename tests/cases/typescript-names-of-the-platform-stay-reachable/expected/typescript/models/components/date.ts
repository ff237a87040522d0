import type { Blob } from "./blob.js";

export interface Date {
  /** @format date-time */
  at?: globalThis.Date;
  picture?: File | globalThis.Blob | Picture;
  blob?: Blob;
}

export interface Picture {
  fileName: string;
  content: ReadableStream<Uint8Array> | globalThis.Blob | ArrayBuffer | Uint8Array;
}
