/** The engine: one call of one operation. */
import { readAnswer } from "./answers.js";
import { APIPromise } from "./api-promise.js";
import { ResponseValidationError } from "./errors.js";
import { prepareRequest, reportIssues } from "./prepare.js";
import { nameOf, send } from "./send.js";
import { Context } from "./validation.js";
/**
 * Calls an operation. The promise is never rejected for what happens to the request: errors are in the result.
 *
 * `request` holds the arguments by the properties of the operation's parameters and body; `security` is for operations
 * that have credentials of their own.
 */
export function call(client, operation, request, options = {}, security) {
    return new APIPromise(perform(client._settings, operation, request, options, security));
}
async function perform(settings, operation, request, options, security) {
    let response;
    try {
        operation.deprecated?.(operation.id);
        const prepared = prepareRequest(settings, operation, request, options);
        const value = await send({ settings, operation, options, security, prepared }, (answer, deadline) => {
            response = answer;
            const context = decoding(settings, operation, prepared, answer, deadline);
            return readAnswer(operation, answer, context, nameOf(operation)).catch((cause) => {
                throw deadline.failure(cause);
            });
        });
        return { value: { ok: true, value: value }, response };
    }
    catch (error) {
        return { value: { ok: false, error: error }, response };
    }
}
/** Returns what the decoder of one answer needs. */
function decoding(settings, operation, prepared, response, deadline) {
    const request = nameOf(operation);
    const isStrict = settings.options.validation?.responses === "strict";
    const sent = () => new Request(prepared.url, { method: operation.method, headers: prepared.headers });
    const decode = {
        deadline,
        sent,
        read(answer, value, text) {
            if (!answer.read)
                return value;
            const context = new Context(isStrict, true);
            const result = answer.read(value, context);
            reportIssues(settings, operation, context, (issues) => {
                throw decode.invalid("The answer does not fit its schema", value, text, issues);
            });
            return result;
        },
        invalid: (message, value, text, issues, cause) => new ResponseValidationError(`${request}: ${message}`, value, issues, {
            cause,
            failed: { request, response, body: text, sent },
        }),
    };
    return decode;
}
