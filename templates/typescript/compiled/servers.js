/** The servers of an API (OpenAPI, Server Object). */
import { InvalidRequestError } from "./errors.js";
/** Returns the URL of the chosen server, with its variables substituted; undefined without servers. */
export function serverURL(servers, options) {
    const { serverIdx = 0, server: id } = options;
    const server = id === undefined ? servers[serverIdx] : servers.find((candidate) => candidate.id === id);
    return server?.substitute ? server.substitute(server, options) : server?.url;
}
/**
 * Returns the URL of a server, with its variables substituted by the client's options or their defaults. Throws
 * {@link InvalidRequestError} for a value that a variable cannot have.
 */
export function substituteVariables({ url, variables = [] }, options) {
    return variables.reduce((text, { name, property = name, default: usual, values }) => {
        const given = String(options[property] || usual);
        if (given !== usual && values?.includes(given) === false) {
            const [known, other] = [values.map(quoted).join(", "), quoted(given)];
            throw new InvalidRequestError(`The variable \`${property}\` of the server can be ${known}, not ${other}`);
        }
        return text.replaceAll(`{${name}}`, () => given);
    }, url);
}
function quoted(text) {
    return JSON.stringify(text);
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
