// Typewright's runtime, copied as it is; its digest is 00a0446ea49322fd.
/** The runtime that executes the program, and its environment variables. */

interface RuntimeGlobals {
  readonly process?: { readonly env?: Record<string, string | undefined>; readonly version?: string };
  readonly navigator?: { readonly userAgent?: string };
  readonly document?: unknown;
  readonly importScripts?: unknown;
}

/** Returns the value of an environment variable; undefined if it is empty, unset, or cannot be read. */
export function readVariable(name: string | undefined): string | undefined {
  try {
    return (globalThis as RuntimeGlobals).process?.env?.[name ?? ""] || undefined;
  } catch {
    return undefined; // Deno, without the permission to read it
  }
}

/** Whether an environment variable says yes. */
export function isSwitchedOn(name: string): boolean {
  return !/^(0|false|no|off)?$/i.test(readVariable(name) ?? "");
}

/** Whether the program runs in a browser: it hides redirects, and does not let some headers be set. */
export function isBrowser(): boolean {
  const { document, importScripts, navigator } = globalThis as RuntimeGlobals;
  return (
    document !== undefined || (importScripts !== undefined && navigator?.userAgent?.startsWith("Mozilla/") === true)
  );
}

/** Whether Node runs the program. */
export function isNode(): boolean {
  return runtimeName().startsWith("Node");
}

/** Returns the name and version of the runtime. */
export function runtimeName(): string {
  const { process, navigator } = globalThis as RuntimeGlobals;
  return navigator?.userAgent ?? `Node.js/${process?.version ?? ""}`;
}
