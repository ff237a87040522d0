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
export declare function serverURL(servers: readonly Server[], options: ServerChoice): string | undefined;
/**
 * Returns the URL of a server, with its variables substituted by the client's options or their defaults. Throws
 * {@link InvalidRequestError} for a value that a variable cannot have.
 */
export declare function substituteVariables({ url, variables }: Server, options: object): string;
/**
 * Returns what chooses among the servers of an API whose operations have servers of their own: a name that only those
 * have chooses the first.
 */
export declare function serverURLBeside(operationServers: readonly string[]): typeof serverURL;
/** Returns the URL of an operation's own servers: of the chosen name if one has it, else of the first. */
export declare function operationServerURL(servers: readonly Server[], options: ServerChoice): string | undefined;
