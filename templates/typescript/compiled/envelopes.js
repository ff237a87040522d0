/** What a call returns beside the content of an answer: the parts of an answer, in one object with the content. */
import { headerLists } from "./answers.js";
/**
 * Returns what puts media type, status, response and content into an object. `facts` are the names of the first three.
 */
export function factsEnvelope(facts, names) {
    const [contentType, statusCode, rawResponse] = facts;
    return (value, response) => ({
        [contentType]: response.headers.get("content-type") ?? "",
        [statusCode]: response.status,
        [rawResponse]: response,
        ...described(names, value, response),
    });
}
/** Returns what puts request, response and content into an object. `meta` is the name of the first two. */
export function httpEnvelope(meta, names) {
    return (value, response, sent) => ({
        [meta]: { response, request: sent() },
        ...described(names, value, response),
    });
}
function described(names, value, response) {
    const found = {};
    if (names.headers !== undefined)
        found[names.headers] = headerLists(response);
    if (names.content !== undefined && value !== undefined)
        found[names.content] = value;
    return found;
}
