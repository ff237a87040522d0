"""Guides of a Python package: the sections of its README."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from typewright.client import ClientMethod, Group
from typewright.client.security import Scheme
from typewright.client.servers import server_variables
from typewright.examples.values import Upload
from typewright.ir import ObjectModel
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
from typewright.surface import SECURITY
from typewright.targets.contract import Project
from typewright.targets.python.client.calls import Calls
from typewright.targets.python.client.credentials import credential_variables
from typewright.targets.python.client.package import distribution_name
from typewright.targets.python.docs.error_guide import error_guide
from typewright.targets.python.docs.guide_code import GuideCode
from typewright.targets.python.docs.pages import calls_of, method_links
from typewright.targets.python.docs.webhook_guide import webhook_guide
from typewright.targets.python.models.package import package_folder
from typewright.targets.python.options import PythonOptions
from typewright.targets.python.words import attribute

Shown = tuple[Group, ClientMethod]
_RETRIES = """\
retry_config=RetryConfig(
    strategy="backoff",
    backoff=BackoffStrategy(initial_interval=500, max_interval=60000, exponent=1.5, max_elapsed_time=300000),
)"""


def python_package_pages(project: Project[PythonOptions]) -> Iterator[Page]:
    """Yield README.md and USAGE.md of a package with a client, and its guides if pages are plain."""
    guides = Guides(project)
    yield package_page("README.md", distribution_name(project.options), guides.all)
    if guides.shown:
        yield package_page("USAGE.md", "", lambda: [guides.usage()])
    if project.options.docs.is_plain and "docs" in project.options.parts:
        yield from guide_pages(guides.all())


class Guides(Struct, frozen=True, dict=True):
    """Writes the guides of one package. Guides on features that the description does not use are None."""

    project: Project[PythonOptions]

    @cached_property
    def code(self) -> GuideCode:
        """The writer of the code."""
        return GuideCode(self.project.once(calls_of))

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        """The methods that the README shows."""
        return shown_methods(self.project.client)

    @cached_property
    def simple(self) -> Shown:
        """The method for examples in which any method will do."""
        answered = [shown for shown in self._every() if shown[1].source.response is not None]
        return self.code.simplest(answered or self.shown)

    def all(self) -> Iterator[Guide]:
        """Yield the guides in their order."""
        api = self.project.api
        yield Guide("Summary", "summary", with_headings_below(client_overview(api), 2), has_heading=False)
        yield self.installation()
        if not self.shown:
            yield from filter(None, [webhook_guide(self.project)])
            return
        found = (
            self.usage(),
            self.authentication(),
            self.operations(),
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
        name = distribution_name(self.project.options)
        pip, uv = (fenced("sh", f"{command} {name}") for command in ("pip install", "uv add"))
        body = paragraphs("Requires Python 3.10 or newer.", pip, "Or with [uv](https://docs.astral.sh/uv/):", uv)
        return Guide("SDK Installation", "installation", body)

    def usage(self) -> Guide:
        """Return the guide to first calls, each synchronous and asynchronous."""
        blocks = []
        for shown in self.shown:
            example = shown[1].usage_example
            title = example.title if example is not None else None
            text = example.description if example is not None else None
            blocks += [f"### {one_line(title)}" if title else "", one_line(text) if text else ""]
            blocks += [self.code.script(shown), "The same call, asynchronous:", self.code.asynchronous(shown)]
        return Guide("SDK Example Usage", "usage", paragraphs(*blocks))

    def authentication(self) -> Guide | None:
        """Return the guide to credentials."""
        security = self.project.client.security
        certificate = CERTIFICATE if security.has_mutual_tls else ""
        if not security.offered:
            return Guide("Authentication", "security", certificate) if certificate else None
        prefix = self.project.client.environment_prefix
        rows = [
            (
                ", ".join(code(attribute(name)) for name in self._credential_fields(scheme)),
                credential_text(scheme),
                ", ".join(map(code, credential_variables(scheme, prefix))),
            )
            for scheme in security.offered
        ]
        is_single = security.single is not None
        given = (
            "the credential as an argument" if is_single else "each credential as a field of the argument `security`"
        )
        text = (
            f"Pass {given} of the client. Where it is not passed, the client reads the environment variable. You can "
            f"also pass a function that returns {'it' if is_single else 'all of them'}: it is called for each attempt."
        )
        signed = next((shown for shown in self._every() if security.alternatives_of(shown[1])), self.shown[0])
        table = table_text(("Name", "Credential", "Environment variable"), rows)
        return Guide("Authentication", "security", paragraphs(text, table, self.code.client(signed[1]), certificate))

    def _credential_fields(self, scheme: Scheme) -> list[str]:
        """Return the fields of the client's credentials that a scheme has: one, or each of its parts."""
        model = self.project.surface.models.get(SECURITY)
        fields = model.fields if isinstance(model, ObjectModel) else ()
        return [field.name for field in fields if field.pointer == scheme.scheme.pointer]

    def operations(self) -> Guide:
        """Return the list of all methods."""
        links = self.project.once(method_links)
        groups = [
            (
                one_line(group.title),
                [
                    (method.name, links.get(method.operation.id, ""), listed_summary(method, one_line(method.summary)))
                    for method in group.methods
                ],
            )
            for group in self.project.client.groups
            if group.methods
        ]
        return Guide("Available Operations", "operations", operations_text(groups))

    def retries(self) -> Guide:
        """Return the guide to retries."""
        own = self.project.client.retries or next((m.retries for _, m in self._every() if m.retries is not None), None)
        behaviour = (
            "The client retries calls after some failures, as the API's description says."
            if own is not None
            else "By default, a call that fails is not retried."
        )
        text = f"{behaviour} Pass `retries` to change that for one call, or `retry_config` for all calls of a client."
        package = package_folder(self.project.options)
        imports = [f"from {package}.utils import BackoffStrategy, RetryConfig"]
        script = self.code.client(self.shown[0][1], _RETRIES, imports=imports)
        return Guide("Retries", "retries", paragraphs(text, script))

    def pagination(self) -> Guide | None:
        """Return the guide to pagination."""
        paged = next((shown for shown in self._every() if shown[1].paging is not None), None)
        if paged is None:
            return None
        text = (
            "Methods with paged results return the first page. `next()` of a page returns the following one, or None."
        )
        blocks = [text, self.code.script(paged)]
        paging = paged[1].paging
        if paging is not None and paging.item is not None:
            handled = ["assert res is not None", "", "for item in res.items():", "    print(item)"]
            blocks += ["`items()` iterates over the results of all pages:", self.code.script(paged, handled=handled)]
        return Guide("Pagination", "pagination", paragraphs(*blocks))

    def streams(self) -> Guide | None:
        """Return the guide to streams."""
        calls = self.code.calls
        streamed = next((shown for shown in self._every() if _is_streaming(calls, shown[1])), None)
        if streamed is None:
            return None
        text = "Iterate over a streamed response in a `with` block, which closes the connection at its end."
        return Guide("Streaming", "eventstream", paragraphs(text, self.code.script(streamed, stream=True)))

    def uploads(self) -> Guide | None:
        """Return the guide to file uploads."""
        arguments = self.code.calls.arguments
        sent = next(
            (shown for shown in self._every() if any(isinstance(p.value, Upload) for p in arguments.of(shown[1]))), None
        )
        if sent is None:
            return None
        text = "Pass a file as an open file, bytes, or a path. An open file is read while it is sent."
        return Guide("File Uploads", "file-upload", paragraphs(text, self.code.script(sent)))

    def servers(self) -> Guide:
        """Return the guide to the choice of a server."""
        client = self.project.client
        named = any(server.id for server in client.servers)
        blocks = []
        if len(client.servers) > 1:
            rows = server_rows(client)
            blocks += [table_text(("Name" if named else "Number", "Server", "Description"), rows)]
            blocks += [f"Choose a server by its {'name' if named else 'number'}; the default is the first one:"]
            chosen = f'server="{client.servers[-1].id}"' if client.servers[-1].id else f"server_idx={len(rows) - 1}"
            blocks += [self.code.client(self.shown[0][1], chosen)]
        variables = [(attribute(variable.name), variable) for variable in server_variables(self.project.api)]
        if variables:
            blocks += ["The variables of the URL are arguments of the client:"]
            blocks += [table_text(("Argument", "Default", "Description"), variable_rows(variables))]
        variable = code(f"{client.environment_prefix}_SERVER_URL".upper())
        blocks += [f"Pass the URL of any other server to the client or to one call, or set {variable} to it:"]
        blocks += [self.code.client(self.shown[0][1], 'server_url="https://api.example.com"')]
        return Guide("Server Selection", "server", paragraphs(*blocks))

    def global_parameters(self) -> Guide | None:
        """Return the guide to global parameters."""
        client = self.project.client
        taking = next((shown for shown in self._every() if shown[1].globals), None)
        if taking is None:
            return None
        names = [code(attribute(a.field.preferred_name or a.field.name)) for a in client.globals]
        text = f"Pass {', '.join(names)} once, to the client, for all of its calls."
        return Guide("Global Parameters", "global-parameters", paragraphs(text, self.code.client(taking[1])))

    def timeouts(self) -> Guide:
        """Return the guide to timeouts."""
        text = (
            "`timeout_ms` limits how long an attempt may take, in milliseconds. Pass it to the client or to one call:"
        )
        script = self.code.script(self.simple, call=["timeout_ms=10000"])
        return Guide("Timeouts", "timeouts", paragraphs(text, script))

    def http_client(self) -> Guide:
        """Return the guide to custom HTTP clients."""
        library = self.project.options.http_client
        text = (
            f"Requests are sent with [{library}](https://pypi.org/project/{library}/). To use your own proxies, "
            f"certificates or transport, pass a client of {library} as `client`, or as `async_client` for asynchronous "
            "calls. You have to close it yourself."
        )
        script = self.code.client(
            self.shown[0][1], f'client={library}.Client(proxy="http://localhost:3128")', imports=[f"import {library}"]
        )
        raw = "`with_raw_response` returns the status and the headers together with the result:"
        handled = ["print(res.status_code, res.headers)", "print(res.parse())"]
        blocks = [raw, self.code.script(self.simple, via="with_raw_response", handled=handled)]
        name, package = distribution_name(self.project.options), package_folder(self.project.options)
        blocks.append(
            f"Asynchronous calls are faster over aiohttp: install `{name}[aiohttp]`, and pass "
            f"`{package}.utils.aiohttp_client()` as `async_client`. If OpenTelemetry is installed "
            f"(`{name}[opentelemetry]`), each call is a span, named after its method and path template."
        )
        blocks.append(
            "For requests that the API's description lacks, the client has `request(method, path)`, with the same "
            "credentials, retries and errors. `with_options` returns a client with changed options that shares the "
            "connections of this one."
        )
        return Guide("Custom HTTP Client", "http-client", paragraphs(text, script, *blocks))

    def hooks(self) -> Guide:
        """Return the guide to hooks."""
        package = package_folder(self.project.options)
        text = (
            f"`{package}/hooks.py` is written once and never overwritten. Register functions in it that run before and "
            "after calls:"
        )
        lines = (
            "```python\n"
            f"from {package}.utils import HookContext, Hooks\n\n\n"
            "def register_hooks(hooks: Hooks) -> None:\n"
            "    @hooks.before_request\n"
            "    def name_the_caller(context: HookContext, request):\n"
            '        request.headers["x-caller"] = context.operation_id\n'
            "        return request\n"
            "```"
        )
        others = "`client_init`, `after_success` and `after_error` are used in the same way."
        return Guide("Hooks", "hooks", paragraphs(text, lines, others))

    def logging(self) -> Guide:
        """Return the guide to the logging of requests."""
        variable = f"{self.project.client.environment_prefix}_DEBUG".upper()
        text = (
            "Pass a `debug_logger` to log each request and each response, or set the environment variable "
            f"`{variable}` to `true` to log them to standard error. Bodies are logged only if `{variable}_BODIES` is "
            "`true`, too; credentials never are."
        )
        logger = f'debug_logger=logging.getLogger("{package_folder(self.project.options)}")'
        script = self.code.client(self.shown[0][1], logger, imports=["import logging"])
        return Guide("Debugging", "debug", paragraphs(text, script))

    def types(self) -> Guide:
        """Return the guide to the types of the package."""
        package = package_folder(self.project.options)
        text = (
            f"All types are [pydantic](https://docs.pydantic.dev) models in `{package}.models`. In requests you can "
            f"pass plain dictionaries instead, typed by `{package}.dicts`. The package is typed for mypy and pyright "
            "in their strict modes. An optional property that is absent is `None`; if it can be null, it is "
            f"`{package}.UNSET` where it is absent."
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
        package = package_folder(self.project.options)
        text = (
            "This package is generated by Typewright from the API's description: change the description, not the code. "
            f"You can edit `{package}/hooks.py` and the text outside of the marked sections of `README.md` and "
            "`USAGE.md`, and add files; all of this is kept."
        )
        return Guide("Contributing", "contributing", text)

    def _every(self) -> Iterator[Shown]:
        """Yield all methods with their groups, those that the README shows first."""
        yield from self.shown
        yield from ((group, method) for group in self.project.client.groups for method in group.methods)


def _is_streaming(calls: Calls, method: ClientMethod) -> bool:
    """Return whether a call returns a stream: always, or by its argument."""
    can_choose = method.stream_choice is None or calls.has_stream_argument(method)
    return can_choose and calls.can_stream(method) and any(answer.stream is not None for answer in method.successes)
