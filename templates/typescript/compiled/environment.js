/** The runtime that executes the program, and its environment variables. */
/** Returns the value of an environment variable; undefined if it is empty, unset, or cannot be read. */
export function readVariable(name) {
    try {
        return globalThis.process?.env?.[name ?? ""] || undefined;
    }
    catch {
        return undefined; // Deno, without the permission to read it
    }
}
/** Whether an environment variable says yes. */
export function isSwitchedOn(name) {
    return !/^(0|false|no|off)?$/i.test(readVariable(name) ?? "");
}
/** Whether the program runs in a browser: it hides redirects, and does not let some headers be set. */
export function isBrowser() {
    const { document, importScripts, navigator } = globalThis;
    return (document !== undefined || (importScripts !== undefined && navigator?.userAgent?.startsWith("Mozilla/") === true));
}
/** Whether Node runs the program. */
export function isNode() {
    return runtimeName().startsWith("Node");
}
/** Returns the name and version of the runtime. */
export function runtimeName() {
    const { process, navigator } = globalThis;
    return navigator?.userAgent ?? `Node.js/${process?.version ?? ""}`;
}
