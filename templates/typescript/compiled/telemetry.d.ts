/**
 * Spans of OpenTelemetry for the calls of a client (Semantic Conventions for HTTP Spans 1.23, client). The package
 * depends on no library for it: any tracer of `@opentelemetry/api` fits.
 */
import { Hooks } from "./hooks.js";
type Attributes = Record<string, string | number>;
/** The part of `@opentelemetry/api`'s span that is used. */
export interface Span {
    setAttributes(attributes: Attributes): unknown;
    setStatus(status: {
        code: number;
    }): unknown;
    recordException(error: Error): void;
    end(): void;
}
/** The part of `@opentelemetry/api`'s tracer that is used. */
export interface Tracer {
    startSpan(name: string, options: {
        kind: number;
        attributes: Attributes;
    }): Span;
}
/**
 * Adds a span for each attempt to a client's hooks, named by method and path template, and returns the hooks:
 * `new Sdk({ hooks: traced(trace.getTracer("my-program")) })`.
 */
export declare function traced(tracer: Tracer, hooks?: Hooks): Hooks;
export {};
