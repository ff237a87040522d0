// Typewright's runtime, copied as it is; its digest is 9b7e55c269e08b03.
/** The engine: one call of one operation. */

import { readAnswer } from "./answers.js";
import { APIPromise, type ResultPromise } from "./api-promise.js";
import type { ClientCore, ClientSettings } from "./client.js";
import { PlatformFailure } from "./deadline.js";
import { warnOnce } from "./deprecation.js";
import { BaseError, describeIssue, ResponseValidationError } from "./errors.js";
import type { Answer, DecodeContext, Operation, RequestOptions, WithResponse } from "./operation.js";
import { prepareRequest } from "./prepare.js";
import type { Result } from "./result.js";
import type { SecurityValues } from "./security.js";
import { type Exchange, nameOf, send } from "./send.js";
import { Context, type Issue } from "./validation.js";
import type { Response } from "./web.js";

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
    if (operation.deprecated !== undefined) warnOnce(`${operation.id} is deprecated. ${operation.deprecated}`);
    const prepared = prepareRequest(settings, operation, request, options);
    const value = await send({ settings, operation, options, security, prepared }, async (exchange) => {
      response = exchange.response;
      const context = new AnswerContext(settings, operation, exchange);
      const reading = readAnswer(operation, exchange.response, context, nameOf(operation)).catch(asFailure);
      // A body whose decoding fails may never end, not even by an abort (Node 20): the deadline is watched here, too.
      const read = await exchange.deadline.during(reading);
      context.end();
      return read as T;
    });
    return { value: { ok: true, value }, response };
  } catch (error) {
    return { value: { ok: false, error: error as E }, response };
  }
}

/** Tells errors of this client from those of a connection that broke inside a body: that may be sent again. */
function asFailure(error: unknown): never {
  throw error instanceof BaseError ? error : new PlatformFailure(error);
}

/** What the decoder of one answer needs. */
class AnswerContext implements DecodeContext {
  readonly #settings: ClientSettings;
  readonly #operation: Operation;
  readonly #exchange: Exchange;
  #isDetached = false;

  constructor(settings: ClientSettings, operation: Operation, exchange: Exchange) {
    this.#settings = settings;
    this.#operation = operation;
    this.#exchange = exchange;
  }

  read(answer: Answer, value: unknown, text: string): unknown {
    if (answer.read === undefined) return value;
    const isStrict = this.#settings.options.validation?.responses === "strict";
    const context = new Context(isStrict);
    const result = answer.read(value, context);
    if (context.issues.length === 0) return result;
    if (isStrict) throw this.invalid("The answer does not fit its schema", value, text, context.issues);
    for (const issue of context.issues) this.#settings.logger?.log(`${this.#operation.id}: ${describeIssue(issue)}`);
    return result;
  }

  invalid(message: string, value: unknown, text: string, issues: readonly Issue[], cause?: unknown): Error {
    const failed = { request: nameOf(this.#operation), response: this.#exchange.response, body: text };
    return new ResponseValidationError(`${failed.request}: ${message}`, value, issues, { cause, failed });
  }

  detach(): () => void {
    this.#isDetached = true;
    this.#exchange.deadline.stopTimer();
    return () => this.#exchange.deadline.release();
  }

  failure(cause: unknown): Error {
    return this.#exchange.deadline.failure(cause, nameOf(this.#operation));
  }

  /** Says that the call is done; a body that is read later goes on. */
  end(): void {
    if (!this.#isDetached) this.#exchange.deadline.release();
  }
}
