import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface SchemeMachine {
  clientID: string;
  clientSecret: string;
  /** The token endpoint, if it is another than `/token`. */
  tokenURL?: string;
}

/** Parses and writes {@link SchemeMachine}. */
export const SchemeMachine: Companion<SchemeMachine> = /* @__PURE__ */ companion(readSchemeMachine, readSchemeMachine);

/** Reads {@link SchemeMachine} from decoded JSON. */
export function readSchemeMachine(value: unknown, context: Context, key?: PathKey): SchemeMachine {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["clientID"], context, "clientID");
  checkString(value["clientSecret"], context, "clientSecret");
  if (context.has(value["tokenURL"])) checkString(value["tokenURL"], context, "tokenURL");
  context.leave();
  return value as unknown as SchemeMachine;
}
