/**
 * The building blocks of generated read and write functions: type checks, and the context that collects issues.
 * Each function takes a value, the context, and the name or index of the value in its parent. An invalid value is
 * reported and returned as it is; the caller of the outermost function decides whether that is an error.
 */
/** Collects issues while a value is read or written. */
export class Context {
    /** Whether constraints are checked besides types. */
    strict;
    /** The problems in the order in which they were found. */
    issues = [];
    /** The number of properties that no schema declares. */
    undeclared = 0;
    /** Whether a constant that identifies a union's member has another value. */
    hasOtherConstant = false;
    #path = [];
    /** Whether null means that a property is absent: servers send it so, whatever they declare. */
    nullIsAbsent;
    constructor(strict, nullIsAbsent = !strict) {
        this.strict = strict;
        this.nullIsAbsent = nullIsAbsent;
    }
    /** Enters the value at `key`, whose parts are checked next; the outermost value has no key. */
    enter(key) {
        this.#path.push(key);
    }
    /** Leaves the innermost value that was entered. */
    leave() {
        this.#path.pop();
    }
    /** Whether an optional property, whose schema does not admit null, is present. */
    has(value) {
        return this.nullIsAbsent ? value != null : value !== undefined;
    }
    /** Reports a problem of the value at `key`. */
    report(value, key, message) {
        this.issues.push({ path: this.pathOf(key), message, value });
    }
    /** Reports that the value at `key` is not what it should be (`a string`), and returns it as if it were. */
    mismatch(value, key, expected) {
        this.report(value, key, value === undefined ? "is required" : `should be ${expected}`);
        return value;
    }
    /** Returns the path of the value at `key`: names on the wire and indexes, outermost first. */
    pathOf(key) {
        return [...this.#path, key].filter((entered) => entered !== undefined);
    }
}
/** Whether a value is an object of JSON: no array, not null. */
export function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Returns a value of any type; reports undefined. */
export function checkPresent(value, context, key) {
    return value === undefined ? context.mismatch(value, key, "present") : value;
}
/** Returns a string. */
export function checkString(value, context, key) {
    return typeof value === "string" ? value : context.mismatch(value, key, "a string");
}
/** Returns a number. */
export function checkNumber(value, context, key) {
    return typeof value === "number" && Number.isFinite(value) ? value : context.mismatch(value, key, "a number");
}
/** Returns an integer; one beyond 2^53, which is not exact, is reported. */
export function checkInteger(value, context, key) {
    if (Number.isSafeInteger(value))
        return value;
    if (!Number.isInteger(value))
        return context.mismatch(value, key, "an integer");
    context.report(value, key, "is beyond the integers that a number holds exactly");
    return value;
}
/** Returns a boolean. */
export function checkBoolean(value, context, key) {
    return typeof value === "boolean" ? value : context.mismatch(value, key, "true or false");
}
/** Returns null. */
export function checkNull(value, context, key) {
    return value === null ? value : context.mismatch(value, key, "null");
}
/** Returns the one value that is allowed. */
export function checkConstant(value, context, key, constant) {
    if (value === constant)
        return constant;
    context.hasOtherConstant = true;
    return context.mismatch(value, key, JSON.stringify(constant));
}
/** Returns one of the values that are listed. */
export function checkEnum(value, context, key, values) {
    if (values.includes(value))
        return value;
    return context.mismatch(value, key, `one of ${values.map((listed) => JSON.stringify(listed)).join(", ")}`);
}
/** Returns the items of an array, each converted by `item`. */
export function mapArray(value, context, key, item) {
    if (!Array.isArray(value))
        return context.mismatch(value, key, "an array");
    context.enter(key);
    const items = new Array(value.length);
    for (let index = 0; index < value.length; index++)
        items[index] = item(value[index], context, index);
    context.leave();
    return items;
}
/** Returns the items of a tuple, each converted by its own function, and the following ones by `rest`. */
export function mapTuple(value, context, key, items, rest) {
    if (!Array.isArray(value))
        return context.mismatch(value, key, "an array");
    if (rest === "closed" && value.length > items.length) {
        context.report(value, key, `should have at most ${items.length} items`);
    }
    context.enter(key);
    const mapped = value.map((element, index) => {
        const item = items[index] ?? (rest === "closed" ? undefined : rest);
        return item === undefined ? element : item(element, context, index);
    });
    context.leave();
    return mapped;
}
/** Returns a record, its values converted by `item`. */
export function mapRecord(value, context, key, item) {
    if (!isObject(value))
        return context.mismatch(value, key, "an object");
    context.enter(key);
    const record = {};
    for (const name of Object.keys(value)) {
        if (value[name] !== undefined)
            setProperty(record, name, item(value[name], context, name));
    }
    context.leave();
    return record;
}
/** Returns null as it is, and all other values converted by `convert`. */
export function mapNullable(value, context, key, convert) {
    return value === null ? null : convert(value, context, key);
}
/** Adds the properties of `source` that are not in `declared` to `target`, under the names that they have. */
export function keepUndeclared(source, target, declared, context) {
    for (const name of Object.keys(source)) {
        if (declared.has(name))
            continue;
        context.undeclared++;
        if (!Object.hasOwn(target, name))
            setProperty(target, name, source[name]);
    }
    return target;
}
/** Counts the properties of a value that are not in `declared`: the member of a union with fewest fits best. */
export function countUndeclared(value, declared, context) {
    for (const name of Object.keys(value))
        if (!declared.has(name))
            context.undeclared++;
}
/** Reports, in strict contexts, the properties that are not in `declared`, of a value that may have no others. */
export function checkClosed(value, declared, context) {
    if (!context.strict)
        return;
    for (const [name, member] of Object.entries(value)) {
        if (!declared.has(name) && member !== undefined)
            context.report(member, name, "should not be there");
    }
}
/** Returns the properties of `source` that are not in `declared`, each converted by `item`. */
export function mapAdditional(source, declared, context, item) {
    const additional = {};
    for (const name of Object.keys(source)) {
        const value = source[name];
        if (declared.has(name) || value === undefined)
            continue;
        setProperty(additional, name, item === undefined ? value : item(value, context, name));
    }
    return additional;
}
/** Returns an own property, for names that all objects inherit. */
export function ownProperty(value, name) {
    return (Object.hasOwn(value, name) ? value[name] : undefined);
}
/** Sets a property that may have any name: `__proto__`, too, is only a name. */
export function setProperty(target, name, value) {
    if (name === "__proto__") {
        Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
    }
    else {
        target[name] = value;
    }
}
