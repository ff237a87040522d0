// Typewright's runtime, copied as it is; its digest is f0e6a3299cc85e12.
/** The servers of an API (OpenAPI, Server Object). */

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

/** Returns the URL of a server, with its variables substituted by the client's options or their defaults. */
export function substituteVariables({ url, variables = [] }: Server, options: object): string {
  return variables.reduce((text, { name, property = name, default: value }) => {
    return text.replaceAll(`{${name}}`, String((options as Record<string, unknown>)[property] || value));
  }, url);
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
