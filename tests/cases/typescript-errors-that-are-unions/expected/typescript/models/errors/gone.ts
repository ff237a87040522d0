import { type Companion, companion } from "../../lib/companion.js";
import { ResponseError } from "../../lib/errors.js";
import { type Context, type PathKey, checkString, countUndeclared, isObject } from "../../lib/validation.js";

export interface GoneData {
  since: string;
}

/** Parses and writes {@link GoneData}. */
export const GoneData: Companion<GoneData> = /* @__PURE__ */ companion(readGoneData, readGoneData);

export class Gone extends ResponseError<GoneData> {
  static override readonly brand: string = "faults:Gone";
  declare readonly since: string;
}

/** Reads {@link GoneData} from decoded JSON. */
export function readGoneData(value: unknown, context: Context, key?: PathKey): GoneData {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["since"], context, "since");
  countUndeclared(value, goneDataNames, context);
  context.leave();
  return value as unknown as GoneData;
}

const goneDataNames = /* @__PURE__ */ new Set<string>(["since"]);
