/** Evaluates the keywords of JSON Schema that `validation` and `constraints` do not cover, on the wire's form. */
import { hasDuplicates, isMultiple } from "./constraints.js";
import { isEqual } from "./equality.js";
import { pattern as expression } from "./patterns.js";
import { isObject } from "./validation.js";
/**
 * Returns a value that is in the wire's form. In strict contexts, reports the first keyword of the schema that it
 * violates.
 */
export function checkSchema(value, context, key, schema, definitions = {}) {
    const problem = context.strict ? evaluate(schema, value, definitions).problem : undefined;
    if (problem !== undefined)
        context.report(value, key, problem);
    return value;
}
function evaluate(schema, value, definitions) {
    const outcome = { problem: undefined, evaluated: new Set() };
    if (typeof schema === "boolean") {
        if (!schema)
            outcome.problem = "should not be there";
        return outcome;
    }
    const evaluation = { schema, value, definitions, outcome };
    for (const [name, keyword] of Object.entries(keywords())) {
        if (!(name in schema))
            continue;
        outcome.problem = keyword(evaluation, schema[name]);
        if (outcome.problem !== undefined)
            break;
    }
    return outcome;
}
function holds({ definitions }, schema, value) {
    return evaluate(schema, value, definitions).problem === undefined;
}
/** Evaluates a schema on the same value, and adopts its evaluated properties and items if it is valid. */
function apply({ value, definitions, outcome }, schema) {
    const inner = evaluate(schema, value, definitions);
    if (inner.problem === undefined)
        for (const key of inner.evaluated)
            outcome.evaluated.add(key);
    return inner.problem;
}
/** Evaluates a schema on a property or an item. */
function applyTo({ definitions, outcome }, schema, value, key) {
    outcome.evaluated.add(key);
    const { problem } = evaluate(schema, value, definitions);
    return problem && `has at ${JSON.stringify(key)} what ${problem}`;
}
/** Returns the first problem among those of several parts. */
function first(parts, problemOf) {
    for (const part of parts) {
        const problem = problemOf(part);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
function isOfType(value, type) {
    if (type === "integer")
        return Number.isInteger(value) || typeof value === "bigint";
    if (type === "number")
        return typeof value === "number" || typeof value === "bigint";
    if (type === "null")
        return value === null;
    if (type === "array")
        return Array.isArray(value);
    return type === "object" ? isObject(value) : typeof value === type;
}
/** Returns a keyword that bounds the values of one type. */
function bound(type, words, isWithin) {
    return ({ value }, parameter) => isOfType(value, type) && !isWithin(value, parameter) ? `should have ${words} ${String(parameter)}` : undefined;
}
/** Returns a keyword that counts how many of its schemas are valid. */
function count(isRight) {
    return (evaluation, schemas) => {
        const held = schemas.filter((schema) => apply(evaluation, schema) === undefined).length;
        return isRight(held, schemas.length) ? undefined : `fits ${held} of ${schemas.length} alternatives`;
    };
}
function entriesOf({ value }) {
    return isObject(value) ? Object.entries(value).filter(([, member]) => member !== undefined) : [];
}
function itemsOf({ value }) {
    return Array.isArray(value) ? [...value.entries()] : [];
}
function matches(pattern, text) {
    return expression(pattern).test(text);
}
const lengthOf = (text) => [...text].length;
/** Keywords that look at a value as a whole. */
function assertions() {
    return {
        type: ({ value, schema }, types) => {
            const names = [types].flat();
            const isNullable = value === null && schema["nullable"] === true;
            return isNullable || names.some((type) => isOfType(value, type))
                ? undefined
                : `should be of type ${names.join(" or ")}`;
        },
        enum: ({ value }, values) => values.some((listed) => isEqual(listed, value)) ? undefined : "should be one of the values that are listed",
        const: ({ value }, constant) => isEqual(constant, value) ? undefined : `should be ${JSON.stringify(constant)}`,
        minimum: bound("number", "a minimum of", (value, limit) => value >= limit),
        maximum: bound("number", "a maximum of", (value, limit) => value <= limit),
        exclusiveMinimum: bound("number", "a value above", (value, limit) => value > limit),
        exclusiveMaximum: bound("number", "a value below", (value, limit) => value < limit),
        multipleOf: bound("number", "a value that is a multiple of", isMultiple),
        minLength: bound("string", "a minimal length of", (text, limit) => lengthOf(text) >= limit),
        maxLength: bound("string", "a maximal length of", (text, limit) => lengthOf(text) <= limit),
        pattern: bound("string", "the pattern", (text, pattern) => matches(pattern, text)),
        minItems: bound("array", "a minimal length of", (items, limit) => items.length >= limit),
        maxItems: bound("array", "a maximal length of", (items, limit) => items.length <= limit),
        uniqueItems: bound("array", "unique items:", (items, isAsked) => !isAsked || !hasDuplicates(items)),
        minProperties: bound("object", "a minimal size of", (object, limit) => Object.keys(object).length >= limit),
        maxProperties: bound("object", "a maximal size of", (object, limit) => Object.keys(object).length <= limit),
    };
}
function isPresent({ value }, name) {
    return isObject(value) && Object.hasOwn(value, name);
}
/** Keywords that look at the properties of an object. */
function objectKeywords() {
    return {
        required: (evaluation, names) => isObject(evaluation.value)
            ? first(names, (name) => (isPresent(evaluation, name) ? undefined : `should have ${name}`))
            : undefined,
        dependentRequired: (evaluation, needed) => first(Object.entries(needed), ([name, others]) => isPresent(evaluation, name)
            ? first(others, (other) => (isPresent(evaluation, other) ? undefined : `should have ${other} beside ${name}`))
            : undefined),
        propertyNames: (evaluation, schema) => first(entriesOf(evaluation), ([name]) => holds(evaluation, schema, name) ? undefined : `should have no property ${name}`),
        properties: (evaluation, schemas) => first(entriesOf(evaluation), ([name, member]) => Object.hasOwn(schemas, name) ? applyTo(evaluation, schemas[name], member, name) : undefined),
        patternProperties: (evaluation, schemas) => first(Object.entries(schemas), ([pattern, schema]) => first(entriesOf(evaluation), ([name, member]) => matches(pattern, name) ? applyTo(evaluation, schema, member, name) : undefined)),
        additionalProperties: (evaluation, schema) => {
            const { properties = {}, patternProperties = {} } = evaluation.schema;
            const others = entriesOf(evaluation).filter(([name]) => !Object.hasOwn(properties, name) && !Object.keys(patternProperties).some((pattern) => matches(pattern, name)));
            return first(others, ([name, member]) => applyTo(evaluation, schema, member, name));
        },
        dependentSchemas: (evaluation, schemas) => first(Object.entries(schemas), ([name, schema]) => isPresent(evaluation, name) ? apply(evaluation, schema) : undefined),
    };
}
/** Keywords that look at the items of an array. */
function arrayKeywords() {
    return {
        prefixItems: (evaluation, schemas) => first(itemsOf(evaluation).slice(0, schemas.length), ([index, item]) => applyTo(evaluation, schemas[index], item, index)),
        items: (evaluation, schema) => {
            const start = evaluation.schema["prefixItems"]?.length ?? 0;
            return first(itemsOf(evaluation).slice(start), ([index, item]) => applyTo(evaluation, schema, item, index));
        },
        contains: (evaluation, schema) => {
            if (!Array.isArray(evaluation.value))
                return undefined;
            const { minContains = 1, maxContains = Infinity } = evaluation.schema;
            const found = itemsOf(evaluation).filter(([, item]) => holds(evaluation, schema, item));
            for (const [index] of found)
                evaluation.outcome.evaluated.add(index);
            const isRight = found.length >= minContains && found.length <= maxContains;
            return isRight ? undefined : `has ${found.length} items of the kind that "contains" counts`;
        },
    };
}
/** Keywords that apply other schemas to the same value, and the `unevaluated` keywords. */
function applicators() {
    return {
        $ref: (evaluation, name) => apply(evaluation, evaluation.definitions[name] ?? true),
        allOf: (evaluation, schemas) => first(schemas, (schema) => apply(evaluation, schema)),
        anyOf: count((held) => held > 0),
        oneOf: count((held) => held === 1),
        not: (evaluation, schema) => holds(evaluation, schema, evaluation.value) ? 'fits what "not" excludes' : undefined,
        if: (evaluation, condition) => {
            const branch = apply(evaluation, condition) === undefined ? "then" : "else";
            return apply(evaluation, evaluation.schema[branch] ?? true);
        },
        unevaluatedProperties: (evaluation, schema) => unevaluated(evaluation, schema, entriesOf(evaluation)),
        unevaluatedItems: (evaluation, schema) => unevaluated(evaluation, schema, itemsOf(evaluation)),
    };
}
function unevaluated(evaluation, schema, parts) {
    const left = parts.filter(([key]) => !evaluation.outcome.evaluated.has(key));
    return first(left, ([key, part]) => applyTo(evaluation, schema, part, key));
}
let table;
/** Returns the keywords in the order of evaluation: the `unevaluated` ones come last. */
function keywords() {
    table ??= { ...assertions(), ...objectKeywords(), ...arrayKeywords(), ...applicators() };
    return table;
}
