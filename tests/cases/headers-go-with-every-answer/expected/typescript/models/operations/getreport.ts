import { type Companion, companion } from "../../lib/companion.js";
import type { Context, PathKey } from "../../lib/validation.js";
import type { ReadableStream } from "../../lib/web.js";

export interface GetReportResponse {
  headers: { [k: string]: string[] };
  /** @format binary */
  result: ReadableStream<Uint8Array>;
}

/** Parses and writes {@link GetReportResponse}. */
export const GetReportResponse: Companion<GetReportResponse> = /* @__PURE__ */ companion(
  readGetReportResponse,
  readGetReportResponse,
);

/** Reads {@link GetReportResponse} from decoded JSON. */
export function readGetReportResponse(value: unknown, context: Context, key?: PathKey): GetReportResponse {
  return value as GetReportResponse;
}
