/** A request as it is sent: changed by schemes of security, and again for each redirect. */
import { InvalidRequestError } from "./errors.js";
/** Sets a header that holds a credential. Throws {@link InvalidRequestError}, which does not show it. */
export function setSecretHeader(request, name, value) {
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
        throw new InvalidRequestError(`The credential for the header ${name} has a character that no header can have`);
    }
    request.headers.set(name, value);
    request.secretHeaders.add(name.toLowerCase());
}
