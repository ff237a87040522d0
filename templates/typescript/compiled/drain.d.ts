/** Answers that nobody reads. */
/** Reads the rest of an answer, or ends it where it is long or slow. */
export declare function drain(response: Response): Promise<void>;
