/** Hooks of the client: they see its options once, and each attempt of each call. */
/** The hooks of a client, in the order in which they were registered. */
export class Hooks {
    #init = [];
    #before = [];
    #success = [];
    #error = [];
    registerSDKInitHook(hook) {
        this.#init.push(hook);
    }
    registerBeforeRequestHook(hook) {
        this.#before.push(hook);
    }
    registerAfterSuccessHook(hook) {
        this.#success.push(hook);
    }
    registerAfterErrorHook(hook) {
        this.#error.push(hook);
    }
    /** Returns the options that the hooks make of those given. */
    sdkInit(options) {
        return this.#init.reduce((current, hook) => hook.sdkInit(current), options);
    }
    /** Whether any hook sees requests before they are sent. */
    get hasBeforeRequest() {
        return this.#before.length > 0;
    }
    /** Returns the request that the hooks make of the one given. */
    async beforeRequest(context, request) {
        let current = request;
        for (const hook of this.#before)
            current = await hook.beforeRequest(context, current);
        return current;
    }
    /** Returns the answer that the hooks make of the one given. */
    async afterSuccess(context, response) {
        let current = response;
        for (const hook of this.#success)
            current = await hook.afterSuccess(context, current);
        return current;
    }
    /**
     * Returns the answer and the error that the hooks make of those given; of an error without an answer, one is null.
     */
    async afterError(context, response, error) {
        let current = { response, error };
        for (const hook of this.#error)
            current = await hook.afterError(context, current.response, current.error);
        return current;
    }
}
