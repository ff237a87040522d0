/** The steps that encoding a body of any media type shares. */
import { isObject } from "./validation.js";
/** Returns what `encode` makes of a call's body, with the members that the caller adds; undefined where it has none. */
export function encodeBody({ operation, request, options: { extraBody }, context }, { property, required, write, deprecated }, encode) {
    const value = property === undefined ? request : isObject(request) ? request[property] : undefined;
    if (value === undefined && extraBody === undefined) {
        if (required)
            context.report(value, property, "is required");
        return undefined;
    }
    deprecated?.(value, operation.id);
    context.enter("body");
    const wire = write === undefined ? value : write(value, context);
    const encoded = encode(extraBody === undefined ? wire : { ...wire, ...extraBody }, (part, convert, name) => (convert === undefined ? part : convert(part, context, name)));
    context.leave();
    return encoded;
}
