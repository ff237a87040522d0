/** The promise that a call returns. */
/** The promise of a call's value; `withResponse()` gives the raw answer beside it. */
export class APIPromise extends Promise {
    #settled;
    constructor(settled) {
        super((resolve, reject) => {
            settled.then(({ value }) => resolve(value), reject);
        });
        this.#settled = settled;
    }
    /** `then` and `catch` return plain promises, which have no answer. */
    static get [Symbol.species]() {
        return Promise;
    }
    /** Returns the value and the answer that it came with. */
    withResponse() {
        // Who takes this promise handles its rejection; the other one's is then no unhandled one.
        this.catch(() => undefined);
        return this.#settled;
    }
}
/** Returns the promise of the value in a result; an error in it is thrown. */
export function unwrap(call) {
    return new APIPromise(unwrapSettled(call));
}
async function unwrapSettled(call) {
    const { value: result, response } = await call.withResponse();
    if (!result.ok)
        throw result.error;
    return { value: result.value, response: response };
}
