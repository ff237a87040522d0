/** Security schemes (OpenAPI, Security Scheme Object), and the choice of those that sign a request. */
import { readVariable } from "./environment.js";
import { InvalidRequestError } from "./errors.js";
import { setSecretHeader } from "./outgoing.js";
/** Returns the source of a credential that is a text. */
function textCredential(variable) {
    const variables = variable === undefined ? [] : [variable];
    return { variables, complete: (given) => given || readVariable(variable) };
}
/**
 * Returns the source of a credential with several members, some of them required, each of which may be a function; a
 * text is returned as it is.
 */
export function memberCredential(required, variables = {}) {
    return {
        variables: Object.values(variables),
        async complete(given) {
            if (typeof given === "string")
                return given || undefined;
            const credential = {};
            for (const [member, value] of Object.entries(given ?? {})) {
                credential[member] = typeof value === "function" ? await value() : value;
            }
            for (const [member, name] of Object.entries(variables)) {
                const text = credential[member] || readVariable(name);
                if (text !== undefined)
                    credential[member] = text;
            }
            return required.every((member) => credential[member]) ? credential : undefined;
        },
    };
}
/** Bearer tokens (RFC 6750); OpenID Connect and access tokens of OAuth 2, too. */
export function bearer(property, variable) {
    return authorization(property, "Bearer", variable);
}
/** Any scheme whose credential is a text: `Authorization: <scheme> <credential>`; a credential may bring its scheme. */
export function authorization(property, scheme, variable) {
    const prefix = scheme && `${scheme} `;
    return {
        property,
        ...textCredential(variable),
        sign(request, credential) {
            const isPrefixed = credential.toLowerCase().startsWith(prefix.toLowerCase());
            setSecretHeader(request, "authorization", isPrefixed ? credential : prefix + credential);
        },
    };
}
/** User name and password (RFC 7617), in UTF-8. */
export function basic(property, variable) {
    return {
        property,
        ...memberCredential(["username"], variable),
        sign(request, { username, password = "" }) {
            const bytes = new TextEncoder().encode(`${username}:${password}`);
            setSecretHeader(request, "authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
        },
    };
}
/** A key in a header, the query or a cookie. */
export function apiKey(property, location, name, variable) {
    return {
        property,
        ...textCredential(variable),
        sign(request, credential) {
            if (location === "header")
                return setSecretHeader(request, name, credential);
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
function cookieText(text) {
    return text.replace(/[ ",;\\]|[^\0-\x7f]+/g, encodeURIComponent);
}
/**
 * Returns the schemes of the first alternative that has all its credentials, with these; none where security is
 * optional
 * or not asked for. Throws {@link InvalidRequestError}, which names what is missing, where no alternative has them.
 */
export async function signaturesOf(settings, alternatives, ownValues) {
    if (alternatives.length === 0)
        return [];
    const source = ownValues ?? settings.modules.credentials;
    const values = ((typeof source === "function" ? await source() : source) ?? {});
    const missing = [];
    for (const names of alternatives) {
        const signatures = [];
        for (const name of names) {
            const scheme = settings.description.schemes?.[name];
            const given = values[scheme.property];
            const completed = scheme.complete(typeof given === "function" ? await given() : given);
            const credential = completed instanceof Promise ? await completed : completed;
            if (credential === undefined)
                missing.push(scheme);
            else
                signatures.push({ scheme, credential });
        }
        if (names.length && signatures.length === names.length)
            return signatures;
    }
    if (alternatives.some((names) => names.length === 0))
        return [];
    throw new InvalidRequestError(`A credential is missing: ${missing.map(describeMissing).join(", or ")}`);
}
function describeMissing({ property, variables }) {
    const read = variables.length === 0 ? "" : ` (environment variable ${variables.join(", ")}, which is not set)`;
    return `give \`${property}\`${read}`;
}
