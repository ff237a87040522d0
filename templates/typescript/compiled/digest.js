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
                if (challenge === undefined || new URL(request.url).origin !== origin)
                    return;
                const value = await headerOf(request, credential, challenge);
                if (value !== undefined)
                    setSecretHeader(request, "authorization", value);
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
/** The supported algorithms, strongest first. */
const algorithms = ["SHA-512-256", "SHA-256", "MD5"];
/** Returns the parameters of the challenge with the strongest supported algorithm. */
function bestChallenge(header) {
    const challenges = header
        .split(/(?:^|,)\s*(?=Digest\s)/i)
        .filter((text) => /^Digest\s/i.test(text))
        .map(parametersOf)
        .filter((parameters) => parameters["qop"] === undefined || protectionOf(parameters) !== undefined);
    for (const algorithm of algorithms) {
        const found = challenges.find((parameters) => algorithmOf(parameters) === algorithm);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** Returns the algorithm of a challenge, without `-sess`. */
function algorithmOf({ algorithm = "MD5" }) {
    return algorithm.toUpperCase().replace(/-SESS$/, "");
}
/** Returns the quality of protection to use of those that a challenge offers: without the body, else with it. */
function protectionOf({ qop = "" }) {
    const offered = qop.split(",").map((option) => option.trim().toLowerCase());
    return ["auth", "auth-int"].find((option) => offered.includes(option));
}
function parametersOf(challenge) {
    const parameters = {};
    for (const [, name = "", quoted, plain] of challenge.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)) {
        parameters[name.toLowerCase()] = quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "";
    }
    return parameters;
}
/** Returns the value of `Authorization` (RFC 7616, 3.4); undefined where a body that can be read once is signed. */
async function headerOf(request, { username, password = "" }, challenge) {
    const { realm = "", nonce = "", opaque, algorithm } = challenge.parameters;
    const qop = protectionOf(challenge.parameters);
    if (qop === "auth-int" && request.body instanceof ReadableStream)
        return undefined;
    const hash = await hashOf(algorithmOf(challenge.parameters));
    const { pathname, search } = new URL(request.url);
    const uri = pathname + search;
    const cnonce = crypto.randomUUID();
    const nc = (++challenge.count).toString(16).padStart(8, "0");
    let secret = await hash(`${username}:${realm}:${password}`);
    if (/-sess$/i.test(algorithm ?? ""))
        secret = await hash(`${secret}:${nonce}:${cnonce}`);
    const content = qop === "auth-int" ? `:${await hash(request.body ?? "")}` : "";
    const target = await hash(`${request.method}:${uri}${content}`);
    const response = await hash(qop === undefined ? `${secret}:${nonce}:${target}` : `${secret}:${nonce}:${nc}:${cnonce}:${qop}:${target}`);
    const fields = [
        ...Object.entries({ username, realm, nonce, uri, response }).map(([name, value]) => `${name}=${quote(value)}`),
        ...(algorithm === undefined ? [] : [`algorithm=${algorithm}`]),
        ...(opaque === undefined ? [] : [`opaque=${quote(opaque)}`]),
        ...(qop === undefined ? [] : [`qop=${qop}`, `nc=${nc}`, `cnonce="${cnonce}"`]),
    ];
    return `Digest ${fields.join(", ")}`;
}
/** Returns the function of an algorithm, whose results are hexadecimal digits. */
async function hashOf(algorithm) {
    const functions = { MD5: md5, "SHA-256": sha256 };
    const hash = functions[algorithm] ?? (await import("./sha512-256.js")).sha512_256;
    return async (content) => hash(new Uint8Array(await new Response(content).arrayBuffer()));
}
function quote(text) {
    return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
async function sha256(content) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
