/** Lines of a text that arrives in parts. */
/** Splits a text into lines that end with LF, CR or CRLF, in time linear to its length however it is cut. */
export declare class LineSplitter {
    #private;
    /** Takes the next part of the text, and calls `onLine` for each line that it completes, until that returns false. */
    push(text: string, onLine: (line: string) => boolean): void;
    /** Returns the last line, which has no line end; empty if there is none. */
    rest(): string;
}
