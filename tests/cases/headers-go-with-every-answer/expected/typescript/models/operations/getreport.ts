import type { ReadableStream } from "../../lib/web.js";

export interface GetReportResponse {
  headers: { [k: string]: string[] };
  /** @format binary */
  result: ReadableStream<Uint8Array>;
}
