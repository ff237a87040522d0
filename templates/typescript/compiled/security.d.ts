/** Security schemes (OpenAPI, Security Scheme Object), and the choice of those that sign a request. */
import type { ClientSettings } from "./client.js";
import { type OutgoingRequest } from "./outgoing.js";
import type { Response } from "./web.js";
/** A credential, or a function that is called for it at each attempt. */
export type Credential = string | (() => string | Promise<string>);
/** The credentials of a client: each may be a function, which is called for each attempt. */
export type CredentialsByName<T> = {
    readonly [Name in keyof T]: T[Name] | (() => T[Name] | Promise<T[Name]>);
};
/** The credentials of a client: each, or all of them, may be a function, which is called for each attempt. */
export type Credentials<T> = CredentialsByName<T> | (() => T | Promise<T>);
/** The credentials of a client or a call, by the properties of its `Security` type. */
export type SecurityValues = Readonly<Record<string, unknown>> | object;
/** The context in which a scheme signs a request. */
export interface SignContext {
    readonly settings: ClientSettings;
    readonly baseURL: string;
    /** The scopes that the operation needs. */
    readonly scopes: readonly string[];
}
/** A scheme of security. */
export interface SecurityScheme {
    /** The property of `Security` that holds its credential. */
    readonly property: string;
    /** The environment variables of the credential. */
    readonly variables: readonly string[];
    /** Returns the credential, or its promise, completed from the environment; undefined if parts are missing. */
    complete(given: unknown): unknown;
    /** Adds the credential to a request. */
    sign(request: OutgoingRequest, credential: never, context: SignContext): void | Promise<void>;
    /** Sees a 401 answer to a request that it signed, and returns whether to sign and send the request again. */
    challenge?(response: Response, request: OutgoingRequest, credential: never, context: SignContext): boolean | Promise<boolean>;
}
/** The source of a scheme's credential. */
type CredentialSource = Pick<SecurityScheme, "variables" | "complete">;
/**
 * Returns the source of a credential with several members, some of them required, each of which may be a function; a
 * text is returned as it is.
 */
export declare function memberCredential(required: readonly string[], variables?: Readonly<Record<string, string>>): CredentialSource;
/** A scheme, and its credential. */
export interface Signature {
    readonly scheme: SecurityScheme;
    readonly credential: unknown;
}
/** Bearer tokens (RFC 6750); OpenID Connect and access tokens of OAuth 2, too. */
export declare function bearer(property: string, variable?: string): SecurityScheme;
/** Any scheme whose credential is a text: `Authorization: <scheme> <credential>`; a credential may bring its scheme. */
export declare function authorization(property: string, scheme: string, variable?: string): SecurityScheme;
/** The credential of basic authentication. */
export interface BasicCredential {
    readonly username: string;
    readonly password?: string;
}
/** User name and password (RFC 7617), in UTF-8. */
export declare function basic(property: string, variable?: Readonly<Record<keyof BasicCredential, string>>): SecurityScheme;
/** A key in a header, the query or a cookie. */
export declare function apiKey(property: string, location: "header" | "query" | "cookie", name: string, variable?: string): SecurityScheme;
/**
 * Returns the schemes of the first alternative that has all its credentials, with these; none where security is
 * optional
 * or not asked for. Throws {@link InvalidRequestError}, which names what is missing, where no alternative has them.
 */
export declare function signaturesOf(settings: ClientSettings, alternatives: readonly (readonly string[])[], ownValues: SecurityValues | undefined): Promise<readonly Signature[]>;
export {};
