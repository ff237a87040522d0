/** OAuth 2 tokens that the client requests itself (RFC 6749, sections 4.3, 4.4 and 6). */
import { APIError, ConnectionError, ResponseValidationError } from "./errors.js";
import { setSecretHeader } from "./outgoing.js";
import { isAbsent, textOf } from "./parameters.js";
import { memberCredential } from "./security.js";
/** How long before its end a token is renewed, in milliseconds; one of less than twice that, at its half. */
const margin = 60_000;
const timeout = 60_000;
/**
 * The scheme of access tokens by a client's id and secret. `additional` are members of the credential that the token
 * endpoint takes as parameters, with their names there.
 */
export function clientCredentials(property, tokenURL, variables, additional = {}, refreshURL = tokenURL) {
    const others = (credential) => {
        const given = Object.entries(credential).filter(([member, value]) => member in additional && !isAbsent(value));
        return Object.fromEntries(given.map(([member, value]) => [additional[member], textOf(value)]));
    };
    return tokenScheme(property, variables, {
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
export function resourceOwnerPassword(property, tokenURL, variables, refreshURL = tokenURL) {
    return tokenScheme(property, variables, {
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
function tokenScheme(property, variables, grant) {
    const tokensByClient = new WeakMap();
    const entryOf = (credential, { settings, baseURL, scopes }) => {
        const tokens = tokensByClient.get(settings) ?? new Map();
        tokensByClient.set(settings, tokens);
        const resolve = (described) => new URL(credential.tokenURL || described, `${baseURL}/`).href;
        const url = resolve(grant.tokenURL);
        const fields = { ...grant.fieldsOf(credential), scope: scopes.length > 0 ? scopes.join(" ") : undefined };
        const renew = async (previous) => {
            try {
                if (previous?.refreshToken) {
                    return await refreshedToken(settings, resolve(grant.refreshURL), fields, previous.refreshToken);
                }
            }
            catch (error) {
                if (error instanceof ConnectionError)
                    throw error; // any answer without a token is a refusal
            }
            return requestToken(settings, url, fields);
        };
        return [tokens, JSON.stringify([url, fields]), renew];
    };
    return {
        property,
        ...memberCredential(grant.members, variables),
        async sign(request, credential, context) {
            const token = typeof credential === "string" ? credential : await currentToken(...entryOf(credential, context));
            setSecretHeader(request, "authorization", `Bearer ${token}`);
        },
        async challenge(_response, request, credential, context) {
            if (typeof credential === "string")
                return false;
            const [tokens, key] = entryOf(credential, context);
            // Another call may have renewed the token while this one was under way.
            const pending = tokens.get(key);
            const current = await pending?.catch(() => undefined);
            const isRefused = request.headers["authorization"] === `Bearer ${current?.accessToken}`;
            if (current && isRefused && tokens.get(key) === pending) {
                // A refreshed one that is refused is dropped with its refresh token, so that no loop of them arises.
                if (current.isRefreshed)
                    tokens.delete(key);
                else
                    tokens.set(key, Promise.resolve({ ...current, renewAt: 0 }));
            }
            return true;
        },
    };
}
/** Returns the cached token, or a new one; concurrent calls share one request. */
async function currentToken(tokens, key, renew) {
    const pending = tokens.get(key);
    const token = await pending?.catch(() => undefined);
    if (token !== undefined && Date.now() < token.renewAt)
        return token.accessToken;
    if (tokens.get(key) === pending)
        tokens.set(key, renew(token));
    const loading = tokens.get(key);
    try {
        return (await loading).accessToken;
    }
    catch (error) {
        if (tokens.get(key) === loading)
            tokens.delete(key);
        throw error;
    }
}
/** Returns a new token for a refresh token (section 6), which stays valid where no other comes with it. */
async function refreshedToken(settings, url, fields, refreshToken) {
    const grant = { grant_type: "refresh_token", refresh_token: refreshToken };
    const own = { ...fields, ...grant, username: undefined, password: undefined, scope: undefined };
    return { refreshToken, ...(await requestToken(settings, url, own)), isRefreshed: true };
}
async function requestToken(settings, url, fields) {
    const given = Object.entries(fields).filter((field) => field[1] !== undefined);
    const name = `POST ${new URL(url).pathname}`;
    let response;
    let body;
    try {
        response = await settings.httpClient.request(url, {
            method: "POST",
            headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
            body: new URLSearchParams(given).toString(),
            redirect: "manual",
            signal: AbortSignal.timeout(timeout),
        });
        body = await response.text();
    }
    catch (cause) {
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
function parse(body) {
    try {
        return Object(JSON.parse(body));
    }
    catch {
        return {};
    }
}
