/** Digest authentication (RFC 7616; RFC 2617 if the server supports no other). */
import { md5 } from "./md5.js";
import { setSecretHeader } from "./outgoing.js";
import { memberCredential } from "./security.js";
/** The scheme of user name and password that sends only digests. A first, unsigned request gets the challenge. */
export function digest(property, variable) {
    const challengesByClient = new WeakMap();
    const challengesOf = (settings) => {
        const challenges = challengesByClient.get(settings) ?? new Map();
        challengesByClient.set(settings, challenges);
        return challenges;
    };
    return {
        property,
        ...memberCredential(["username"], variable),
        async sign(request, credential, { settings }) {
            const { origin } = new URL(request.url);
            request.resign = async () => {
                const challenge = challengesOf(settings).get(origin);
                if (challenge !== undefined && new URL(request.url).origin === origin)
                    setSecretHeader(request, "authorization", await headerOf(request, credential, challenge));
            };
            await request.resign();
        },
        challenge(response, request, _credential, { settings }) {
            const parameters = bestChallenge(response.headers.get("www-authenticate") ?? "");
            if (parameters === undefined)
                return false;
            const { nonce = "", stale } = parameters;
            const challenges = challengesOf(settings);
            const { origin } = new URL(request.url);
            // Another call may have got the same nonce, and have answered it: its count goes on.
            if (challenges.get(origin)?.parameters["nonce"] !== nonce)
                challenges.set(origin, { parameters, count: 0 });
            const isAnswered = request.headers["authorization"]?.includes(`nonce=${quote(nonce)}`) ?? false;
            return !isAnswered || stale?.toLowerCase() === "true";
        },
    };
}
/** Returns the parameters of the challenge with the strongest supported algorithm. */
function bestChallenge(header) {
    const challenges = header
        .split(/(?:^|,)\s*(?=Digest\s)/i)
        .filter((text) => /^Digest\s/i.test(text))
        .map(parametersOf)
        .filter(({ algorithm = "MD5" }) => /^(MD5|SHA-256)(-sess)?$/i.test(algorithm));
    return challenges.find(({ algorithm }) => /^SHA/i.test(algorithm ?? "")) ?? challenges[0];
}
function parametersOf(challenge) {
    const parameters = {};
    for (const [, name = "", quoted, plain] of challenge.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)) {
        parameters[name.toLowerCase()] = quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "";
    }
    return parameters;
}
async function headerOf(request, { username, password = "" }, challenge) {
    const { realm = "", nonce = "", qop, opaque, algorithm = "MD5" } = challenge.parameters;
    const hash = /^SHA/i.test(algorithm) ? sha256 : async (text) => md5(text);
    const { pathname, search } = new URL(request.url);
    const uri = pathname + search;
    const cnonce = crypto.randomUUID();
    const nc = (++challenge.count).toString(16).padStart(8, "0");
    let secret = await hash(`${username}:${realm}:${password}`);
    if (/-sess$/i.test(algorithm))
        secret = await hash(`${secret}:${nonce}:${cnonce}`);
    const target = await hash(`${request.method}:${uri}`);
    const hasQop = qop?.split(",").some((option) => option.trim() === "auth") ?? false;
    const response = await hash(hasQop ? `${secret}:${nonce}:${nc}:${cnonce}:auth:${target}` : `${secret}:${nonce}:${target}`);
    const fields = [
        ...Object.entries({ username, realm, nonce, uri, response }).map(([name, value]) => `${name}=${quote(value)}`),
        ...(challenge.parameters["algorithm"] === undefined ? [] : [`algorithm=${algorithm}`]),
        ...(opaque === undefined ? [] : [`opaque=${quote(opaque)}`]),
        ...(hasQop ? ["qop=auth", `nc=${nc}`, `cnonce="${cnonce}"`] : []),
    ];
    return `Digest ${fields.join(", ")}`;
}
function quote(text) {
    return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
async function sha256(text) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
