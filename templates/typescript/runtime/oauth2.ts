/** OAuth 2 tokens that the client requests itself (RFC 6749, sections 4.3 and 4.4). */

import type { ClientSettings } from "./client.js";
import { APIError, ConnectionError, ResponseValidationError } from "./errors.js";
import { setSecretHeader } from "./outgoing.js";
import { isAbsent, textOf } from "./parameters.js";
import { memberCredential, type SecurityScheme, type SignContext } from "./security.js";

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

interface Token {
  readonly accessToken: string;
  /** The time at which it is renewed, in milliseconds since 1970. */
  readonly renewAt: number;
}

/** How long before its end a token is renewed, in milliseconds; one of less than twice that, at its half. */
const margin = 60_000;
const timeout = 60_000;

type Tokens = Map<string, Promise<Token>>;

/**
 * The scheme of access tokens by a client's id and secret. `additional` are members of the credential that the token
 * endpoint takes as parameters, with their names there.
 */
export function clientCredentials(
  property: string,
  tokenURL: string,
  variables?: Readonly<Record<string, string>>,
  additional: Readonly<Record<string, string>> = {},
): SecurityScheme {
  const others = (credential: object): Record<string, string> => {
    const given = Object.entries(credential).filter(([member, value]) => member in additional && !isAbsent(value));
    return Object.fromEntries(given.map(([member, value]) => [additional[member], textOf(value)]));
  };
  return tokenScheme(property, ["clientID", "clientSecret"], variables, tokenURL, (credential: ClientCredential) => ({
    grant_type: "client_credentials",
    client_id: credential.clientID,
    client_secret: credential.clientSecret,
    ...others(credential),
  }));
}

/** The scheme of access tokens by a user's name and password. */
export function resourceOwnerPassword(
  property: string,
  tokenURL: string,
  variables?: Readonly<Record<string, string>>,
): SecurityScheme {
  return tokenScheme(property, ["username", "password"], variables, tokenURL, (credential: PasswordCredential) => ({
    grant_type: "password",
    username: credential.username,
    password: credential.password,
    client_id: credential.clientID,
    client_secret: credential.clientSecret,
  }));
}

function tokenScheme<Credential extends { readonly tokenURL?: string }>(
  property: string,
  members: readonly string[],
  variables: Readonly<Record<string, string>> | undefined,
  describedURL: string,
  grant: (credential: Credential) => Record<string, string | undefined>,
): SecurityScheme {
  const tokensByClient = new WeakMap<ClientSettings, Tokens>();
  const entryOf = (
    credential: Credential,
    { settings, baseURL, scopes }: SignContext,
  ): [Tokens, string, () => Promise<Token>] => {
    const tokens = tokensByClient.get(settings) ?? new Map<string, Promise<Token>>();
    tokensByClient.set(settings, tokens);
    const url = new URL(credential.tokenURL || describedURL, `${baseURL}/`).href;
    const fields = { ...grant(credential), scope: scopes.length > 0 ? scopes.join(" ") : undefined };
    return [tokens, JSON.stringify([url, fields]), () => requestToken(settings, url, fields)];
  };
  return {
    property,
    ...memberCredential(members, variables),
    async sign(request, credential: Credential | string, context) {
      const token = typeof credential === "string" ? credential : await currentToken(...entryOf(credential, context));
      setSecretHeader(request, "authorization", `Bearer ${token}`);
    },
    async challenge(_response, request, credential: Credential | string, context) {
      if (typeof credential === "string") return false;
      const [tokens, key] = entryOf(credential, context);
      // Another call may have renewed the token while this one was under way.
      const current = await tokens.get(key)?.catch(() => undefined);
      if (request.headers["authorization"] === `Bearer ${current?.accessToken}`) tokens.delete(key);
      return true;
    },
  };
}

/** Returns the cached token, or a new one; concurrent calls share one request. */
async function currentToken(tokens: Tokens, key: string, load: () => Promise<Token>): Promise<string> {
  const pending = tokens.get(key);
  const token = await pending?.catch(() => undefined);
  if (token !== undefined && Date.now() < token.renewAt) return token.accessToken;
  if (tokens.get(key) === pending) tokens.set(key, load());
  const loading = tokens.get(key) as Promise<Token>;
  try {
    return (await loading).accessToken;
  } catch (error) {
    if (tokens.get(key) === loading) tokens.delete(key);
    throw error;
  }
}

async function requestToken(
  settings: ClientSettings,
  url: string,
  fields: Readonly<Record<string, string | undefined>>,
): Promise<Token> {
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  const name = `POST ${new URL(url).pathname}`;
  let response: Response;
  let body: string;
  try {
    response = await settings.httpClient.request(url, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(given).toString(),
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    body = await response.text();
  } catch (cause) {
    throw new ConnectionError(`${name}: no token came`, { cause });
  }
  const { access_token: accessToken, expires_in: seconds, error } = parse(body);
  if (!response.ok) {
    const reason = typeof error === "string" ? ` (${error})` : "";
    // The text of the body may repeat the credentials.
    throw new APIError(`No token was given${reason}`, { request: name, response, body: "" });
  }
  if (typeof accessToken !== "string" || accessToken === "") {
    throw new ResponseValidationError(`${name}: there is no token in the answer`, undefined, []);
  }
  const lifetime = seconds === null ? NaN : Number(seconds) * 1000;
  const left = lifetime - Math.min(margin, lifetime / 2);
  return { accessToken, renewAt: Number.isNaN(left) ? Infinity : Date.now() + left };
}

function parse(body: string): { access_token?: unknown; expires_in?: unknown; error?: unknown } {
  try {
    return Object(JSON.parse(body)) as object;
  } catch {
    return {};
  }
}
