export interface UploadRequestBody {
  /** What is sent. */
  file: File | Blob | FileT;
  note?: string;
}

export interface FileT {
  fileName: string;
  content: ReadableStream<Uint8Array> | Blob | ArrayBuffer | Uint8Array;
}
