"""Who uses a type, as pages of types list it."""

from typewright.pages.users import Users, users_text


def test_links_lead_from_the_page_of_the_type() -> None:
    users = Users(
        methods=(("pets.get", "sdks/pets/README.md#get"),), types=(("Zoo", "models/zoo.md"), ("Err", "errors/err.md"))
    )
    assert users_text(users, "models/pet.md").split("\n") == [
        "* Methods: [pets.get](../sdks/pets/README.md#get)",
        "* Types: [Zoo](zoo.md), [Err](../errors/err.md)",
    ]


def test_a_long_list_is_cut() -> None:
    users = Users(types=tuple((f"T{number}", f"models/t{number}.md") for number in range(15)))
    assert users_text(users, "models/pet.md").endswith("[T11](t11.md), and 3 more")


def test_a_type_that_nothing_uses_has_no_list() -> None:
    assert users_text(Users(), "models/pet.md") == ""
