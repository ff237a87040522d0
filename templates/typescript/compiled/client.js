/** A client: its options, and the generated description of the API. */
import { isBrowser, isSwitchedOn, readVariable, runtimeName } from "./environment.js";
import { Context } from "./validation.js";
/** The part of a client that calls need. It has one member, so that the groups of an API can have any other name. */
export class ClientCore {
    constructor(description, options, modules = {}) {
        const hooks = modules.hooks ? modules.hooks.followedBy(options.hooks) : options.hooks;
        const used = hooks?.sdkInit(options) ?? options;
        const { package: name, version, variablePrefix } = description;
        const logger = used.debugLogger ?? (isSwitchedOn(`${variablePrefix}_DEBUG`) ? console : undefined);
        const variable = `${variablePrefix}_SERVER_URL`;
        const isServerChosen = used.server !== undefined || used.serverIdx !== undefined;
        const settings = {
            options: used,
            description,
            modules,
            hooks,
            // Not a member of the class, whose hooks a bundle of a small client does without.
            httpClient: used.httpClient ?? { request: (input, init) => fetch(input, init) },
            serverURL: (used.serverURL && String(used.serverURL)) || (isServerChosen ? undefined : readVariable(variable)),
            logger,
            log: logger && modules.debugLog,
            userAgent: isBrowser() ? undefined : (used.userAgent ?? `${name}/${version} (${runtimeName()})`),
        };
        // Not enumerable: a client that is logged shows no credentials.
        Object.defineProperty(this, "_settings", { value: settings });
    }
}
/**
 * Returns the value of a parameter that is an option of the client, or of its environment variable, whose text is read
 * as `write` takes it: as it is, as JSON (a number, true), as a date.
 */
export function globalValue({ options, description }, property, write) {
    const given = description.globals?.[property];
    const [option, variable] = typeof given === "object" ? given : [property, given];
    const value = options[option];
    if (value !== undefined && value !== "")
        return value;
    const text = readVariable(variable);
    if (text === undefined || !write)
        return text;
    return [text, parsed(text), new Date(text)].find((candidate) => {
        const context = new Context(false, false);
        write(candidate, context);
        return context.issues.length === 0;
    }) ?? text;
}
function parsed(text) {
    try {
        return /^-?\d{16,}$/.test(text) ? BigInt(text) : JSON.parse(text);
    }
    catch {
        return text;
    }
}
