import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkEnum, checkString, isObject, mapNullable } from "../../lib/validation.js";
import { type Owner, readOwner } from "./owner.js";

export interface Thing {
  name?: string | null;
  colour?: Colour | null;
  owner?: Owner | null;
}

/** Parses and writes {@link Thing}. */
export const Thing: Companion<Thing> = /* @__PURE__ */ companion(readThing, readThing);

/** Reads {@link Thing} from decoded JSON. */
export function readThing(value: unknown, context: Context, key?: PathKey): Thing {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (value["name"] != null) mapNullable(value["name"], context, "name", checkString);
  if (value["colour"] != null) mapNullable(value["colour"], context, "colour", readColour);
  if (value["owner"] != null) mapNullable(value["owner"], context, "owner", readOwner);
  context.leave();
  return value as unknown as Thing;
}

export type Colour = "red";

/** Parses and writes {@link Colour}. */
export const Colour: Companion<Colour> = /* @__PURE__ */ companion(readColour, readColour);

/** Reads {@link Colour} from decoded JSON. */
export function readColour(value: unknown, context: Context, key?: PathKey): Colour {
  return checkEnum(value, context, key, colourValues);
}

const colourValues = ["red"] as const;
