import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject, keepUndeclared } from "../../lib/validation.js";

export interface Person {
  roleKind: string;
  name: string;
}

/** Parses and writes {@link Person}. */
export const Person: Companion<Person> = /* @__PURE__ */ companion(readPerson, writePerson);

/** Reads {@link Person} from decoded JSON. */
export function readPerson(value: unknown, context: Context, key?: PathKey): Person {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Person = {
    roleKind: checkString(value["role_kind"], context, "role_kind"),
    name: checkString(value["name"], context, "name"),
  };
  context.leave();
  return keepUndeclared(value, result, personNames, context);
}

/** Writes {@link Person} for JSON. */
export function writePerson(value: Person, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    role_kind: checkString(value.roleKind, context, "role_kind"),
    name: checkString(value.name, context, "name"),
  };
  context.leave();
  return keepUndeclared(value, result, personProperties, context);
}

const personNames = /* @__PURE__ */ new Set<string>(["role_kind", "name"]);

const personProperties = /* @__PURE__ */ new Set<string>(["roleKind", "name"]);
