/** The servers of an API (OpenAPI, Server Object). */
/** Returns the URL of the chosen server, with its variables substituted; undefined without servers. */
export function serverURL(servers, options) {
    const { serverIdx = 0, server: id } = options;
    const server = id === undefined ? servers[serverIdx] : servers.find((candidate) => candidate.id === id);
    return server?.substitute ? server.substitute(server, options) : server?.url;
}
/** Returns the URL of a server, with its variables substituted by the client's options or their defaults. */
export function substituteVariables({ url, variables = [] }, options) {
    return variables.reduce((text, { name, property = name, default: value }) => {
        return text.replaceAll(`{${name}}`, String(options[property] || value));
    }, url);
}
/**
 * Returns what chooses among the servers of an API whose operations have servers of their own: a name that only those
 * have chooses the first.
 */
export function serverURLBeside(operationServers) {
    return (servers, options) => {
        const isOther = options.server !== undefined && operationServers.includes(options.server);
        return serverURL(servers, isOther ? { ...options, server: undefined } : options);
    };
}
/** Returns the URL of an operation's own servers: of the chosen name if one has it, else of the first. */
export function operationServerURL(servers, options) {
    const isNamed = servers.some(({ id }) => id !== undefined && id === options.server);
    return serverURL(servers, { ...options, serverIdx: 0, server: isNamed ? options.server : undefined });
}
