/** Reads bodies up to a limit: of errors, and of discarded answers, so that their connections can be reused. */
/** The limits of bytes and milliseconds that are spent on an answer that nobody reads. */
const mostBytes = 65_536;
const mostMilliseconds = 250;
/** Reads the rest of an answer, or cancels it if it is long or slow. */
export async function drain(response) {
    const reader = response.body?.getReader();
    const timer = setTimeout(() => reader?.cancel().catch(() => undefined), mostMilliseconds);
    await readText(reader, mostBytes);
    clearTimeout(timer);
}
/** Returns the beginning of a body as text, and cancels the rest; what was received before a connection broke, too. */
export async function readText(reader, mostBytes) {
    const decoder = new TextDecoder();
    let text = "";
    try {
        for (let bytes = 0; reader && bytes < mostBytes;) {
            const { done, value } = await reader.read();
            if (done)
                break;
            text += decoder.decode(value.subarray(0, mostBytes - bytes), { stream: true });
            bytes += value.length;
        }
        await reader?.cancel();
    }
    catch {
        // The part that was received is the text.
    }
    return text + decoder.decode();
}
