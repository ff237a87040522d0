/** Companions: values that have the name of a type, and parse and serialize values of it. */
import { ResponseValidationError } from "./errors.js";
import { Context } from "./validation.js";
/** Returns the companion of the type that two functions read and write, and whose JSON `parseJSON` parses. */
export function companion(read, write, parseJSON = JSON.parse) {
    // APIs say null for what is absent, whatever their description; what is sent says it only where it is described.
    const parse = (value, mode) => convert(value, read, true, mode);
    return {
        parse,
        parseText: (text, mode) => parse(decode(text, parseJSON), mode),
        serialize: (value, mode) => convert(value, write, mode === "lenient", mode),
    };
}
function convert(value, conversion, nullIsAbsent, mode = "strict") {
    const context = new Context(mode === "strict", nullIsAbsent);
    const converted = conversion(value, context);
    if (mode === "strict" && context.issues.length > 0) {
        throw new ResponseValidationError("The value does not fit its schema", value, context.issues);
    }
    return converted;
}
function decode(text, parseJSON) {
    try {
        return parseJSON(text);
    }
    catch (cause) {
        throw new ResponseValidationError("The text is not JSON", text, [], { cause });
    }
}
