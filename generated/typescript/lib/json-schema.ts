// Typewright's runtime, copied as it is; its digest is 4f1f84d159abf0fe.
/** Evaluates the keywords of JSON Schema that `validation` and `constraints` do not cover, on the wire's form. */

import { hasDuplicates, isMultiple } from "./constraints.js";
import { isEqual } from "./equality.js";
import { pattern as expression } from "./patterns.js";
import { type Context, isObject, type PathKey } from "./validation.js";

/** A schema (JSON Schema 2020-12); a `$ref` is a name among the definitions. */
export type Schema = boolean | { readonly [keyword: string]: unknown };

/** The schemas that a `$ref` may name. */
export type Definitions = Readonly<Record<string, Schema>>;

/**
 * Returns a value that is in the wire's form. In strict contexts, reports the first keyword of the schema that it
 * violates.
 */
export function checkSchema<T>(
  value: unknown,
  context: Context,
  key: PathKey | undefined,
  schema: Schema,
  definitions: Definitions = {},
): T {
  const problem = context.strict ? evaluate(schema, value, definitions).problem : undefined;
  if (problem !== undefined) context.report(value, key, problem);
  return value as T;
}

/** The outcome of evaluating a schema on a value. */
interface Outcome {
  problem: string | undefined;
  /** The evaluated properties and items (JSON Schema Core, 11.2 and 11.3). */
  readonly evaluated: Set<PathKey>;
}

interface Evaluation {
  readonly schema: { readonly [keyword: string]: unknown };
  readonly value: unknown;
  readonly definitions: Definitions;
  readonly outcome: Outcome;
}

/** Returns the message of a violation; undefined if the keyword is satisfied. */
type Keyword = (evaluation: Evaluation, parameter: never) => string | undefined;

function evaluate(schema: Schema, value: unknown, definitions: Definitions): Outcome {
  const outcome: Outcome = { problem: undefined, evaluated: new Set() };
  if (typeof schema === "boolean") {
    if (!schema) outcome.problem = "should not be there";
    return outcome;
  }
  const evaluation = { schema, value, definitions, outcome };
  for (const [name, keyword] of Object.entries(keywords())) {
    if (!(name in schema)) continue;
    outcome.problem = keyword(evaluation, schema[name] as never);
    if (outcome.problem !== undefined) break;
  }
  return outcome;
}

function holds({ definitions }: Evaluation, schema: Schema, value: unknown): boolean {
  return evaluate(schema, value, definitions).problem === undefined;
}

/** Evaluates a schema on the same value, and adopts its evaluated properties and items if it is valid. */
function apply({ value, definitions, outcome }: Evaluation, schema: Schema): string | undefined {
  const inner = evaluate(schema, value, definitions);
  if (inner.problem === undefined) for (const key of inner.evaluated) outcome.evaluated.add(key);
  return inner.problem;
}

/** Evaluates a schema on a property or an item. */
function applyTo(
  { definitions, outcome }: Evaluation,
  schema: Schema,
  value: unknown,
  key: PathKey,
): string | undefined {
  outcome.evaluated.add(key);
  const { problem } = evaluate(schema, value, definitions);
  return problem && `has at ${JSON.stringify(key)} what ${problem}`;
}

/** Returns the first problem among those of several parts. */
function first<T>(parts: Iterable<T>, problemOf: (part: T) => string | undefined): string | undefined {
  for (const part of parts) {
    const problem = problemOf(part);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value) || typeof value === "bigint";
  if (type === "number") return typeof value === "number" || typeof value === "bigint";
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  return type === "object" ? isObject(value) : typeof value === type;
}

/** Returns a keyword that bounds the values of one type. */
function bound<T>(type: string, words: string, isWithin: (value: T, bound: never) => boolean): Keyword {
  return ({ value }, parameter) =>
    isOfType(value, type) && !isWithin(value as T, parameter) ? `should have ${words} ${String(parameter)}` : undefined;
}

