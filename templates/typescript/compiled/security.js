/** Schemes of security (OpenAPI, Security Scheme Object), and which of them sign a request. */
import { readVariable } from "./environment.js";
import { InvalidRequestError } from "./errors.js";
import { setSecretHeader } from "./outgoing.js";
/** Bearer tokens (RFC 6750); OpenID Connect and access tokens of OAuth 2, too. */
export function bearer(property, variable) {
    return authorization(property, "Bearer", variable);
}
/** Any scheme whose credential is a text: `Authorization: <scheme> <credential>`; a credential may bring its scheme. */
export function authorization(property, scheme, variable) {
    const prefix = scheme && `${scheme} `;
    return {
        property,
        variable,
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
        variable,
        members: ["username"],
        sign(request, { username, password = "" }) {
            const bytes = new TextEncoder().encode(`${username}:${password}`);
            setSecretHeader(request, "authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
        },
    };
}
/** Mutual TLS: the transport that is handed to the client has the certificate. */
export function mutualTLS() {
    return { property: "", members: [], sign() { } };
}
/** A key in a header, the query or a cookie. */
export function apiKey(property, location, name, variable) {
    return {
        property,
        variable,
        sign(request, credential) {
            if (location === "header")
                return setSecretHeader(request, name, credential);
            const pair = `${encodeURIComponent(name)}=${encodeURIComponent(credential)}`;
            if (location === "cookie") {
                const others = request.headers["cookie"];
                return setSecretHeader(request, "cookie", others === undefined ? pair : `${others}; ${pair}`);
            }
            request.url += (request.url.includes("?") ? "&" : "?") + pair;
            request.secretParameters.add(name);
        },
    };
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
            const credential = scheme && (await credentialOf(scheme, values[scheme.property]));
            if (scheme && credential === undefined)
                missing.push(scheme);
            else if (scheme)
                signatures.push({ scheme, credential });
        }
        if (signatures.length === names.length && names.length > 0)
            return signatures;
    }
    if (alternatives.some((names) => names.length === 0))
        return [];
    throw new InvalidRequestError(`A credential is missing: ${missing.map(describeMissing).join(", or ")}`);
}
function describeMissing({ property, variable }) {
    const variables = typeof variable === "string" ? [variable] : Object.values(variable ?? {});
    const read = variables.length === 0 ? "" : ` (environment variable ${variables.join(", ")}, which is not set)`;
    return `give \`${property}\`${read}`;
}
/** Returns a scheme's credential, from the environment where none is given; undefined where it is not complete. */
async function credentialOf(scheme, given) {
    const value = typeof given === "function" ? await given() : given;
    const { variable, members } = scheme;
    if (members === undefined || typeof value === "string") {
        return value || (typeof variable === "string" ? readVariable(variable) : undefined);
    }
    const credential = { ...value };
    for (const [member, name] of Object.entries(variable ?? {})) {
        const text = credential[member] || readVariable(name);
        if (text !== undefined)
            credential[member] = text;
    }
    return members.every((member) => credential[member]) ? credential : undefined;
}
