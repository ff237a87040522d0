// Typewright's runtime, copied as it is; its digest is b0dc5e85d2610aeb.
/** Security schemes (OpenAPI, Security Scheme Object), and the choice of those that sign a request. */

import type { ClientSettings } from "./client.js";
import { readVariable } from "./environment.js";
import { InvalidRequestError } from "./errors.js";
import { type OutgoingRequest, setSecretHeader } from "./outgoing.js";
import type { Response } from "./web.js";

/** A credential, or a function that is called for it at each attempt. */
export type Credential = string | (() => string | Promise<string>);

/** The credentials of a client: each may be a function, which is called for each attempt. */
export type CredentialsByName<T> = { readonly [Name in keyof T]: T[Name] | (() => T[Name] | Promise<T[Name]>) };

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
  challenge?(
    response: Response,
    request: OutgoingRequest,
    credential: never,
    context: SignContext,
  ): boolean | Promise<boolean>;
}

/** The source of a scheme's credential. */
type CredentialSource = Pick<SecurityScheme, "variables" | "complete">;

/** Returns the source of a credential that is a text. */
function textCredential(variable: string | undefined): CredentialSource {
  const variables = variable === undefined ? [] : [variable];
  return { variables, complete: (given) => given || readVariable(variable) };
}

/**
 * Returns the source of a credential with several members, some of them required, each of which may be a function; a
 * text is returned as it is.
 */
export function memberCredential(
  required: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): CredentialSource {
  return {
    variables: Object.values(variables),
    async complete(given) {
      if (typeof given === "string") return given || undefined;
      const credential: Record<string, unknown> = {};
      for (const [member, value] of Object.entries(given ?? {}) as [string, unknown][]) {
        credential[member] = typeof value === "function" ? await value() : value;
      }
      for (const [member, name] of Object.entries(variables)) {
        const text = credential[member] || readVariable(name);
        if (text !== undefined) credential[member] = text;
      }
      return required.every((member) => credential[member]) ? credential : undefined;
    },
  };
}

/** A scheme, and its credential. */
export interface Signature {
  readonly scheme: SecurityScheme;
  readonly credential: unknown;
}

/** Bearer tokens (RFC 6750); OpenID Connect and access tokens of OAuth 2, too. */
export function bearer(property: string, variable?: string): SecurityScheme {
  return authorization(property, "Bearer", variable);
}

/** Any scheme whose credential is a text: `Authorization: <scheme> <credential>`; a credential may bring its scheme. */
export function authorization(property: string, scheme: string, variable?: string): SecurityScheme {
  const prefix = scheme && `${scheme} `;
  return {
    property,
    ...textCredential(variable),
    sign(request, credential: string) {
      const isPrefixed = credential.toLowerCase().startsWith(prefix.toLowerCase());
      setSecretHeader(request, "authorization", isPrefixed ? credential : prefix + credential);
    },
  };
}

/** The credential of basic authentication. */
export interface BasicCredential {
  readonly username: string;
  readonly password?: string;
}

/** User name and password (RFC 7617), in UTF-8. */
export function basic(property: string, variable?: Readonly<Record<keyof BasicCredential, string>>): SecurityScheme {
  return {
    property,
    ...memberCredential(["username"], variable),
    sign(request, { username, password = "" }: BasicCredential) {
      const bytes = new TextEncoder().encode(`${username}:${password}`);
      setSecretHeader(request, "authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
    },
  };
}

/** A key in a header, the query or a cookie. */
export function apiKey(
  property: string,
  location: "header" | "query" | "cookie",
  name: string,
  variable?: string,
): SecurityScheme {
  return {
    property,
    ...textCredential(variable),
    sign(request, credential: string) {
      if (location === "header") return setSecretHeader(request, name, credential);
      if (location === "cookie") {
        const pair = `${cookieText(name)}=${cookieText(credential)}`;
        const others = request.headers["cookie"];
        return setSecretHeader(request, "cookie", others === undefined ? pair : `${others}; ${pair}`);
      }
      const pair = `${encodeURIComponent(name)}=${encodeURIComponent(credential)}`;
      request.url += (request.url.includes("?") ? "&" : "?") + pair;
      request.secretParameters.push(name);
    },
  };
}

/** Escapes what a cookie cannot contain (RFC 6265, section 4.1.1); all else is sent as it is, as servers read it. */
function cookieText(text: string): string {
  return text.replace(/[ ",;\\]|[^\0-\x7f]+/g, encodeURIComponent);
}

/**
 * Returns the schemes of the first alternative that has all its credentials, with these; none where security is
 * optional
 * or not asked for. Throws {@link InvalidRequestError}, which names what is missing, where no alternative has them.
 */
export async function signaturesOf(
  settings: ClientSettings,
  alternatives: readonly (readonly string[])[],
  ownValues: SecurityValues | undefined,
): Promise<readonly Signature[]> {
  if (alternatives.length === 0) return [];
  const source = ownValues ?? settings.modules.credentials;
  const values = ((typeof source === "function" ? await source() : source) ?? {}) as Record<string, unknown>;
  const missing: SecurityScheme[] = [];
  for (const names of alternatives) {
    const signatures: Signature[] = [];
    for (const name of names) {
      const scheme = settings.description.schemes?.[name] as SecurityScheme;
      const given = values[scheme.property];
      const completed = scheme.complete(typeof given === "function" ? await given() : given);
      const credential: unknown = completed instanceof Promise ? await completed : completed;
      if (credential === undefined) missing.push(scheme);
      else signatures.push({ scheme, credential });
    }
    if (names.length && signatures.length === names.length) return signatures;
  }
  if (alternatives.some((names) => names.length === 0)) return [];
  throw new InvalidRequestError(`A credential is missing: ${missing.map(describeMissing).join(", or ")}`);
}

function describeMissing({ property, variables }: SecurityScheme): string {
  const read = variables.length === 0 ? "" : ` (environment variable ${variables.join(", ")}, which is not set)`;
  return `give \`${property}\`${read}`;
}
