"""Whatever a `gen.yaml` says, `init --from` writes a configuration that is read without a fault and generates."""

from pathlib import Path
from typing import Any

import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from typewright.config.from_gen import translate
from typewright.config.reading import read_config
from typewright.config.translation_text import translated_configuration
from typewright.pipeline import build
from typewright.targets.finding import DefaultOptions, languages, target_named

TESTS = Path(__file__).parents[1]
FLAG = st.booleans()
FOLDER = st.sampled_from(
    ["", "models", "models/shared", "models/errors", "models/Errors", "./types", "lib", "sdk/models", "../up", "/a/"]
)
NAME = st.sampled_from(["Pets", "Pets-API", "pets_sdk", "my pets", "Error", "Pet", "5", "", "Été", "class", "x" * 300])
KNOWN: dict[str, st.SearchStrategy[Any]] = {
    "configVersion": st.sampled_from(["1.0.0", "2.0.0", 2]),
    "management.speakeasyVersion": st.just("1.0.0"),
    "features.python.core": st.just("1.0.0"),
    "generation.sdkClassName": NAME,
    "generation.telemetryEnabled": FLAG,
    "generation.documentation": st.just("mintlify"),
    "generation.maintainOpenAPIOrder": FLAG,
    "generation.deduplicateErrors": FLAG,
    "generation.useClassNamesForArrayFields": FLAG,
    "generation.requestBodyFieldName": st.sampled_from(["", "body", "the body"]),
    "generation.versioningStrategy": st.just("automatic"),
    "generation.inferSSEOverload": FLAG,
    "generation.fixes.nameResolutionDec2023": FLAG,
    "generation.fixes.nameResolutionFeb2025": FLAG,
    "generation.fixes.sharedErrorComponentsApr2025": FLAG,
    "generation.auth.hoistGlobalSecurity": FLAG,
    "generation.usageSnippets.optionalPropertyRendering": st.sampled_from(["withExample", "always", "never", "often"]),
    "generation.usageSnippets.sdkInitStyle": st.just("constructor"),
    **{
        f"{language}.{key}": values
        for language in languages()
        for key, values in {
            "packageName": st.sampled_from(
                ["pets", "@acme/pets", "@Acme/pets.api", "Pets.Api", "my pets", "", "5", "typing"]
            ),
            "version": st.sampled_from(["1.2.3", "1.2.3-rc.1", "1.0", ""]),
            "author": st.just("Acme"),
            "authors": st.just(["Acme", "<>"]),
            "baseErrorName": NAME,
            "defaultErrorName": NAME,
            "envVarPrefix": NAME,
            "enumFormat": st.sampled_from(["union", "enum", "other"]),
            "inputModelSuffix": st.sampled_from(["input", "Input", "in-put", "1", ""]),
            "maxMethodParams": st.sampled_from([0, 4, 999, -1, "4", 2.5]),
            "flattenRequests": FLAG,
            "flatteningOrder": st.sampled_from(["parameters-first", "body-first", "other"]),
            "multipartArrayFormat": st.sampled_from(["standard", "legacy", "other"]),
            "responseFormat": st.sampled_from(["flat", "envelope", "envelope-http"]),
            "allowedRedefinedBuiltins": st.just(["id", "input", "not a name", 5]),
            "forwardCompatibleEnumsByDefault": FLAG,
            "forwardCompatibleUnionsByDefault": st.sampled_from([True, "tagged-only"]),
            "inferUnionDiscriminators": FLAG,
            "legacyFileNaming": FLAG,
            "modelPropertyCasing": st.sampled_from(["camel", "snake"]),
            "useIndexModules": FLAG,
            "fixFlags.responseRequiredSep2024": FLAG,
            **{
                f"imports.paths.{group}": FOLDER
                for group in ("operations", "shared", "errors", "webhooks", "callbacks")
            },
        }.items()
    },
}
ODD = st.sampled_from(
    [None, "", 0, -1, True, [], {}, "a\nb", 'it\'s "q"', "#", "../x", 3.5, [1, None], {"a": {"b": 1}}]
)


@st.composite
def gen_files(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a `gen.yaml` of known keys, some of them with values that are out of place."""
    gen: dict[str, Any] = {languages()[0]: {}}
    for path in draw(st.lists(st.sampled_from(sorted(KNOWN)), unique=True, max_size=40)):
        *above, last = path.split(".")
        node = gen
        for key in above:
            inner = node.setdefault(key, {})
            node = inner if isinstance(inner, dict) else {}
        node[last] = draw(st.one_of(KNOWN[path], KNOWN[path], KNOWN[path], ODD))
    return gen


@settings(max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(gen_files())
def test_every_gen_yaml_becomes_a_configuration_that_generates(gen: dict[str, Any]) -> None:
    known = [target_named(language) for language in languages()]
    translation = translate(gen, "full_description.yaml", known)
    node = yaml.safe_load(translated_configuration(translation, "gen.yaml"))
    config = read_config(node, folder=TESTS, locate=lambda _: None, defaults=DefaultOptions())
    tree = build(config).tree
    for target in config.targets:
        assert any(path.startswith(f"{target.language}/docs/") for path in tree)
