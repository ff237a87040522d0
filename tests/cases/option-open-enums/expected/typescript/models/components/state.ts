import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, type Unrecognized, checkString } from "../../lib/validation.js";

/** Travels in responses alone. */
export type State = "open" | "done" | Unrecognized<string>;

/** Parses and writes {@link State}. */
export const State: Companion<State> = /* @__PURE__ */ companion(readState, readState);

/** Reads {@link State} from decoded JSON. */
export function readState(value: unknown, context: Context, key?: PathKey): State {
  return checkString(value, context, key);
}
