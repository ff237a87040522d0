/** OAuth 2 tokens that the client requests itself (RFC 6749, sections 4.3, 4.4 and 6). */

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
  /** The token that renews it without the grant. */
  readonly refreshToken?: string | undefined;
  /** Whether it came by such a token itself. */
  readonly isRefreshed?: boolean;
}

/** The fields of a request for a token; those that are undefined are not sent. */
type TokenFields = Readonly<Record<string, string | undefined>>;

/** A grant of a token (RFC 6749, section 4). */
interface Grant<Credential> {
  /** The members that the credential must have. */
  readonly members: readonly string[];
  /** The token URL of the description. */
  readonly tokenURL: string;
  /** The URL for refresh tokens. */
  readonly refreshURL: string;
  /** Returns the fields of the request. */
  fieldsOf(credential: Credential): TokenFields;
}

/** How long before its end a token is renewed, in milliseconds; one of less than twice that, at its half. */
const margin = 60_000;
const timeout = 60_000;

type Tokens = Map<string, Promise<Token>>;

/** Requests a new token, after a previous one if there was one. */
type Renew = (previous: Token | undefined) => Promise<Token>;

/**
 * The scheme of access tokens by a client's id and secret. `additional` are members of the credential that the token
 * endpoint takes as parameters, with their names there.
 */
export function clientCredentials(
  property: string,
  tokenURL: string,
  variables?: Readonly<Record<string, string>>,
  additional: Readonly<Record<string, string>> = {},
  refreshURL: string = tokenURL,
): SecurityScheme {
  const others = (credential: object): Record<string, string> => {
    const given = Object.entries(credential).filter(([member, value]) => member in additional && !isAbsent(value));
    return Object.fromEntries(given.map(([member, value]) => [additional[member], textOf(value)]));
  };
  return tokenScheme<ClientCredential>(property, variables, {
    members: ["clientID", "clientSecret"],
    tokenURL,
    refreshURL,
    fieldsOf: (credential) => ({
      grant_type: "client_credentials",
      client_id: credential.clientID,
      client_secret: credential.clientSecret,
      ...others(credential),
    }),
  });
}

/** The scheme of access tokens by a user's name and password, which are renewed by refresh tokens at `refreshURL`. */
export function resourceOwnerPassword(
  property: string,
  tokenURL: string,
  variables?: Readonly<Record<string, string>>,
  refreshURL: string = tokenURL,
): SecurityScheme {
  return tokenScheme<PasswordCredential>(property, variables, {
    members: ["username", "password"],
    tokenURL,
    refreshURL,
    fieldsOf: (credential) => ({
      grant_type: "password",
      username: credential.username,
      password: credential.password,
      client_id: credential.clientID,
      client_secret: credential.clientSecret,
    }),
  });
}

function tokenScheme<Credential extends { readonly tokenURL?: string }>(
  property: string,
  variables: Readonly<Record<string, string>> | undefined,
  grant: Grant<Credential>,
): SecurityScheme {
  const tokensByClient = new WeakMap<ClientSettings, Tokens>();
  const entryOf = (credential: Credential, { settings, baseURL, scopes }: SignContext): [Tokens, string, Renew] => {
    const tokens = tokensByClient.get(settings) ?? new Map<string, Promise<Token>>();
    tokensByClient.set(settings, tokens);
    const resolve = (described: string): string => new URL(credential.tokenURL || described, `${baseURL}/`).href;
    const url = resolve(grant.tokenURL);
    const fields = { ...grant.fieldsOf(credential), scope: scopes.length > 0 ? scopes.join(" ") : undefined };
    const renew: Renew = async (previous) => {
      try {
        if (previous?.refreshToken) {
          return await refreshedToken(settings, resolve(grant.refreshURL), fields, previous.refreshToken);
        }
      } catch (error) {
        if (error instanceof ConnectionError) throw error; // any answer without a token is a refusal
      }
      return requestToken(settings, url, fields);
    };
    return [tokens, JSON.stringify([url, fields]), renew];
  };
  return {
    property,
    ...memberCredential(grant.members, variables),
    async sign(request, credential: Credential | string, context) {
      const token = typeof credential === "string" ? credential : await currentToken(...entryOf(credential, context));
      setSecretHeader(request, "authorization", `Bearer ${token}`);
    },
    async challenge(_response, request, credential: Credential | string, context) {
      if (typeof credential === "string") return false;
      const [tokens, key] = entryOf(credential, context);
      // Another call may have renewed the token while this one was under way.
      const pending = tokens.get(key);
      const current = await pending?.catch(() => undefined);
      const isRefused = request.headers["authorization"] === `Bearer ${current?.accessToken}`;
      if (current && isRefused && tokens.get(key) === pending) {
        // A refreshed one that is refused is dropped with its refresh token, so that no loop of them arises.
        if (current.isRefreshed) tokens.delete(key);
        else tokens.set(key, Promise.resolve({ ...current, renewAt: 0 }));
      }
      return true;
    },
  };
}

/** Returns the cached token, or a new one; concurrent calls share one request. */
async function currentToken(tokens: Tokens, key: string, renew: Renew): Promise<string> {
  const pending = tokens.get(key);
  const token = await pending?.catch(() => undefined);
  if (token !== undefined && Date.now() < token.renewAt) return token.accessToken;
  if (tokens.get(key) === pending) tokens.set(key, renew(token));
  const loading = tokens.get(key) as Promise<Token>;
  try {
    return (await loading).accessToken;
  } catch (error) {
    if (tokens.get(key) === loading) tokens.delete(key);
    throw error;
  }
}

/** Returns a new token for a refresh token (section 6), which stays valid where no other comes with it. */
async function refreshedToken(
  settings: ClientSettings,
  url: string,
  fields: TokenFields,
  refreshToken: string,
): Promise<Token> {
  const grant = { grant_type: "refresh_token", refresh_token: refreshToken };
  const own = { ...fields, ...grant, username: undefined, password: undefined, scope: undefined };
  return { refreshToken, ...(await requestToken(settings, url, own)), isRefreshed: true };
}

async function requestToken(settings: ClientSettings, url: string, fields: TokenFields): Promise<Token> {
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
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds, error } = parse(body);
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
  const renewAt = Number.isNaN(left) ? Infinity : Date.now() + left;
  return { accessToken, renewAt, ...(typeof refreshToken === "string" && refreshToken && { refreshToken }) };
}

/** Returns the members of a token endpoint's answer (sections 5.1 and 5.2). */
function parse(body: string): Partial<Record<"access_token" | "refresh_token" | "expires_in" | "error", unknown>> {
  try {
    return Object(JSON.parse(body)) as object;
  } catch {
    return {};
  }
}