/** Returns a keyword that counts how many of its schemas are valid. */
function count(isRight: (held: number, all: number) => boolean): Keyword {
  return (evaluation, schemas: readonly Schema[]) => {
    const held = schemas.filter((schema) => apply(evaluation, schema) === undefined).length;
    return isRight(held, schemas.length) ? undefined : `fits ${held} of ${schemas.length} alternatives`;
  };
}

function entriesOf({ value }: Evaluation): [string, unknown][] {
  return isObject(value) ? Object.entries(value).filter(([, member]) => member !== undefined) : [];
}

function itemsOf({ value }: Evaluation): [number, unknown][] {
  return Array.isArray(value) ? [...(value as unknown[]).entries()] : [];
}

function matches(pattern: string, text: string): boolean {
  return expression(pattern).test(text);
}

const lengthOf = (text: string): number => [...text].length;

/** Keywords that look at a value as a whole. */
function assertions(): Record<string, Keyword> {
  return {
    type: ({ value, schema }, types: string | readonly string[]) => {
      const names = [types].flat() as string[];
      const isNullable = value === null && schema["nullable"] === true;
      return isNullable || names.some((type) => isOfType(value, type))
        ? undefined
        : `should be of type ${names.join(" or ")}`;
    },
    enum: ({ value }, values: readonly unknown[]) =>
      values.some((listed) => isEqual(listed, value)) ? undefined : "should be one of the values that are listed",
    const: ({ value }, constant: unknown) =>
      isEqual(constant, value) ? undefined : `should be ${JSON.stringify(constant)}`,
    minimum: bound("number", "a minimum of", (value: number, limit: number) => value >= limit),
    maximum: bound("number", "a maximum of", (value: number, limit: number) => value <= limit),
    exclusiveMinimum: bound("number", "a value above", (value: number, limit: number) => value > limit),
    exclusiveMaximum: bound("number", "a value below", (value: number, limit: number) => value < limit),
    multipleOf: bound("number", "a value that is a multiple of", isMultiple),
    minLength: bound("string", "a minimal length of", (text: string, limit: number) => lengthOf(text) >= limit),
    maxLength: bound("string", "a maximal length of", (text: string, limit: number) => lengthOf(text) <= limit),
    pattern: bound("string", "the pattern", (text: string, pattern: string) => matches(pattern, text)),
    minItems: bound("array", "a minimal length of", (items: unknown[], limit: number) => items.length >= limit),
    maxItems: bound("array", "a maximal length of", (items: unknown[], limit: number) => items.length <= limit),
    uniqueItems: bound(
      "array",
      "unique items:",
      (items: unknown[], isAsked: boolean) => !isAsked || !hasDuplicates(items),
    ),
    minProperties: bound(
      "object",
      "a minimal size of",
      (object: object, limit: number) => Object.keys(object).length >= limit,
    ),
    maxProperties: bound(
      "object",
      "a maximal size of",
      (object: object, limit: number) => Object.keys(object).length <= limit,
    ),
  };
}

function isPresent({ value }: Evaluation, name: string): boolean {
  return isObject(value) && Object.hasOwn(value, name);
}

