import { type Companion, companion } from "../../lib/companion.js";
import { unknownMember } from "../../lib/unions.js";
import { type Context, type PathKey, isObject } from "../../lib/validation.js";
import { type Machine, readMachine, writeMachine } from "./machine.js";
import { type Person, readPerson, writePerson } from "./person.js";
import { type Prop, readProp, writeProp } from "./prop.js";

export type Role = (Person & { roleKind: "guest" | "staff" }) | (Machine & { roleKind: "fog" }) | Prop;

/** Parses and writes {@link Role}. */
export const Role: Companion<Role> = /* @__PURE__ */ companion(readRole, writeRole);

/** Reads {@link Role} from decoded JSON. */
export function readRole(value: unknown, context: Context, key?: PathKey): Role {
  switch (isObject(value) ? value["role_kind"] : undefined) {
    case "guest":
    case "staff":
      return readPerson(value, context, key) as Role;
    case "fog":
      return readMachine(value, context, key) as Role;
    case "prop":
      return readProp(value, context, key);
    default:
      return unknownMember(value, context, key, "role_kind");
  }
}

/** Writes {@link Role} for JSON. */
export function writeRole(value: Role, context: Context, key?: PathKey): unknown {
  switch (isObject(value) ? value["roleKind"] : undefined) {
    case "guest":
    case "staff":
      return writePerson(value as never, context, key);
    case "fog":
      return writeMachine(value as never, context, key);
    case "prop":
      return writeProp(value as never, context, key);
    default:
      return unknownMember(value, context, key, "role_kind");
  }
}
