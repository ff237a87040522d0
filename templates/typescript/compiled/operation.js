/** What generated code says about an operation, and what a caller may say about one call of it. */
export {};
