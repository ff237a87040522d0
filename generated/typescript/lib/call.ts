// Typewright's runtime, copied as it is; its digest is ec1671c47dedbd5b.
/** The engine: one call of one operation. */

import { readAnswer } from "./answers.js";
import { APIPromise, type ResultPromise } from "./api-promise.js";
import type { ClientCore, ClientSettings } from "./client.js";
import { PlatformFailure } from "./deadline.js";
import { BaseError, describeIssue, ResponseValidationError } from "./errors.js";
import type { DecodeContext, Operation, RequestOptions, WithResponse } from "./operation.js";
import { type PreparedRequest, prepareRequest } from "./prepare.js";
import type { Result } from "./result.js";
import type { SecurityValues } from "./security.js";
import { type Exchange, nameOf, send } from "./send.js";
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
    const value = await send({ settings, operation, options, security, prepared }, async (exchange) => {
      response = exchange.response;
      const context = decoding(settings, operation, exchange, prepared);
      const reading = readAnswer(operation, exchange.response, context, nameOf(operation)).catch(asFailure);
      // A body whose decoding fails may never end, not even by an abort (Node 20): the deadline is watched here, too.
      const read = await exchange.deadline.during(reading);
      if (!context.isDetached) exchange.deadline.release();
      return read as T;
    });
    return { value: { ok: true, value }, response };
  } catch (error) {
    return { value: { ok: false, error: error as E }, response };
  }
}

/** Rethrows errors of this client as they are, and a broken connection as an error that can be retried. */
function asFailure(error: unknown): never {
  throw error instanceof BaseError ? error : new PlatformFailure(error);
}

/** Returns what the decoder of one answer needs. */
function decoding(
  { options, logger }: ClientSettings,
  operation: Operation,
  exchange: Exchange,
  prepared: PreparedRequest,
): DecodeContext {
  const { response, deadline } = exchange;
  const request = nameOf(operation);
  const isStrict = options.validation?.responses === "strict";
  const sent = (): Request => new Request(prepared.url, { method: operation.method, headers: prepared.headers });
  const decode: DecodeContext = {
    isDetached: false,
    sent,
    read(answer, value, text) {
      if (answer.read === undefined) return value;
      const context = new Context(isStrict, true);
      const result = answer.read(value, context);
      const { issues } = context;
      if (isStrict && issues.length > 0)
        throw decode.invalid("The answer does not fit its schema", value, text, issues);
      for (const issue of issues) logger?.log(`${operation.id}: ${describeIssue(issue)}`);
      return result;
    },
    invalid: (message, value, text, issues, cause) =>
      new ResponseValidationError(`${request}: ${message}`, value, issues, {
        cause,
        failed: { request, response, body: text, sent },
      }),
    detach() {
      decode.isDetached = true;
      deadline.stopTimer();
      return () => deadline.release();
    },
    failure: (cause) => deadline.failure(cause, request),
  };
  return decode;
}
