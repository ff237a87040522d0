/** Digest authentication (RFC 7616; RFC 2617 if the server supports no other). */

import type { ClientSettings } from "./client.js";
import { md5 } from "./md5.js";
import type { BodyContent } from "./operation.js";
import { type OutgoingRequest, setSecretHeader } from "./outgoing.js";
import { type BasicCredential, memberCredential, type SecurityScheme } from "./security.js";

interface Challenge {
  readonly parameters: Readonly<Record<string, string>>;
  /** The number of requests that were signed with its nonce. */
  count: number;
}

/** The scheme of user name and password that sends only digests. A first, unsigned request gets the challenge. */
export function digest(property: string, variable?: Readonly<Record<keyof BasicCredential, string>>): SecurityScheme {
  const challengesByClient = new WeakMap<ClientSettings, Map<string, Challenge>>();
  const challengesOf = (settings: ClientSettings): Map<string, Challenge> => {
    const challenges = challengesByClient.get(settings) ?? new Map<string, Challenge>();
    challengesByClient.set(settings, challenges);
    return challenges;
  };
  return {
    property,
    ...memberCredential(["username"], variable),
    async sign(request, credential: BasicCredential, { settings }) {
      const { origin } = new URL(request.url);
      request.resign = async () => {
        const challenge = challengesOf(settings).get(origin);
        if (challenge === undefined || new URL(request.url).origin !== origin) return;
        const value = await headerOf(request, credential, challenge);
        if (value !== undefined) setSecretHeader(request, "authorization", value);
      };
      await request.resign();
    },
    challenge(response, request, _credential: BasicCredential, { settings }) {
      const parameters = bestChallenge(response.headers.get("www-authenticate") ?? "");
      if (parameters === undefined) return false;
      const { nonce = "", stale } = parameters;
      const challenges = challengesOf(settings);
      const { origin } = new URL(request.url);
      // Another call may have got the same nonce, and have answered it: its count goes on.
      if (challenges.get(origin)?.parameters["nonce"] !== nonce) challenges.set(origin, { parameters, count: 0 });
      const isAnswered = request.headers["authorization"]?.includes(`nonce=${quote(nonce)}`) ?? false;
      return !isAnswered || stale?.toLowerCase() === "true";
    },
  };
}

/** The supported algorithms, strongest first. */
const algorithms = ["SHA-512-256", "SHA-256", "MD5"];

/** Returns the parameters of the challenge with the strongest supported algorithm. */
function bestChallenge(header: string): Record<string, string> | undefined {
  const challenges = header
    .split(/(?:^|,)\s*(?=Digest\s)/i)
    .filter((text) => /^Digest\s/i.test(text))
    .map(parametersOf)
    .filter((parameters) => parameters["qop"] === undefined || protectionOf(parameters) !== undefined);
  for (const algorithm of algorithms) {
    const found = challenges.find((parameters) => algorithmOf(parameters) === algorithm);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns the algorithm of a challenge, without `-sess`. */
function algorithmOf({ algorithm = "MD5" }: Record<string, string>): string {
  return algorithm.toUpperCase().replace(/-SESS$/, "");
}

/** Returns the quality of protection to use of those that a challenge offers: without the body, else with it. */
function protectionOf({ qop = "" }: Record<string, string>): "auth" | "auth-int" | undefined {
  const offered = qop.split(",").map((option) => option.trim().toLowerCase());
  return (["auth", "auth-int"] as const).find((option) => offered.includes(option));
}

function parametersOf(challenge: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [, name = "", quoted, plain] of challenge.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)) {
    parameters[name.toLowerCase()] = quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "";
  }
  return parameters;
}

/** Returns the value of `Authorization` (RFC 7616, 3.4); undefined where a body that can be read once is signed. */
async function headerOf(
  request: OutgoingRequest,
  { username, password = "" }: BasicCredential,
  challenge: Challenge,
): Promise<string | undefined> {
  const { realm = "", nonce = "", opaque, algorithm } = challenge.parameters;
  const qop = protectionOf(challenge.parameters);
  if (qop === "auth-int" && request.body instanceof ReadableStream) return undefined;
  const hash = await hashOf(algorithmOf(challenge.parameters));
  const { pathname, search } = new URL(request.url);
  const uri = pathname + search;
  const cnonce = crypto.randomUUID();
  const nc = (++challenge.count).toString(16).padStart(8, "0");
  let secret = await hash(`${username}:${realm}:${password}`);
  if (/-sess$/i.test(algorithm ?? "")) secret = await hash(`${secret}:${nonce}:${cnonce}`);
  const content = qop === "auth-int" ? `:${await hash(request.body ?? "")}` : "";
  const target = await hash(`${request.method}:${uri}${content}`);
  const response = await hash(
    qop === undefined ? `${secret}:${nonce}:${target}` : `${secret}:${nonce}:${nc}:${cnonce}:${qop}:${target}`,
  );
  const fields = [
    ...Object.entries({ username, realm, nonce, uri, response }).map(([name, value]) => `${name}=${quote(value)}`),
    ...(algorithm === undefined ? [] : [`algorithm=${algorithm}`]),
    ...(opaque === undefined ? [] : [`opaque=${quote(opaque)}`]),
    ...(qop === undefined ? [] : [`qop=${qop}`, `nc=${nc}`, `cnonce="${cnonce}"`]),
  ];
  return `Digest ${fields.join(", ")}`;
}

/** Returns the function of an algorithm, whose results are hexadecimal digits. */
async function hashOf(algorithm: string): Promise<(content: BodyContent) => Promise<string>> {
  const functions: Record<string, typeof md5 | typeof sha256> = { MD5: md5, "SHA-256": sha256 };
  const hash = functions[algorithm] ?? (await import("./sha512-256.js")).sha512_256;
  return async (content) => hash(new Uint8Array(await new Response(content).arrayBuffer()));
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

async function sha256(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
