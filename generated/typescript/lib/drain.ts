// Typewright's runtime, copied as it is; its digest is 013d0650a699f96a.
/** Answers that nobody reads. */

/** How many bytes are read, and for how many milliseconds, so that the connection can be used again. */
const mostBytes = 65_536;
const mostMilliseconds = 250;

/** Reads the rest of an answer, or ends it where it is long or slow. */
export async function drain(response: Response): Promise<void> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const end = (): Promise<void> => reader.cancel().catch(() => undefined);
  const timer = setTimeout(end, mostMilliseconds);
  try {
    for (let bytes = 0; bytes < mostBytes;) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.length;
    }
    await end();
  } catch {
    // A connection that broke is drained.
  } finally {
    clearTimeout(timer);
  }
}
