/** Digest authentication (RFC 7616; RFC 2617 if the server supports no other). */
import { type BasicCredential, type SecurityScheme } from "./security.js";
/** The scheme of user name and password that sends only digests. A first, unsigned request gets the challenge. */
export declare function digest(property: string, variable?: Readonly<Record<keyof BasicCredential, string>>): SecurityScheme;
