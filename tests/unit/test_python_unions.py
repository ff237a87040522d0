"""Unions and what is not listed: which member is chosen, what is refused, and what is kept."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from tests.python_packages import described, package_of, taking

Make = Callable[..., Any]


def thing(
    tag: str | None = None, *, closed: bool = False, needed: tuple[str, ...] = (), **properties: Any
) -> dict[str, Any]:
    """Return the schema of an object; `tag` is the constant that its property `kind` has."""
    if tag is not None:
        properties["kind"] = {"const": tag}
        needed = (*needed, "kind")
    schema = {"type": "object", "properties": properties, "required": list(needed)}
    return {**schema, "additionalProperties": False} if closed else schema


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


TEXT, WHOLE = {"type": "string"}, {"type": "integer"}


@pytest.fixture
def package(tmp_path: Path) -> Make:
    """A function that generates a package and returns it."""

    def make(schemas: dict[str, Any], paths: Any = None, **options: Any) -> Any:
        return package_of(described(schemas, paths), tmp_path, all_components=paths is None, **options)

    return make


def read(model: Any, value: Any) -> Any:
    return TypeAdapter(model).validate_python(value)


def refused(model: Any, value: Any) -> bool:
    try:
        read(model, value)
    except ValidationError:
        return True
    return False


class TestTagged:
    def test_a_default_tag_is_sent_by_a_made_member_and_not_asked_of_a_read_one(self, package: Make) -> None:
        cat = {"properties": {"kind": {"const": "cat", "default": "cat"}, "size": WHOLE}, "required": ["size"]}
        dog = {"properties": {"kind": {"const": "dog", "default": "dog"}, "legs": WHOLE}, "required": ["legs"]}
        union = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}}
        models = package({"Cat": cat, "Dog": dog, "Pet": union}).models
        assert models.Cat(size=1).model_dump() == {"kind": "cat", "size": 1}
        assert models.Cat.model_validate({"size": 1}).model_dump() == {"kind": "cat", "size": 1}
        assert refused(models.Cat, {"kind": "dog", "size": 1})

    def test_constants_tell_members_apart(self, package: Make) -> None:
        union = {"oneOf": [ref("Cat"), ref("Dog"), TEXT]}
        models = package({"Cat": thing("cat", size=WHOLE), "Dog": thing("dog", size=WHOLE), "Pet": union}).models
        assert type(read(models.Pet, {"kind": "dog", "size": 1})) is models.Dog
        assert read(models.Pet, "x") == "x"
        assert type(read(models.Pet, models.Cat(kind="cat"))) is models.Cat
        assert refused(models.Pet, {"kind": "cow"})
        assert refused(models.Pet, {"size": 1})

    def test_an_error_is_that_of_the_tagged_member(self, package: Make) -> None:
        union = {"oneOf": [ref("Cat"), ref("Dog")]}
        models = package({"Cat": thing("cat", size=WHOLE), "Dog": thing("dog", size=WHOLE), "Pet": union}).models
        with pytest.raises(ValidationError) as fault:
            read(models.Pet, {"kind": "dog", "size": "x"})
        assert [each["loc"] for each in fault.value.errors()] == [("dog", "size")]

    def test_a_mapping_tells_members_apart_that_say_nothing_themselves(self, package: Make) -> None:
        mapping = {"meows": "#/components/schemas/Cat", "barks": "Dog", "howls": "#/components/schemas/Dog"}
        union = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "sound", "mapping": mapping}}
        animal = thing(sound=TEXT, needed=("sound",))
        models = package({"Cat": animal, "Dog": animal, "Pet": union}).models
        assert type(read(models.Pet, {"sound": "meows"})) is models.Cat
        assert type(read(models.Pet, {"sound": "howls"})) is models.Dog
        assert refused(models.Pet, {"sound": "moos"})

    def test_a_discriminator_without_mapping_means_names_and_knows_no_better(self, package: Make) -> None:
        union = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "petType"}}
        animal = thing(petType=TEXT, needed=("petType",))
        schemas = {
            "Cat": animal,
            "Dog": {**animal, "properties": {**animal["properties"], "size": WHOLE}},
            "Pet": union,
        }
        for validation_mode in ("strict", "lenient"):
            models = package(schemas, validation=validation_mode).models
            assert type(read(models.Pet, {"petType": "Dog"})) is models.Dog
            assert type(read(models.Pet, {"petType": "Cat", "size": 1})) is models.Cat
            assert type(read(models.Pet, {"petType": "hound", "size": 1})) is models.Dog
            assert type(read(models.Pet, models.Dog(pet_type="Cat"))) is models.Dog
            hound = models.Dog(pet_type="hound")
            assert TypeAdapter(models.Pet).dump_python(hound, by_alias=True, exclude_unset=True) == {"petType": "hound"}
            assert refused(models.Pet, {}) is (validation_mode == "strict")

    def test_a_mapping_that_lacks_members_leaves_them_their_names(self, package: Make) -> None:
        discriminator = {"propertyName": "sound", "mapping": {"barks": "Dog"}}
        union = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": discriminator}
        animal = thing(sound=TEXT, needed=("sound",))
        models = package({"Cat": animal, "Dog": animal, "Pet": union}).models
        assert type(read(models.Pet, {"sound": "barks"})) is models.Dog
        assert type(read(models.Pet, {"sound": "Dog"})) is models.Dog
        assert type(read(models.Pet, {"sound": "Cat"})) is models.Cat

    def test_a_default_mapping_takes_every_other_value(self, package: Make) -> None:
        schemas = {
            "A": thing("a"),
            "B": thing(kind=TEXT, b=TEXT),
            "It": {
                "oneOf": [ref("A"), ref("B")],
                "discriminator": {"propertyName": "kind", "defaultMapping": "B"},
            },
        }
        module = package(schemas)
        assert isinstance(read(module.It, {"kind": "a"}), module.A)
        for value in ({"kind": "z", "b": "x"}, {"b": "x"}, {}):
            it = read(module.It, value)
            assert isinstance(it, module.B)
            assert TypeAdapter(module.It).dump_python(it, mode="json", exclude_unset=True) == value
            assert TypeAdapter(module.It).validate_python(it) is it
        assert refused(module.It, {"b": 1})

    def test_a_tag_may_have_another_name_in_python(self, package: Make) -> None:
        first, second = ({**thing(needed=("petType",), petType={"const": name})} for name in "ab")
        models = package({"A": first, "B": second, "Pet": {"anyOf": [ref("A"), ref("B")]}}).models
        made = models.B(pet_type="b")
        holder = {"one": made, "two": {"petType": "a"}}
        assert [type(each) for each in TypeAdapter(dict[str, models.Pet]).validate_python(holder).values()] == [
            models.B,
            models.A,
        ]

    def test_tagged_unions_may_be_nested_and_recursive(self, package: Make) -> None:
        schemas = {
            "Leaf": thing("leaf", size=WHOLE),
            "Branch": thing("branch", nodes={"type": "array", "items": ref("Node")}),
            "Root": thing("root", nodes={"type": "array", "items": ref("Node")}),
            "Inner": {"oneOf": [ref("Branch"), ref("Root")]},
            "Node": {"oneOf": [ref("Inner"), ref("Leaf")]},
        }
        models = package(schemas).models
        body = {"kind": "branch", "nodes": [{"kind": "root", "nodes": [{"kind": "leaf", "size": 1}]}]}
        made = read(models.Node, body)
        assert type(made.nodes[0]) is models.Root
        assert made.model_dump() == body
        assert refused(models.Node, {"kind": "branch", "nodes": [{"kind": "twig"}]})


class TestUntagged:
    @pytest.mark.parametrize("order", [("A", "B", "C"), ("C", "B", "A"), ("B", "A", "C")])
    @pytest.mark.parametrize(
        ("value", "chosen"),
        [({"b": 1}, "B"), ({"a": 1}, "A"), ({"a": 1, "b": 1}, "C"), ({"b": 1, "x": 1}, "B")],
    )
    def test_the_member_with_the_most_of_its_properties_is_chosen(
        self, package: Make, order: tuple[str, ...], value: Any, chosen: str
    ) -> None:
        schemas = {"A": thing(a=WHOLE), "B": thing(b=WHOLE), "C": thing(a=WHOLE, b=WHOLE, needed=("a", "b"))}
        models = package({**schemas, "Chosen": {"anyOf": [ref(name) for name in order]}}).models
        assert type(read(models.Chosen, value)).__name__ == chosen

    def test_of_equals_the_first_is_chosen(self, package: Make) -> None:
        models = package({"A": thing(a=WHOLE), "B": thing(a=WHOLE), "U": {"anyOf": [ref("B"), ref("A")]}}).models
        assert type(read(models.U, {"a": 1})) is models.B

    def test_one_of_refuses_what_two_members_admit(self, package: Make) -> None:
        schemas = {"A": thing(a=WHOLE, needed=("a",)), "B": thing(b=WHOLE, needed=("b",))}
        models = package({**schemas, "U": {"oneOf": [ref("A"), ref("B")]}}).models
        assert type(read(models.U, {"a": 1})) is models.A
        assert type(read(models.U, {"b": 1, "a": "x"})) is models.B
        assert refused(models.U, {"a": 1, "b": 1})
        assert refused(models.U, {})

    def test_a_union_of_null_alone_is_a_type_of_a_property(self, package: Make) -> None:
        holder = package(
            {"Root": {"oneOf": [{"oneOf": [{"type": "null"}]}]}, "Holder": thing(needed=("value",), value=ref("Root"))}
        ).models.Holder
        assert read(holder, {"value": None}).value is None
        assert refused(holder, {"value": 1})

    def test_scalars_keep_their_type(self, package: Make) -> None:
        holder = thing(value={"type": ["string", "integer", "boolean", "null", "array"], "items": WHOLE})
        model = package({"Holder": holder}).models.Holder
        for value in ("1", 1, True, None, [1]):
            made = model.model_validate({"value": value}).value
            assert (type(made), made) == (type(value), value)
        assert refused(model, {"value": 1.5})
        assert refused(model, {"value": ["x"]})

    def test_overlapping_numbers_are_refused_by_one_of(self, package: Make) -> None:
        union = {"oneOf": [{"type": "integer", "maximum": 5}, {"type": "array", "items": WHOLE}, {"type": "string"}]}
        model = package({"Holder": thing(value=union)}).models.Holder
        assert model.model_validate({"value": 5}).value == 5
        assert refused(model, {"value": 6})


LISTED = {
    "Kind": {"type": "string", "enum": ["a", "b"]},
    "Level": {"type": "integer", "enum": [1, 2]},
    "Cat": thing("cat", size=WHOLE),
    "Dog": thing("dog", size=WHOLE),
    "Pet": {"oneOf": [ref("Cat"), ref("Dog")]},
    "Thing": thing(kind_of=ref("Kind"), level=ref("Level"), pet=ref("Pet"), inner=ref("Inner"), closed=True),
    "Inner": thing(kind_of=ref("Kind"), closed=True),
}
AHEAD = [
    {"kind_of": "c"},
    {"level": 3},
    {"pet": {"kind": "cow", "size": "x"}},
    {"pet": "none at all"},
    {"further": 1},
    {"inner": {"kind_of": "c", "further": [1]}},
]
BEHIND = [{"level": "x"}, {"level": True}, {"kind_of": 5}, {"inner": 5}, {"pet": {"kind": "cat", "size": "x"}}]


class TestLeniency:
    @pytest.mark.parametrize("value", AHEAD, ids=json.dumps)
    def test_what_a_server_sends_ahead_of_us_is_kept(self, package: Make, value: Any) -> None:
        model = package(LISTED, taking(None, ref("Thing"))).models.Thing
        made = model.model_validate(value)
        assert made.model_dump(mode="json") == value
        assert json.loads(model.model_validate_json(json.dumps(value)).model_dump_json()) == value

    @pytest.mark.parametrize("value", BEHIND, ids=json.dumps)
    def test_what_is_wrong_is_refused_from_a_server_too(self, package: Make, value: Any) -> None:
        model = package(LISTED, taking(None, ref("Thing"))).models.Thing
        with pytest.raises(ValidationError):
            model.model_validate(value)

    @pytest.mark.parametrize("value", [*AHEAD, *BEHIND], ids=json.dumps)
    def test_a_request_is_held_to_what_is_listed(self, package: Make, value: Any) -> None:
        model = package(LISTED, taking(ref("Thing"))).models.Thing
        assert refused(model, value)
        with pytest.raises(ValidationError):
            model.model_validate(value)

    @pytest.mark.parametrize("value", AHEAD, ids=json.dumps)
    def test_a_type_of_both_ways_is_made_strictly_and_read_leniently(self, package: Make, value: Any) -> None:
        generated = package(LISTED, taking(thing(inside=ref("Thing")), ref("Thing")))
        model = generated.models.Thing
        assert model.model_validate(value).model_dump(mode="json") == value
        with pytest.raises(ValidationError):
            model(**value)
        with pytest.raises(ValidationError):
            generated.models.SendRequestBody.model_validate({"inside": value})
        with generated.reading_leniently():
            assert read(model, value).model_dump(mode="json") == value

    def test_the_user_can_choose_for_all(self, package: Make) -> None:
        strict = package(LISTED, taking(None, ref("Thing")), validation="strict").models.Thing
        lenient = package(LISTED, taking(ref("Thing")), validation="lenient").models.Thing
        for value in AHEAD:
            with pytest.raises(ValidationError):
                strict.model_validate(value)
            assert lenient.model_validate(value).model_dump(mode="json") == value

    @pytest.mark.parametrize("enum_format", ["union", "enum"])
    def test_an_unlisted_value_says_so(self, package: Make, enum_format: str) -> None:
        generated = package(LISTED, taking(None, ref("Thing")), enum_format=enum_format)
        made = generated.models.Thing.model_validate({"kind_of": "c", "level": 2, "pet": {"kind": "cow"}})
        assert type(made.kind_of).__name__ == "UnrecognizedStr"
        assert made.pet.root == {"kind": "cow"}
        known = generated.models.Thing.model_validate({"kind_of": "a"})
        assert known.kind_of == "a"
        assert type(known.kind_of).__name__ != "UnrecognizedStr"

    def test_an_enumeration_that_is_open_is_so_in_requests_too(self, package: Make) -> None:
        kind = {"type": "string", "enum": ["a"], "x-speakeasy-unknown-values": "allow"}
        model = package({"Thing": thing(value=kind)}, taking(ref("Thing"))).models.Thing
        assert model(value="zzz").model_dump() == {"value": "zzz"}
