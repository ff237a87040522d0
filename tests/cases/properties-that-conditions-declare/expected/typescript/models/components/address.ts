import { type Companion, companion } from "../../lib/companion.js";
import { checkSchema } from "../../lib/json-schema.js";
import { type Context, type PathKey, checkEnum, isObject } from "../../lib/validation.js";

export interface Address {
  country: Country;
  zip?: any;
  plz?: any;
}

/** Parses and writes {@link Address}. */
export const Address: Companion<Address> = /* @__PURE__ */ companion(readAddress, readAddress);

/** Reads {@link Address} from decoded JSON. */
export function readAddress(value: unknown, context: Context, key?: PathKey): Address {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  checkSchema(value, context, key, addressSchema);
  context.enter(key);
  readCountry(value["country"], context, "country");
  context.leave();
  return value as unknown as Address;
}

export type Country = "CH" | "US";

/** Parses and writes {@link Country}. */
export const Country: Companion<Country> = /* @__PURE__ */ companion(readCountry, readCountry);

/** Reads {@link Country} from decoded JSON. */
export function readCountry(value: unknown, context: Context, key?: PathKey): Country {
  return checkEnum(value, context, key, countryValues);
}

const addressSchema = {
  if: { properties: { country: { const: "US" } } },
  then: { required: ["zip"], properties: { zip: { type: "string", pattern: "^[0-9]{5}$" } } },
  else: { required: ["plz"], properties: { plz: { type: "integer" }, country: { const: "CH" } } },
};

const countryValues = ["CH", "US"] as const;
