/** Hooks of the client: they see its options once, and each attempt of each call. */
import { isError } from "./answers.js";
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
    /** Returns the request that the hooks make of the one that `make` returns; undefined where none of them sees it. */
    async beforeRequest(context, request, make) {
        let current = request;
        for (const hook of this.#before)
            current = await hook.beforeRequest(context, current ?? make());
        return current;
    }
    /** Returns the answer, or why there is none, that the hooks make of those given. */
    async afterAttempt(context, operation, attempt) {
        let { response, error } = attempt;
        if (response === null || isError(operation, response)) {
            for (const hook of this.#error)
                ({ response, error } = await hook.afterError(context, response, error));
        }
        else
            for (const hook of this.#success)
                response = await hook.afterSuccess(context, response);
        return { response, error };
    }
}
