/** The timeout of one attempt, combined with the caller's signal. */
import { BaseError, ConnectionError, RequestAbortedError, RequestTimeoutError } from "./errors.js";
/** The longest delay that timers support. */
const longestTimer = 2 ** 31 - 1;
/** Ends an attempt at its timeout, or when the caller's signal is aborted. */
export class Deadline {
    /** Whether the attempt goes on after the call: a stream is read by the caller. */
    isDetached = false;
    #request;
    #controller = new AbortController();
    #caller;
    #milliseconds;
    #timer;
    /** Rejects the promise that is awaited. A listener of the signal would do, but costs more than all else here. */
    #onEnd;
    #isOver = false;
    /** `request` stands for the request in the texts of errors. */
    constructor(request, milliseconds, caller) {
        this.#request = request;
        this.#milliseconds = milliseconds;
        this.#caller = caller ?? undefined;
        this.#caller?.addEventListener("abort", this.#end);
        if (this.#caller?.aborted)
            this.#end();
        else if (milliseconds <= longestTimer)
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
    /**
     * Runs a part of the attempt, one at a time. Throws {@link NoAnswerError} as soon as the attempt ends, and without
     * running anything if it has ended.
     */
    during(run) {
        return new Promise((resolve, reject) => {
            this.#onEnd = () => reject(this.failure(this.signal.reason));
            if (this.signal.aborted)
                this.#onEnd();
            else
                run().then(resolve, reject);
        });
    }
    /** Removes the timeout; the caller's signal still ends the attempt. Returns a function that ends the attempt. */
    detach() {
        this.isDetached = true;
        clearTimeout(this.#timer);
        return () => this.release();
    }
    /** Ends the timer and removes the listener, once the attempt is done. */
    release() {
        clearTimeout(this.#timer);
        this.#caller?.removeEventListener("abort", this.#end);
    }
    /** Returns the error for what the platform threw during the attempt. An error of this client is returned as it is. */
    failure(cause) {
        if (cause instanceof BaseError)
            return cause;
        const request = this.#request;
        if (this.#isOver)
            return new RequestTimeoutError(`${request}: no answer within ${this.#milliseconds} ms`, { cause });
        if (this.#caller?.aborted)
            return new RequestAbortedError(`${request}: aborted`, { cause: this.#caller.reason });
        // `fetch failed` does not name the reason: its own cause does.
        const { message = String(cause), cause: inner } = Object(cause);
        const reason = inner?.message || inner?.code;
        // Node gives up waiting after times of its own, too.
        const kind = /TIMEOUT$|^ETIMEDOUT$/.test(String(inner?.code)) ? RequestTimeoutError : ConnectionError;
        const text = `${request}: ${message}${reason ? ` (${reason})` : ""}`;
        return new kind(text.replace(/\/\/[^/\s@]*@/g, "//"), { cause }); // without the user and the password of a URL
    }
}
/** Waits before another attempt. Throws {@link RequestAbortedError} as soon as the signal is aborted. */
export async function sleep(request, milliseconds, signal) {
    const pause = new Deadline(request, Infinity, signal);
    let timer;
    try {
        await pause.during(() => new Promise((resolve) => (timer = setTimeout(resolve, milliseconds))));
    }
    finally {
        clearTimeout(timer);
        pause.release();
    }
}
