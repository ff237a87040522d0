// Typewright's runtime, copied as it is; its digest is 0ab9d9cf60fde720.
/** The engine: one call of one operation. */

import { readAnswer } from "./answers.js";
import { APIPromise, type ResultPromise } from "./api-promise.js";
import type { ClientCore, ClientSettings } from "./client.js";
import type { Deadline } from "./deadline.js";
import { ResponseValidationError } from "./errors.js";
import type { DecodeContext, Operation, RequestOptions, WithResponse } from "./operation.js";
import { type PreparedRequest, prepareRequest, reportIssues } from "./prepare.js";
import type { Result } from "./result.js";
import type { SecurityValues } from "./security.js";
import { nameOf, send } from "./send.js";
import { Context } from "./validation.js";
import type { Request, Response } from "./web.js";

/**
 * Calls an operation. The promise is never rejected for what happens to the request: errors are in the result.
 *
 * `request` holds the arguments by the properties of the operation's parameters and body; `security` is for operations
 * that have credentials of their own.
 */
export function call<T, E>(
  client: ClientCore,
  operation: Operation,
  request: unknown,
  options: RequestOptions = {},
  security?: SecurityValues,
): ResultPromise<T, E> {
  return new APIPromise(perform<T, E>(client._settings, operation, request, options, security));
}

async function perform<T, E>(
  settings: ClientSettings,
  operation: Operation,
  request: unknown,
  options: RequestOptions,
  security: SecurityValues | undefined,
): Promise<WithResponse<Result<T, E>, Response | undefined>> {
  let response: Response | undefined;
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
    return { value: { ok: true, value: value as T }, response };
  } catch (error) {
    return { value: { ok: false, error: error as E }, response };
  }
}

/** Returns what the decoder of one answer needs. */
function decoding(
  settings: ClientSettings,
  operation: Operation,
  prepared: PreparedRequest,
  response: Response,
  deadline: Deadline,
): DecodeContext {
  const request = nameOf(operation);
  const isStrict = settings.options.validation?.responses === "strict";
  const sent = (): Request => new Request(prepared.url, { method: operation.method, headers: prepared.headers });
  const decode: DecodeContext = {
    deadline,
    sent,
    read(answer, value, text) {
      if (!answer.read) return value;
      const context = new Context(isStrict, true);
      const result = answer.read(value, context);
      reportIssues(settings, operation, context, (issues) => {
        throw decode.invalid("The answer does not fit its schema", value, text, issues);
      });
      return result;
    },
    invalid: (message, value, text, issues, cause) =>
      new ResponseValidationError(`${request}: ${message}`, value, issues, {
        cause,
        failed: { request, response, body: text, sent },
      }),
  };
  return decode;
}
