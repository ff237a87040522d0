/** Files to upload. */
export {};
