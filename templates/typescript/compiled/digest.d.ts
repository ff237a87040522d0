/** Digest authentication (RFC 7616; RFC 2617 where the server knows no other). */
import { type BasicCredential, type SecurityScheme } from "./security.js";
/** User name and password, of which only digests are sent. A first request asks for the challenge. */
export declare function digest(property: string, variable?: Readonly<Record<keyof BasicCredential, string>>): SecurityScheme;
