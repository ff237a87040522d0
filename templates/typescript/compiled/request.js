/** Requests that the API's description lacks. */
import { json, stream, text } from "./answers.js";
import { unwrap } from "./api-promise.js";
import { call } from "./call.js";
import { jsonBody } from "./json-body.js";
import { isByteSource, rawBody } from "./raw-body.js";
/**
 * Sends a request with a client's credentials, retries and errors. The promise is of the answer's JSON, its text, or a
 * stream of its bytes, by its media type.
 */
export function request(client, method, path, { query, body, ...options } = {}) {
    const schemes = Object.keys(client._settings.description.schemes ?? {});
    const isRaw = isByteSource(body);
    const operation = {
        id: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        body: isRaw ? { type: "*/*", encode: rawBody } : { type: "application/json", encode: jsonBody },
        accept: "application/json, */*;q=0.9",
        security: [...schemes.map((scheme) => [scheme]), []],
        answers: [
            { status: "2XX", type: "application/json", decode: json },
            { status: "2XX", type: "text/*", decode: text },
            { status: "2XX", type: "*/*", decode: stream },
        ],
    };
    return unwrap(call(client, operation, body, { ...options, extraQuery: { ...query, ...options.extraQuery } }));
}
