"""Guides of a TypeScript package: the sections of its README."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from typewright.client import ClientMethod
from typewright.client.security import Scheme
from typewright.client.servers import server_variables
from typewright.pages.constraints import code
from typewright.pages.guides import (
    CERTIFICATE,
    Guide,
    credential_text,
    fenced,
    guide_pages,
    operations_text,
    package_page,
    paragraphs,
    server_rows,
    shown_methods,
    table_text,
    variable_rows,
)
from typewright.pages.methods import client_overview, listed_summary
from typewright.pages.page import Page
from typewright.pages.prose import one_line, with_headings_below
from typewright.targets.contract import Project
from typewright.targets.typescript.client.credentials import credential_variables, is_flat
from typewright.targets.typescript.client.option_names import option_names
from typewright.targets.typescript.docs.error_guide import error_guide
from typewright.targets.typescript.docs.guide_code import PAGED, GuideCode
from typewright.targets.typescript.docs.pages import method_links, script_calls_of
from typewright.targets.typescript.docs.webhook_guide import webhook_guide
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import string_literal
from typewright.targets.typescript.words import camel_name

_RETRIES = """\
retryConfig: {
  strategy: "backoff",
  backoff: { initialInterval: 500, maxInterval: 60_000, exponent: 1.5, maxElapsedTime: 300_000 },
}"""
_HTTP_CLIENT = """\
httpClient: new HTTPClient().addHook("beforeRequest", (request) => {
  request.headers.set("x-caller", "me");
})"""
_CERTIFICATE_AGENT = """\
const dispatcher = new Agent({ connect: { cert: readFileSync("client.pem"), key: readFileSync("client.key") } });
const httpClient = new HTTPClient({ fetcher: (input, init) => fetch(input, { ...init, dispatcher }) });"""
_CERTIFICATE = (
    f"{CERTIFICATE} In Node, an `Agent` of the package `undici` has it, of the major version that Node itself has "
    "(`process.versions.undici`):"
)
_ENVIRONMENT = (
    "Node takes proxies from the environment (`HTTPS_PROXY`, `NO_PROXY`) where `NODE_USE_ENV_PROXY` is `1`, from Node "
    "24 and 22.21, and further certificate authorities from `NODE_EXTRA_CA_CERTS`."
)
_OTHER_REQUESTS = (
    "For requests that the API's description lacks, the client has `request(method, path, options)`, with the same "
    "credentials, retries and errors. `withOptions` returns a client with changed options."
)
_HOOKS = """\
import { Hooks } from "../lib/hooks.js";

export const hooks: Hooks = new Hooks();

