import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkEnum, checkString, isObject, keepUndeclared } from "../../lib/validation.js";

export interface Machine {
  roleKind?: RoleKind;
  model?: string;
}

/** Parses and writes {@link Machine}. */
export const Machine: Companion<Machine> = /* @__PURE__ */ companion(readMachine, writeMachine);

/** Reads {@link Machine} from decoded JSON. */
export function readMachine(value: unknown, context: Context, key?: PathKey): Machine {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Machine = {};
  if (context.has(value["role_kind"])) result.roleKind = readRoleKind(value["role_kind"], context, "role_kind");
  if (context.has(value["model"])) result.model = checkString(value["model"], context, "model");
  context.leave();
  return keepUndeclared(value, result, machineNames, context);
}

/** Writes {@link Machine} for JSON. */
export function writeMachine(value: Machine, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.roleKind !== undefined) result["role_kind"] = readRoleKind(value.roleKind, context, "role_kind");
  if (value.model !== undefined) result["model"] = checkString(value.model, context, "model");
  context.leave();
  return keepUndeclared(value, result, machineProperties, context);
}

export type RoleKind = "fog" | "light" | "guest";

/** Parses and writes {@link RoleKind}. */
export const RoleKind: Companion<RoleKind> = /* @__PURE__ */ companion(readRoleKind, readRoleKind);

/** Reads {@link RoleKind} from decoded JSON. */
export function readRoleKind(value: unknown, context: Context, key?: PathKey): RoleKind {
  return checkEnum(value, context, key, roleKindValues);
}

const machineNames = /* @__PURE__ */ new Set<string>(["role_kind", "model"]);

const machineProperties = /* @__PURE__ */ new Set<string>(["roleKind", "model"]);

const roleKindValues = ["fog", "light", "guest"] as const;
