/** Unions without a discriminator: the member is chosen by the shape of the value. */

import { Context, type Convert, isObject, type PathKey } from "./validation.js";

interface Trial<T> {
  readonly value: T;
  readonly context: Context;
}

/**
 * Returns the value converted by the member that it fits: of those with nothing wrong, the one that declares most of
 * its properties, the first of several. Where it fits none, an open union takes it as it is. A closed one reports it,
 * and converts it by the member that it comes closest to.
 */
export function mapUnion<T>(
  value: unknown,
  context: Context,
  key: PathKey | undefined,
  members: readonly Convert<never, T>[],
  open = false,
): T {
  let best: Trial<T> | undefined;
  const trials: Context[] = [];
  for (const member of members) {
    const trial = tryMember(value, context, key, member);
    trials.push(trial.context);
    if (best === undefined || isBetter(trial.context, best.context)) best = trial;
    if (best.context.issues.length === 0 && best.context.undeclared === 0) break;
  }
  if (best !== undefined && (best.context.issues.length === 0 || isClose(value, best.context))) {
    adopt(context, best.context);
    return best.value;
  }
  if (!open) reportNone(value, context, key, trials);
  return value as T;
}

/** What is wrong first with a value as a member, with the path below the value. */
function reasonOf({ issues: [issue] }: Context, key: PathKey | undefined): string {
  return issue ? [...issue.path.slice(key === undefined ? 0 : 1), issue.message].join(" ") : "";
}

function reportNone(value: unknown, context: Context, key: PathKey | undefined, trials: readonly Context[]): void {
  const reasons = [...new Set(trials.map((trial) => reasonOf(trial, key)))];
  if (reasons.length > 5) reasons.splice(4, Infinity, `${reasons.length - 4} more`);
  context.report(value, key, value === undefined ? "is required" : `fits none of its types: ${reasons.join(", or ")}`);
}

/** Like {@link mapUnion}, but in strict contexts, a value that fits several members is reported. */
export function mapOneOf<T>(
  value: unknown,
  context: Context,
  key: PathKey | undefined,
  members: readonly Convert<never, T>[],
): T {
  if (context.strict) {
    const fitting = members.filter((member) => tryMember(value, context, key, member).context.issues.length === 0);
    if (fitting.length > 1) context.report(value, key, `fits ${fitting.length} of the union's members, not one`);
  }
  return mapUnion(value, context, key, members);
}

/** Returns a value whose tag, a property on the wire, names no member; the tag is reported. */
export function unknownMember<T>(value: unknown, context: Context, key: PathKey | undefined, tag: string): T {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const name = value[tag];
  const message = `should name a type of the union; ${JSON.stringify(name)} is none`;
  context.report(name, tag, name === undefined ? "is required" : message);
  context.leave();
  return value as T;
}

function tryMember<T>(value: unknown, outer: Context, key: PathKey | undefined, member: Convert<never, T>): Trial<T> {
  const context = new Context(outer.strict, outer.nullIsAbsent);
  return { value: member(value as never, context, key), context };
}

/** Adds the results of an inner context to the outer one. */
function adopt(outer: Context, inner: Context): void {
  const path = outer.pathOf();
  for (const issue of inner.issues) outer.issues.push({ ...issue, path: [...path, ...issue.path] });
  outer.undeclared += inner.undeclared;
}

function isBetter(trial: Context, best: Context): boolean {
  if (trial.hasOtherConstant !== best.hasOtherConstant) return best.hasOtherConstant;
  if (trial.issues.length !== best.issues.length) return trial.issues.length < best.issues.length;
  return trial.undeclared < best.undeclared;
}

/** Whether more properties of the object are valid for the member than are not. */
function isClose(value: unknown, trial: Context): boolean {
  if (!isObject(value) || trial.hasOtherConstant) return false;
  return Object.keys(value).length - trial.undeclared > trial.issues.length;
}
