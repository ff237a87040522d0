// Typewright's runtime, copied as it is; its digest is bfe3a924a783a0d9.
/** The time that one attempt has, joined with the caller's signal. */

import { ConnectionError, RequestAbortedError, RequestTimeoutError } from "./errors.js";
import type { AbortSignal } from "./web.js";

/**
 * What the platform threw while a request was sent or its answer read, as against what functions of the caller throw.
 */
export class PlatformFailure extends Error {
  constructor(cause: unknown) {
    super("the platform failed", { cause });
  }
}

/** The longest time that timers take. */
const longestTimer = 2 ** 31 - 1;

/** Ends an attempt when its time is over, or when the caller's signal says so. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #milliseconds: number;
  readonly #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is waiting: a listener of the signal would do, but costs more than all else here. */
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

  /** Returns what a promise gives, or throws at once where the attempt ends before. One promise at a time. */
  during<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#onEnd = () => reject(new PlatformFailure(this.signal.reason));
      if (this.signal.aborted) this.#onEnd();
      promise.then(resolve, reject);
    });
  }

  /** Lets the attempt take any time from now on; the caller's signal still ends it. */
  stopTimer(): void {
    clearTimeout(this.#timer);
  }

  /** Says that the attempt is done. */
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

/** `fetch failed` says nothing; the reason is in the cause's cause. */
function messageOf(cause: unknown): string {
  const { message, cause: inner } = cause as { message?: string; cause?: { message?: string; code?: string } };
  const reason = inner?.message || inner?.code;
  return reason ? `${message} (${reason})` : (message ?? String(cause));
}

/** Waits; ends at once, with {@link RequestAbortedError}, when the signal says so. */
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
