/** The servers of an API (OpenAPI, Server Object). */
/** Returns the URL of the chosen server, with its variables substituted; undefined without servers. */
export function serverURL(servers, options) {
    const { serverIdx = 0, server: id } = options;
    const server = id === undefined ? servers[serverIdx] : servers.find((candidate) => candidate.id === id);
    if (server === undefined)
        return undefined;
    return (server.variables ?? []).reduce((url, variable) => {
        const value = options[variable.property ?? variable.name] || variable.default;
        return url.replaceAll(`{${variable.name}}`, String(value));
    }, server.url);
}
/** Returns the URL of an operation's own servers: of the chosen name if one has it, else of the first. */
export function operationServerURL(servers, options) {
    const isNamed = servers.some(({ id }) => id !== undefined && id === options.server);
    return serverURL(servers, { ...options, serverIdx: 0, server: isNamed ? options.server : undefined });
}
