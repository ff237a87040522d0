/** Discards answers, so that their connections can be reused. */

/** The limits of bytes and milliseconds that are spent on reading, so that the connection can be reused. */
const mostBytes = 65_536;
const mostMilliseconds = 250;

/** Reads the rest of an answer, or cancels it if it is long or slow. */
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
