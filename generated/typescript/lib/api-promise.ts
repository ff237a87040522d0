// Typewright's runtime, copied as it is; its digest is 6abf2d44fc85f445.
/** The promise that a call returns. */

import type { WithResponse } from "./operation.js";
import type { CallError, Result } from "./result.js";
import type { Response } from "./web.js";

/** The promise of a call's value; `withResponse()` gives the raw answer beside it. */
export class APIPromise<T, R = Response> extends Promise<T> {
  readonly #settled: Promise<WithResponse<T, R>>;

  constructor(settled: Promise<WithResponse<T, R>>) {
    super((resolve, reject) => {
      settled.then(({ value }) => resolve(value), reject);
    });
    this.#settled = settled;
  }

  /** `then` and `catch` return plain promises, which have no answer. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** Returns the value and the answer that it came with. */
  withResponse(): Promise<WithResponse<T, R>> {
    // Who takes this promise handles its rejection; the other one's is then no unhandled one.
    this.catch(() => undefined);
    return this.#settled;
  }
}

/** The promise of a standalone function's result. */
export type ResultPromise<T, E = CallError> = APIPromise<Result<T, E>, Response | undefined>;

/** Returns the promise of the value in a result; an error in it is thrown. */
export function unwrap<T, E>(call: ResultPromise<T, E>): APIPromise<T> {
  return new APIPromise(unwrapSettled(call));
}

async function unwrapSettled<T, E>(call: ResultPromise<T, E>): Promise<WithResponse<T>> {
  const { value: result, response } = await call.withResponse();
  if (!result.ok) throw result.error;
  return { value: result.value, response: response as Response };
}