/** Keywords that look at the properties of an object. */
function objectKeywords(): Record<string, Keyword> {
  return {
    required: (evaluation, names: readonly string[]) =>
      isObject(evaluation.value)
        ? first(names, (name) => (isPresent(evaluation, name) ? undefined : `should have ${name}`))
        : undefined,
    dependentRequired: (evaluation, needed: Readonly<Record<string, readonly string[]>>) =>
      first(Object.entries(needed), ([name, others]) =>
        isPresent(evaluation, name)
          ? first(others, (other) => (isPresent(evaluation, other) ? undefined : `should have ${other} beside ${name}`))
          : undefined,
      ),
    propertyNames: (evaluation, schema: Schema) =>
      first(entriesOf(evaluation), ([name]) =>
        holds(evaluation, schema, name) ? undefined : `should have no property ${name}`,
      ),
    properties: (evaluation, schemas: Definitions) =>
      first(entriesOf(evaluation), ([name, member]) =>
        Object.hasOwn(schemas, name) ? applyTo(evaluation, schemas[name]!, member, name) : undefined,
      ),
    patternProperties: (evaluation, schemas: Definitions) =>
      first(Object.entries(schemas), ([pattern, schema]) =>
        first(entriesOf(evaluation), ([name, member]) =>
          matches(pattern, name) ? applyTo(evaluation, schema, member, name) : undefined,
        ),
      ),
    additionalProperties: (evaluation, schema: Schema) => {
      const { properties = {}, patternProperties = {} } = evaluation.schema as Record<string, Definitions>;
      const others = entriesOf(evaluation).filter(
        ([name]) =>
          !Object.hasOwn(properties, name) && !Object.keys(patternProperties).some((pattern) => matches(pattern, name)),
      );
      return first(others, ([name, member]) => applyTo(evaluation, schema, member, name));
    },
    dependentSchemas: (evaluation, schemas: Definitions) =>
      first(Object.entries(schemas), ([name, schema]) =>
        isPresent(evaluation, name) ? apply(evaluation, schema) : undefined,
      ),
  };
}

/** Keywords that look at the items of an array. */
function arrayKeywords(): Record<string, Keyword> {
  return {
    prefixItems: (evaluation, schemas: readonly Schema[]) =>
      first(itemsOf(evaluation).slice(0, schemas.length), ([index, item]) =>
        applyTo(evaluation, schemas[index]!, item, index),
      ),
    items: (evaluation, schema: Schema) => {
      const start = (evaluation.schema["prefixItems"] as unknown[] | undefined)?.length ?? 0;
      return first(itemsOf(evaluation).slice(start), ([index, item]) => applyTo(evaluation, schema, item, index));
    },
    contains: (evaluation, schema: Schema) => {
      if (!Array.isArray(evaluation.value)) return undefined;
      const { minContains = 1, maxContains = Infinity } = evaluation.schema as Record<string, number>;
      const found = itemsOf(evaluation).filter(([, item]) => holds(evaluation, schema, item));
      for (const [index] of found) evaluation.outcome.evaluated.add(index);
      const isRight = found.length >= minContains && found.length <= maxContains;
      return isRight ? undefined : `has ${found.length} items of the kind that "contains" counts`;
    },
  };
}

/** Keywords that apply other schemas to the same value, and the `unevaluated` keywords. */
function applicators(): Record<string, Keyword> {
  return {
    $ref: (evaluation, name: string) => apply(evaluation, evaluation.definitions[name] ?? true),
    allOf: (evaluation, schemas: readonly Schema[]) => first(schemas, (schema) => apply(evaluation, schema)),
    anyOf: count((held) => held > 0),
    oneOf: count((held) => held === 1),
    not: (evaluation, schema: Schema) =>
      holds(evaluation, schema, evaluation.value) ? 'fits what "not" excludes' : undefined,
    if: (evaluation, condition: Schema) => {
      const branch = apply(evaluation, condition) === undefined ? "then" : "else";
      return apply(evaluation, (evaluation.schema[branch] as Schema | undefined) ?? true);
    },
    unevaluatedProperties: (evaluation, schema: Schema) => unevaluated(evaluation, schema, entriesOf(evaluation)),
    unevaluatedItems: (evaluation, schema: Schema) => unevaluated(evaluation, schema, itemsOf(evaluation)),
  };
}

function unevaluated(evaluation: Evaluation, schema: Schema, parts: readonly [PathKey, unknown][]): string | undefined {
  const left = parts.filter(([key]) => !evaluation.outcome.evaluated.has(key));
  return first(left, ([key, part]) => applyTo(evaluation, schema, part, key));
}

let table: Record<string, Keyword> | undefined;

/** Returns the keywords in the order of evaluation: the `unevaluated` ones come last. */
function keywords(): Record<string, Keyword> {
  table ??= { ...assertions(), ...objectKeywords(), ...arrayKeywords(), ...applicators() };
  return table;
}
