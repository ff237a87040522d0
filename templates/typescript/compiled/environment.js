/** What is known about the surroundings of the program. */
/** Returns the value of an environment variable; undefined where it is empty, or where nothing is known of it. */
export function readVariable(name) {
    try {
        return globalThis.process?.env?.[name ?? ""] || undefined;
    }
    catch {
        return undefined; // Deno, without the permission to read it
    }
}
/** Whether a browser's rules hold: redirects cannot be seen, and some headers not set. */
export function isBrowser() {
    const { document, importScripts, navigator } = globalThis;
    return (document !== undefined || (importScripts !== undefined && navigator?.userAgent?.startsWith("Mozilla/") === true));
}
/** Whether Node runs the program. */
export function isNode() {
    return runtimeName().startsWith("Node");
}
/** Returns the name and version of what runs the program. */
export function runtimeName() {
    const { process, navigator } = globalThis;
    return navigator?.userAgent ?? `Node.js/${process?.version ?? ""}`;
}
