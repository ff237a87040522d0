// Typewright's runtime, copied as it is; its digest is 6ee8212dd5e449c1.
/** The servers of an API (OpenAPI, Server Object). */

import { InvalidRequestError } from "./errors.js";

/** A server: a URL that may have variables. */
export interface Server {
  /** The URL, as `https://{region}.example.com/v1`. */
  readonly url: string;
  /** The name by which it is chosen. */
  readonly id?: string;
  readonly variables?: readonly ServerVariable[];
  /** Substitutes the variables of the URL, where it has some. */
  readonly substitute?: typeof substituteVariables;
}

/** A variable in the URL of a server. */
export interface ServerVariable {
  readonly name: string;
  /** The client's option that sets it; by default, the name. */
  readonly property?: string;
  readonly default: string;
  /** The values that it can have; any text where there are none. */
  readonly values?: readonly string[];
}

/** The choice of a server. */
export interface ServerChoice {
  /** The index of the server to use. */
  readonly serverIdx?: number | undefined;
  /** The id of the server to use. */
  readonly server?: string | undefined;
}

/** Returns the URL of the chosen server, with its variables substituted; undefined without servers. */
export function serverURL(servers: readonly Server[], options: ServerChoice): string | undefined {
  const { serverIdx = 0, server: id } = options;
  const server = id === undefined ? servers[serverIdx] : servers.find((candidate) => candidate.id === id);
  return server?.substitute ? server.substitute(server, options) : server?.url;
}

/**
 * Returns the URL of a server, with its variables substituted by the client's options or their defaults. Throws
 * {@link InvalidRequestError} for a value that a variable cannot have.
 */
export function substituteVariables({ url, variables = [] }: Server, options: object): string {
  return variables.reduce((text, { name, property = name, default: usual, values }) => {
    const given = String((options as Record<string, unknown>)[property] || usual);
    if (given !== usual && values?.includes(given) === false) {
      const [known, other] = [values.map(quoted).join(", "), quoted(given)];
      throw new InvalidRequestError(`The variable \`${property}\` of the server can be ${known}, not ${other}`);
    }
    return text.replaceAll(`{${name}}`, () => given);
  }, url);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/**
 * Returns what chooses among the servers of an API whose operations have servers of their own: a name that only those
 * have chooses the first.
 */
export function serverURLBeside(operationServers: readonly string[]): typeof serverURL {
  return (servers, options) => {
    const isOther = options.server !== undefined && operationServers.includes(options.server);
    return serverURL(servers, isOther ? { ...options, server: undefined } : options);
  };
}

/** Returns the URL of an operation's own servers: of the chosen name if one has it, else of the first. */
export function operationServerURL(servers: readonly Server[], options: ServerChoice): string | undefined {
  const isNamed = servers.some(({ id }) => id !== undefined && id === options.server);
  return serverURL(servers, { ...options, serverIdx: 0, server: isNamed ? options.server : undefined });
}
