// Typewright's runtime, copied as it is; its digest is 89c96ee9d87869fd.
/** Lines of a text that arrives in parts. */

/** Splits a text into lines that end with LF, CR or CRLF, in time linear to its length however it is cut. */
export class LineSplitter {
  /** The parts of the line that is not complete. */
  #parts: string[] = [];
  #endsWithCR = false;

  /** Takes the next part of the text, and calls `onLine` for each line that it completes, until that returns false. */
  push(text: string, onLine: (line: string) => boolean): void {
    if (text === "") return;
    let start = this.#endsWithCR && text.startsWith("\n") ? 1 : 0;
    this.#endsWithCR = text.endsWith("\r");
    let lf = text.indexOf("\n", start);
    let cr = text.indexOf("\r", start);
    while (lf >= 0 || cr >= 0) {
      const end = cr < 0 || (lf >= 0 && lf < cr) ? lf : cr;
      if (!onLine(this.#complete(text.slice(start, end)))) return;
      start = end === cr && lf === cr + 1 ? end + 2 : end + 1;
      if (lf >= 0 && lf < start) lf = text.indexOf("\n", start);
      if (cr >= 0 && cr < start) cr = text.indexOf("\r", start);
    }
    if (start < text.length) this.#parts.push(text.slice(start));
  }

  /** Returns the last line, which has no line end; empty if there is none. */
  rest(): string {
    return this.#complete("");
  }

  #complete(end: string): string {
    if (this.#parts.length === 0) return end;
    const line = this.#parts.join("") + end;
    this.#parts = [];
    return line;
  }
}
