/** Discards answers, so that their connections can be reused. */
/** Reads the rest of an answer, or cancels it if it is long or slow. */
export declare function drain(response: Response): Promise<void>;
