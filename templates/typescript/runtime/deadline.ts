/** The timeout of one attempt, combined with the caller's signal. */

import { ConnectionError, RequestAbortedError, RequestTimeoutError } from "./errors.js";
import type { AbortSignal } from "./web.js";

/**
 * Wraps what the platform throws while a request is sent or its answer read, unlike what the caller's functions throw.
 */
export class PlatformFailure extends Error {
  constructor(cause: unknown) {
    super("the platform failed", { cause });
  }
}

/** The longest delay that timers support. */
const longestTimer = 2 ** 31 - 1;

/** Ends an attempt at its timeout, or when the caller's signal is aborted. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #milliseconds: number;
  readonly #timer: ReturnType<typeof setTimeout> | undefined;
  /** Rejects the promise that is awaited. A listener of the signal would do, but costs more than all else here. */
  #onEnd: (() => void) | undefined;
  #isOver = false;

  constructor(milliseconds: number, caller: AbortSignal | null | undefined) {
    this.#milliseconds = milliseconds;
    this.#caller = caller ?? undefined;
    this.#caller?.addEventListener("abort", this.#end);
    if (milliseconds <= longestTimer) this.#timer = setTimeout(this.#expire, milliseconds);
  }

  readonly #end = (): void => {
    this.#controller.abort(this.#caller?.reason);
    this.#onEnd?.();
  };

  readonly #expire = (): void => {
    this.#isOver = true;
    this.#end();
  };

  /** The signal for `fetch`. */
  get signal(): globalThis.AbortSignal {
    return this.#controller.signal;
  }

  /** Awaits a promise, but throws as soon as the attempt ends. One promise at a time. */
  during<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#onEnd = () => reject(new PlatformFailure(this.signal.reason));
      if (this.signal.aborted) this.#onEnd();
      promise.then(resolve, reject);
    });
  }

  /** Removes the timeout; the caller's signal still ends the attempt. */
  stopTimer(): void {
    clearTimeout(this.#timer);
  }

  /** Ends the timer and removes the listener, once the attempt is done. */
  release(): void {
    this.stopTimer();
    this.#caller?.removeEventListener("abort", this.#end);
  }

  /** Returns the error for what the platform threw during the attempt. */
  failure(cause: unknown, request: string): Error {
    if (this.#isOver)
      return new RequestTimeoutError(`${request}: no answer within ${this.#milliseconds} ms`, { cause });
    if (this.#caller?.aborted) return abortedError(request, this.#caller);
    return new ConnectionError(`${request}: ${messageOf(cause)}`, { cause });
  }
}

/** Returns the error of a request that the caller's signal ended. */
export function abortedError(request: string, signal: AbortSignal): RequestAbortedError {
  return new RequestAbortedError(`${request}: aborted`, { cause: signal.reason });
}

/** Returns the message of the innermost cause: `fetch failed` does not name it. */
function messageOf(cause: unknown): string {
  const { message, cause: inner } = cause as { message?: string; cause?: { message?: string; code?: string } };
  const reason = inner?.message || inner?.code;
  return reason ? `${message} (${reason})` : (message ?? String(cause));
}

/** Waits. Throws {@link RequestAbortedError} as soon as the signal is aborted. */
export function sleep(milliseconds: number, signal: AbortSignal | null | undefined, request: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      settle();
    };
    const onAbort = end(() => reject(abortedError(request, signal as AbortSignal)));
    const timer = setTimeout(end(resolve), milliseconds);
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted) onAbort();
  });
}
