/** Tokens of OAuth 2 that the client gets by itself (RFC 6749, sections 4.3 and 4.4). */
import { type SecurityScheme } from "./security.js";
/** The credential of a client that speaks for itself; a text is an access token. */
export interface ClientCredential {
    readonly clientID: string;
    readonly clientSecret: string;
    /** Where tokens are given, instead of the described place. */
    readonly tokenURL?: string;
}
/** The credential of a person; a text is an access token. */
export interface PasswordCredential {
    readonly username: string;
    readonly password: string;
    readonly clientID?: string;
    readonly clientSecret?: string;
    readonly tokenURL?: string;
}
/** Access tokens by the client's id and secret. */
export declare function clientCredentials(property: string, tokenURL: string, variables?: Readonly<Record<string, string>>): SecurityScheme;
/** Access tokens by a person's name and password. */
export declare function resourceOwnerPassword(property: string, tokenURL: string, variables?: Readonly<Record<string, string>>): SecurityScheme;
