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
    /** Returns the options after all hooks have seen them. */
    sdkInit(options) {
        return this.#init.reduce((current, hook) => hook.sdkInit(current), options);
    }
    /** Returns the request that `make` creates after all hooks have seen it; undefined without such hooks. */
    async beforeRequest(context, request, make) {
        let current = request;
        for (const hook of this.#before)
            current = await hook.beforeRequest(context, current ?? make());
        return current;
    }
    /** Returns the answer, or the reason why there is none, after all hooks have seen it. */
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
