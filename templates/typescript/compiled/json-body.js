/** Bodies of JSON. */
/** Writes a value as JSON. */
export const jsonBody = (value, { type }) => ({ content: JSON.stringify(value), type });
