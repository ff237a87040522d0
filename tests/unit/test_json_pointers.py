"""The nearest of some ids that another id lies in."""

from hypothesis import given
from hypothesis import strategies as st
from typewright.base.json_pointer import nearest_ancestor_in

IDS = st.lists(st.sampled_from(["/a", "/b", "/c~1d", "?input"]), max_size=6).map(lambda parts: "#" + "".join(parts))


def ancestors(id_: str) -> list[str]:
    """Return an id and what it lies in, longest first."""
    ends = [end for end in range(1, len(id_)) if id_[end] in "/?"]
    return [id_, *(id_[:end] for end in reversed(ends))]


@given(st.sets(IDS, max_size=4), IDS)
def test_the_nearest_is_the_longest_ancestor(ids: set[str], id_: str) -> None:
    found = next((ancestor for ancestor in ancestors(id_) if ancestor in ids), None)
    assert nearest_ancestor_in(ids)(id_) == found
