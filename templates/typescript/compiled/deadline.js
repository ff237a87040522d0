/** The time that one attempt has, joined with the caller's signal. */
import { ConnectionError, RequestAbortedError, RequestTimeoutError } from "./errors.js";
/**
 * What the platform threw while a request was sent or its answer read, as against what functions of the caller throw.
 */
export class PlatformFailure extends Error {
    constructor(cause) {
        super("the platform failed", { cause });
    }
}
/** The longest time that timers take. */
const longestTimer = 2 ** 31 - 1;
/** Ends an attempt when its time is over, or when the caller's signal says so. */
export class Deadline {
    #controller = new AbortController();
    #caller;
    #milliseconds;
    #timer;
    /** What is waiting: a listener of the signal would do, but costs more than all else here. */
    #onEnd;
    #isOver = false;
    constructor(milliseconds, caller) {
        this.#milliseconds = milliseconds;
        this.#caller = caller ?? undefined;
        this.#caller?.addEventListener("abort", this.#end);
        if (milliseconds <= longestTimer)
            this.#timer = setTimeout(this.#expire, milliseconds);
    }
    #end = () => {
        this.#controller.abort(this.#caller?.reason);
        this.#onEnd?.();
    };
    #expire = () => {
        this.#isOver = true;
        this.#end();
    };
    /** The signal for `fetch`. */
    get signal() {
        return this.#controller.signal;
    }
    /** Returns what a promise gives, or throws at once where the attempt ends before. One promise at a time. */
    during(promise) {
        return new Promise((resolve, reject) => {
            this.#onEnd = () => reject(new PlatformFailure(this.signal.reason));
            if (this.signal.aborted)
                this.#onEnd();
            promise.then(resolve, reject);
        });
    }
    /** Lets the attempt take any time from now on; the caller's signal still ends it. */
    stopTimer() {
        clearTimeout(this.#timer);
    }
    /** Says that the attempt is done. */
    release() {
        this.stopTimer();
        this.#caller?.removeEventListener("abort", this.#end);
    }
    /** Returns the error for what the platform threw during the attempt. */
    failure(cause, request) {
        if (this.#isOver)
            return new RequestTimeoutError(`${request}: no answer within ${this.#milliseconds} ms`, { cause });
        if (this.#caller?.aborted)
            return abortedError(request, this.#caller);
        return new ConnectionError(`${request}: ${messageOf(cause)}`, { cause });
    }
}
/** Returns the error of a request that the caller's signal ended. */
export function abortedError(request, signal) {
    return new RequestAbortedError(`${request}: aborted`, { cause: signal.reason });
}
/** `fetch failed` says nothing; the reason is in the cause's cause. */
function messageOf(cause) {
    const { message, cause: inner } = cause;
    const reason = inner?.message || inner?.code;
    return reason ? `${message} (${reason})` : (message ?? String(cause));
}
/** Waits; ends at once, with {@link RequestAbortedError}, when the signal says so. */
export function sleep(milliseconds, signal, request) {
    return new Promise((resolve, reject) => {
        const end = (settle) => () => {
            clearTimeout(timer);
            signal?.removeEventListener("abort", onAbort);
            settle();
        };
        const onAbort = end(() => reject(abortedError(request, signal)));
        const timer = setTimeout(end(resolve), milliseconds);
        signal?.addEventListener("abort", onAbort);
        if (signal?.aborted)
            onAbort();
    });
}
