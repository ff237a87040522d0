/** OAuth 2 tokens that the client requests itself (RFC 6749, sections 4.3, 4.4 and 6). */
import { type SecurityScheme } from "./security.js";
/** The credential of the client credentials grant; a text is an access token. */
export interface ClientCredential {
    readonly clientID: string;
    readonly clientSecret: string;
    /** The token URL, instead of the declared one. */
    readonly tokenURL?: string;
}
/** The credential of the password grant; a text is an access token. */
export interface PasswordCredential {
    readonly username: string;
    readonly password: string;
    readonly clientID?: string;
    readonly clientSecret?: string;
    readonly tokenURL?: string;
}
/**
 * The scheme of access tokens by a client's id and secret. `additional` are members of the credential that the token
 * endpoint takes as parameters, with their names there.
 */
export declare function clientCredentials(property: string, tokenURL: string, variables?: Readonly<Record<string, string>>, additional?: Readonly<Record<string, string>>, refreshURL?: string): SecurityScheme;
/** The scheme of access tokens by a user's name and password, which are renewed by refresh tokens at `refreshURL`. */
export declare function resourceOwnerPassword(property: string, tokenURL: string, variables?: Readonly<Record<string, string>>, refreshURL?: string): SecurityScheme;