hooks.registerBeforeRequestHook({
  beforeRequest(context, request) {
    request.headers.set("x-caller", context.operationID);
    return request;
  },
});"""


def typescript_package_pages(project: Project[TypeScriptOptions]) -> Iterator[Page]:
    """Yield README.md and USAGE.md of a package with a client, and its guides if pages are plain."""
    guides = Guides(project)
    yield package_page("README.md", project.options.package, guides.all)
    if guides.shown:
        yield package_page("USAGE.md", "", lambda: [guides.usage()])
    if project.options.docs.is_plain and "docs" in project.options.parts:
        yield from guide_pages(guides.all())


class Guides(Struct, frozen=True, dict=True):
    """Writes the guides of one package. Guides on features that the description does not use are None."""

    project: Project[TypeScriptOptions]

    @cached_property
    def code(self) -> GuideCode:
        """The writer of the code."""
        return GuideCode(script_calls_of(self.project))

    @cached_property
    def shown(self) -> tuple[ClientMethod, ...]:
        """The methods that the README shows."""
        return tuple(method for _, method in shown_methods(self.project.client))

    @cached_property
    def simple(self) -> ClientMethod:
        """The method for examples in which any method will do."""
        methods = [*self.project.client.methods.values()]
        return self.code.simplest([method for method in methods if method.source.response is not None] or methods)

    def all(self) -> Iterator[Guide]:
        """Yield the guides in their order."""
        yield Guide("Summary", "summary", with_headings_below(client_overview(self.project.api), 2), has_heading=False)
        yield self.installation()
        if not self.shown:
            yield from filter(None, [webhook_guide(self.project)])
            return
        found = (
            self.usage(),
            self.authentication(),
            self.operations(),
            self.standalone(),
            error_guide(self.project, self.code, self.shown[0]),
            self.retries(),
            self.pagination(),
            self.streams(),
            self.uploads(),
            webhook_guide(self.project),
            self.servers(),
            self.global_parameters(),
            self.timeouts(),
            self.http_client(),
            self.hooks(),
            self.logging(),
            self.types(),
        )
        yield from (guide for guide in found if guide is not None)
        yield self.versioning()
        yield self.contributing()

    def installation(self) -> Guide:
        """Return the guide to the installation of the package."""
        name = self.project.options.package
        others = f"Or with `pnpm add {name}`, `yarn add {name}` or `bun add {name}`."
        text = "The package has no dependencies. It runs in Node 20.19 or newer, Bun, Deno, workers and browsers."
        return Guide("SDK Installation", "installation", paragraphs(text, fenced("sh", f"npm install {name}"), others))

    def usage(self) -> Guide:
        """Return the first calls."""
        blocks = []
        for method in self.shown:
            example = method.usage_example
            title = example.title if example is not None else None
            text = example.description if example is not None else None
            blocks += [f"### {one_line(title)}" if title else "", one_line(text) if text else ""]
            blocks.append(self.code.script(method))
        return Guide("SDK Example Usage", "usage", paragraphs(*blocks))

    def authentication(self) -> Guide | None:
        """Return the guide to credentials."""
        client = self.project.client
        certificate = self._certificate() if client.security.has_mutual_tls else ""
        if not client.security.offered:
            return Guide("Authentication", "security", certificate) if certificate else None
        offered = client.security.offered
        rows = [
            (
                ", ".join(code(camel_name(name)) for name in _credential_names(scheme, offered)),
                credential_text(scheme),
                ", ".join(map(code, credential_variables(scheme, client.environment_prefix))),
            )
            for scheme in offered
        ]
        is_single = client.security.single is not None
        given = "the credential as an option" if is_single else "each credential as a property of the option `security`"
        text = (
            f"Pass {given} of the client: a string, or a function that returns one or a promise of one. Where it is "
            "not passed, the client reads the environment variable."
        )
        signed = next((m for m in client.methods.values() if client.security.alternatives_of(m)), self.shown[0])
        table = table_text(("Name", "Credential", "Environment variable"), rows)
        return Guide("Authentication", "security", paragraphs(text, table, self.code.client(signed), certificate))

    def _certificate(self) -> str:
        """Return the paragraphs on client certificates."""
        name = string_literal(self.project.options.package, double=True)
        imports = ['import { readFileSync } from "node:fs";', f"import {{ HTTPClient }} from {name};"]
        imports.append('import { Agent } from "undici";')
        code_ = "\n".join([*imports, "", _CERTIFICATE_AGENT])
        return paragraphs(_CERTIFICATE, fenced("typescript", code_))

    def operations(self) -> Guide:
        """Return the list of all methods."""
        links = method_links(self.project)
        groups = [
            (
                one_line(group.title),
                [
                    (m.name, links.get(m.operation.id, ""), listed_summary(m, one_line(m.summary)))
                    for m in group.methods
                ],
            )
            for group in self.project.client.groups
            if group.methods
        ]
        return Guide("Available Operations", "operations", operations_text(groups))

    def standalone(self) -> Guide:
        """Return the guide to standalone functions."""
        text = (
            "Each method is also a standalone function, so that bundlers leave out those that you do not call. "
            "Functions return errors instead of throwing them:"
        )
        script = fenced("typescript", self.code.calls.standalone(self.simple))
        return Guide("Standalone Functions", "standalone-funcs", paragraphs(text, script))

    def retries(self) -> Guide:
        """Return the guide to retries."""
        client = self.project.client
        own = client.retries is not None or any(method.retries is not None for method in client.methods.values())
        behaviour = (
            "The client retries calls after some failures, as the API's description says."
            if own
            else "By default, a call that fails is not retried."
        )
        text = f"{behaviour} Pass `retries` to change that for one call, or `retryConfig` for all calls of a client."
        return Guide("Retries", "retries", paragraphs(text, self.code.client(self.shown[0], _RETRIES)))

    def pagination(self) -> Guide | None:
        """Return the guide to pagination."""
        paged = next((method for method in self._every() if method.paging is not None), None)
        if paged is None:
            return None
        opened = ("const result = await {call};", "", "for await (const item of result.items()) {")
        items = (*opened, "  console.log(item);", "}")
        blocks = ["Iterate over the pages of a method with paged results:", self.code.script(paged, PAGED)]
        if paged.paging is not None and paged.paging.item is not None:
            blocks += ["`items()` iterates over the results of all pages:", self.code.script(paged, items)]
        return Guide("Pagination", "pagination", paragraphs(*blocks))

    def streams(self) -> Guide | None:
        """Return the guide to streams."""
        found = (method for method in self._every() if method.has_stream and method.stream_choice is None)
        streamed = next(found, None)
        if streamed is None:
            return None
        text = "Iterate over a streamed response; leaving the loop closes the connection."
        events = self.code.calls.stream(streamed)
        opened = ("const result = await {call};", "", f"for await (const event of {events}) {{")
        body = (*opened, "  console.log(event);", "}")
        return Guide("Streaming", "eventstream", paragraphs(text, self.code.script(streamed, body)))

    def uploads(self) -> Guide | None:
        """Return the guide to file uploads."""
        found = (method for method in self._every() if "openAsBlob" in self.code.calls.code(method).call)
        sent = next(found, None) if any(method.body is not None for method in self._every()) else None
        if sent is None:
            return None
        text = "Pass a file as a `Blob` or a `File`. The `openAsBlob` of Node reads a file while it is sent."
        return Guide("File Uploads", "file-upload", paragraphs(text, self.code.script(sent)))

    def servers(self) -> Guide:
        """Return the guide to the choice of a server."""
        client = self.project.client
        blocks = []
        if len(client.servers) > 1:
            rows = server_rows(client)
            named = client.servers[-1].id
            chosen = f'server: "{named}"' if named else f"serverIdx: {len(rows) - 1}"
            blocks += [table_text(("Name" if named else "Number", "Server", "Description"), rows)]
            blocks += [f"Choose a server by its {'name' if named else 'number'}; the default is the first one:"]
            blocks += [self.code.client(self.shown[0], chosen)]
        names = self.project.once(option_names).variables
        variables = [(names[variable.name], variable) for variable in server_variables(self.project.api)]
        if variables:
            blocks += ["The variables of the URL are options of the client:"]
            blocks += [table_text(("Option", "Default", "Description"), variable_rows(variables))]
        variable = code(f"{client.environment_prefix}_SERVER_URL".upper())
        blocks += [f"Pass the URL of any other server to the client or to one call, or set {variable} to it:"]
        blocks += [self.code.client(self.shown[0], 'serverURL: "https://api.example.com"')]
        return Guide("Server Selection", "server", paragraphs(*blocks))

    def global_parameters(self) -> Guide | None:
        """Return the guide to global parameters."""
        client = self.project.client
        taking = next((method for method in self._every() if method.globals), None)
        if taking is None:
            return None
        names = [code(camel_name(a.field.preferred_name or a.name)) for a in client.globals]
        text = f"Pass {', '.join(names)} once, to the client, for all of its calls."
        return Guide("Global Parameters", "global-parameters", paragraphs(text, self.code.client(taking)))

    def timeouts(self) -> Guide:
        """Return the guide to timeouts."""
        text = (
            "`timeoutMs` limits how long an attempt may take, in milliseconds. Pass it to the client or to one call. "
            "The option `signal` of a call aborts it at any time."
        )
        return Guide("Timeouts", "timeouts", paragraphs(text, self.code.client(self.shown[0], "timeoutMs: 10_000")))

    def http_client(self) -> Guide:
        """Return the guide to custom HTTP clients."""
        text = (
            "Requests are sent with the platform's `fetch`. An `HTTPClient` takes another one as `fetcher`, and hooks:"
        )
        raw = "`withResponse()` returns the raw response together with the result:"
        body = ("const { value, response } = await {call}.withResponse();", "", "console.log(response.status, value);")
        blocks = [text, self.code.client(self.shown[0], _HTTP_CLIENT, beside="HTTPClient"), _ENVIRONMENT]
        blocks += [raw, self.code.script(self.simple, body), _OTHER_REQUESTS]
        return Guide("Custom HTTP Client", "http-client", paragraphs(*blocks))

    def hooks(self) -> Guide:
        """Return the guide to hooks."""
        text = (
            "`hooks/registration.ts` is written once and never overwritten. Register functions in it that run before "
            "and after calls:"
        )
        traced = (
            f"`traced(tracer)` of `{self.project.options.package}/lib/telemetry.js` returns hooks for the option "
            "`hooks` which make each attempt an OpenTelemetry span."
        )
        return Guide("Hooks", "hooks", paragraphs(text, fenced("typescript", _HOOKS), traced))

    def logging(self) -> Guide:
        """Return the guide to the logging of requests."""
        variable = f"{self.project.client.environment_prefix}_DEBUG".upper()
        text = (
            "Pass a `debugLogger` to log each request and each response, or set the environment variable "
            f"`{variable}` to `true` to log them to the console. Bodies are logged only with `debugBodies`; "
            "credentials never are."
        )
        return Guide("Debugging", "debug", paragraphs(text, self.code.client(self.shown[0], "debugLogger: console")))

    def types(self) -> Guide:
        """Return the guide to the types of the package."""
        text = (
            "Types are plain interfaces and unions, and compile under `strict`, `exactOptionalPropertyTypes` and "
            "`noUncheckedIndexedAccess`. Requests are checked against their schemas; in responses, new properties and "
            "new values are accepted. The option `validation` changes both."
        )
        return Guide("Types", "types", text)

    def versioning(self) -> Guide:
        """Return the guide to versioning."""
        text = (
            "Versions follow [semantic versioning](https://semver.org): a major version may break code, a minor "
            "version adds to the package."
        )
        return Guide("Versioning", "versioning", text)

    def contributing(self) -> Guide:
        """Return the guide to contributing: which files are generated."""
        text = (
            "This package is generated by Typewright from the API's description: change the description, not the code. "
            "You can edit `hooks/registration.ts` and the text outside of the marked sections of `README.md` and "
            "`USAGE.md`, and add files; all of this is kept."
        )
        return Guide("Contributing", "contributing", text)

    def _every(self) -> Iterator[ClientMethod]:
        """Yield all methods, those that the README shows first."""
        yield from self.shown
        yield from self.project.client.methods.values()


def _credential_names(scheme: Scheme, offered: Sequence[Scheme]) -> list[str]:
    """Return the properties of the client's credentials that a scheme has: one, or its parts if it is the only one."""
    has_parts = len(offered) == 1 and is_flat(scheme)
    return [part.name for part in scheme.credentials] if has_parts else [scheme.key]
