"""The classes of groups: the last segment of a path, and what tells groups that end alike apart."""

import pytest
from typewright.client.groups import class_names


@pytest.mark.parametrize(
    ("paths", "types", "expected"),
    [
        ([("versions",), ("groups", "configs", "versions")], (), ["Versions", "ConfigsVersions"]),
        (
            [("services", "overlays", "dedupKey"), ("overlays", "dedupKey")],
            (),
            ["ServicesDedupKey", "DedupKey"],
        ),
        ([("extensions", "msTeams"), ("extensions", "msteams")], (), ["MsTeams1", "Msteams2"]),
        ([("client", "management"), ("token", "management"), ("clientManagement",)], (), None),
        ([("statusPages",), ("statuspages",)], ("statuspages",), ["StatusPagesSDK1", "StatuspagesSDK2"]),
        ([("portal", "article"), ("hosting",)], ("article", "hosting"), ["PortalArticle", "HostingSDK"]),
        ([("rail",), ("main", "rail")], (), ["RailSDK", "MainRail"]),
    ],
)
def test_groups_that_end_alike_differ_by_a_segment_or_a_number(
    paths: list[tuple[str, ...]], types: tuple[str, ...], expected: list[str] | None
) -> None:
    names = class_names(paths, "Rail", types=frozenset(types))
    found = [names[path] for path in paths]
    assert found == (expected or ["ClientManagement1", "TokenManagement", "ClientManagement2"])
