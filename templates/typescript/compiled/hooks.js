/** Hooks of the client: they see its options once, and each attempt of each call. */
import { isError } from "./answers.js";
import { NoAnswerError } from "./errors.js";
/** The hooks of a client, in the order in which they were registered. */
export class Hooks {
    #init = [];
    #before = [];
    #success = [];
    #error = [];
    /** The hooks to call: these, or those that were joined. */
    #parts = [this];
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
    /** Returns these hooks and others after them, those that are registered later included. */
    followedBy(others) {
        const joined = new Hooks();
        joined.#parts = others === undefined ? this.#parts : [...this.#parts, ...others.#parts];
        return joined;
    }
    /** Returns the options after all hooks have seen them. */
    sdkInit(options) {
        const hooks = this.#parts.flatMap((part) => part.#init);
        return hooks.reduce((current, hook) => hook.sdkInit(current), options);
    }
    /**
     * Returns the request that `make` creates after all hooks have seen it; undefined without such hooks. A request to
     * another origin sees none of them: what they add may be credentials.
     */
    async beforeRequest(context, url, make) {
        let request;
        if (isForeign(url, context.baseURL))
            return request;
        for (const hook of this.#parts.flatMap((part) => part.#before)) {
            request = await hook.beforeRequest(context, request ?? make());
        }
        return request;
    }
    /**
     * Makes an attempt, and returns its answer after all hooks have seen it, or the reason why there is none. Throws the
     * error that they leave.
     */
    async around(context, operation, attempt) {
        let failure;
        let outcome;
        try {
            outcome = { response: await attempt(), error: null };
        }
        catch (error) {
            if (!(error instanceof NoAnswerError))
                throw error;
            failure = error;
            outcome = { response: null, error: error.cause };
        }
        for (const part of this.#parts)
            outcome = await part.#afterAttempt(context, operation, outcome);
        if (outcome.response === null)
            throw failure?.cause === outcome.error ? failure : outcome.error;
        return outcome.response;
    }
    async #afterAttempt(context, operation, outcome) {
        let { response, error } = outcome;
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
/** Whether a URL is of another origin than a server, which may be relative in a browser. */
function isForeign(url, baseURL) {
    return URL.canParse(baseURL) && new URL(url).origin !== new URL(baseURL).origin;
}
