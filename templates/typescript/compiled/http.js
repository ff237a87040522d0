/** The transport that sends requests, with hooks around it. */
/** Sends the requests of a client through a `fetch` of your choice, with your hooks around it. */
export class HTTPClient {
    #options;
    #hooks = { beforeRequest: [], requestError: [], response: [] };
    constructor(options = {}) {
        this.#options = options;
    }
    /** Sends a request: a URL with options of `fetch`, or a `Request`. */
    async request(input, init) {
        const fetcher = this.#options.fetcher ?? fetch;
        const { beforeRequest, requestError, response: onResponse } = this.#hooks;
        if (beforeRequest.length + requestError.length + onResponse.length === 0)
            return fetcher(input, init);
        let request = new Request(input, init);
        for (const hook of beforeRequest)
            request = (await hook(request)) ?? request;
        try {
            const response = await fetcher(request);
            for (const hook of onResponse)
                await hook(response, request);
            return response;
        }
        catch (error) {
            for (const hook of requestError)
                await hook(error, request);
            throw error;
        }
    }
    /** Adds a hook. */
    addHook(moment, hook) {
        this.#hooks[moment].push(hook);
        return this;
    }
    /** Removes a hook that was added. */
    removeHook(moment, hook) {
        const hooks = this.#hooks[moment];
        const index = hooks.indexOf(hook);
        if (index >= 0)
            hooks.splice(index, 1);
        return this;
    }
    /** Returns a transport with the same `fetch` and hooks, to which others can be added. */
    clone() {
        const copy = new HTTPClient(this.#options);
        const { beforeRequest, requestError, response } = this.#hooks;
        copy.#hooks = { beforeRequest: [...beforeRequest], requestError: [...requestError], response: [...response] };
        return copy;
    }
}
