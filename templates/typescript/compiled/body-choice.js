/** Bodies of operations that take several media types. */
/** Writes the body of the media type that the call's headers name, or else the first one. */
export const bodyChoice = (source, { bodies = [] }) => {
    const named = new Headers(source.options.headers).get("content-type");
    const type = named?.split(";")[0]?.trim().toLowerCase();
    const body = bodies.find((candidate) => candidate.type.toLowerCase() === type) ?? bodies[0];
    return body?.encode(source, body);
};
