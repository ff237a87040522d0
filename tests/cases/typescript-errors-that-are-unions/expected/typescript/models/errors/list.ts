import { type Companion, companion } from "../../lib/companion.js";
import { ResponseError } from "../../lib/errors.js";
import { mapUnion } from "../../lib/unions.js";
import type { Context, PathKey } from "../../lib/validation.js";
import { type GoneData, readGoneData } from "./gone.js";
import { type Wrong, readWrong } from "./wrong.js";

/** Wrong. */
export type ListResponseBodyData = GoneData | Wrong;

/** Parses and writes {@link ListResponseBodyData}. */
export const ListResponseBodyData: Companion<ListResponseBodyData> = /* @__PURE__ */ companion(
  readListResponseBodyData,
  readListResponseBodyData,
);

/** Wrong. */
export class ListResponseBody extends ResponseError<ListResponseBodyData> {
  static override readonly brand: string = "faults:ListResponseBody";
}

/** Reads {@link ListResponseBodyData} from decoded JSON. */
export function readListResponseBodyData(value: unknown, context: Context, key?: PathKey): ListResponseBodyData {
  return mapUnion<ListResponseBodyData>(value, context, key, [readGoneData, readWrong]);
}
