// Typewright's runtime, copied as it is; its digest is 2ea0f5d5ce6fb65f.
/** What is known about the surroundings of the program. */

interface Surroundings {
  readonly process?: { readonly env?: Record<string, string | undefined>; readonly version?: string };
  readonly navigator?: { readonly userAgent?: string };
  readonly document?: unknown;
  readonly importScripts?: unknown;
}

/** Returns the value of an environment variable; undefined where it is empty, or where nothing is known of it. */
export function readVariable(name: string | undefined): string | undefined {
  try {
    return (globalThis as Surroundings).process?.env?.[name ?? ""] || undefined;
  } catch {
    return undefined; // Deno, without the permission to read it
  }
}

/** Whether a browser's rules hold: redirects cannot be seen, and some headers not set. */
export function isBrowser(): boolean {
  const { document, importScripts, navigator } = globalThis as Surroundings;
  return (
    document !== undefined || (importScripts !== undefined && navigator?.userAgent?.startsWith("Mozilla/") === true)
  );
}

/** Whether Node runs the program. */
export function isNode(): boolean {
  return runtimeName().startsWith("Node");
}

/** Returns the name and version of what runs the program. */
export function runtimeName(): string {
  const { process, navigator } = globalThis as Surroundings;
  return navigator?.userAgent ?? `Node.js/${process?.version ?? ""}`;
}
