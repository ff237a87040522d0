/**
 * Spans of OpenTelemetry for the calls of a client (Semantic Conventions for HTTP Spans 1.23, client). The package
 * depends on no library for it: any tracer of `@opentelemetry/api` fits.
 */
import { Hooks } from "./hooks.js";
/** `SpanKind.CLIENT` and `SpanStatusCode.ERROR`. */
const clientKind = 2;
const errorCode = 2;
/**
 * Adds a span for each attempt to a client's hooks, named by method and path template, and returns the hooks:
 * `new Sdk({ hooks: traced(trace.getTracer("my-program")) })`.
 */
export function traced(tracer, hooks = new Hooks()) {
    const spans = new WeakMap();
    hooks.registerBeforeRequestHook({
        beforeRequest(context, request) {
            const { method, path } = context;
            const attributes = attributesOf(context, request);
            // A request that is redirected is one attempt: it has one span, of the first address.
            if (!spans.has(context))
                spans.set(context, tracer.startSpan(`${method} ${path}`, { kind: clientKind, attributes }));
            return request;
        },
    });
    hooks.registerAfterSuccessHook({
        afterSuccess(context, response) {
            end(spans.get(context), response, null);
            return response;
        },
    });
    hooks.registerAfterErrorHook({
        afterError(context, response, error) {
            end(spans.get(context), response, error);
            return { response, error };
        },
    });
    return hooks;
}
function attributesOf({ method, path, attempt }, request) {
    const { protocol, hostname, port, origin, pathname } = new URL(request.url);
    const attributes = {
        "http.request.method": method,
        "server.address": hostname,
        "server.port": port === "" ? (protocol === "https:" ? 443 : 80) : Number(port),
        // Without the query, which may hold credentials.
        "url.full": origin + pathname,
        "url.template": path,
    };
    if (attempt > 1)
        attributes["http.request.resend_count"] = attempt - 1;
    return attributes;
}
function end(span, response, error) {
    if (span === undefined)
        return;
    if (response !== null)
        span.setAttributes({ "http.response.status_code": response.status });
    if (error instanceof Error) {
        span.recordException(error);
        span.setAttributes({ "error.type": error.name });
    }
    else if (response !== null && response.status >= 400)
        span.setAttributes({ "error.type": String(response.status) });
    if (error !== null || (response !== null && response.status >= 400))
        span.setStatus({ code: errorCode });
    span.end();
}
