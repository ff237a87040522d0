"""Functions that read and write unions: by the tag that discriminates their members, else by trial."""

from __future__ import annotations

from collections.abc import Iterator, Set

from msgspec import Struct

from typewright.analysis.tagging import Tags
from typewright.ir import Ref, UnionModel, not_null, unfold
from typewright.naming.names import Symbol
from typewright.naming.words import camel
from typewright.targets.contract import Project
from typewright.targets.typescript.code_layout import listed
from typewright.targets.typescript.models.assertions import kinds_of
from typewright.targets.typescript.models.checks import READ, WRITE, Checked, Checks, property_key_access
from typewright.targets.typescript.models.narrowing import complete_tags, narrowed_members, tag_property
from typewright.targets.typescript.options import TypeScriptOptions
from typewright.targets.typescript.quoting import string_literal

_INDENT = "  "


class UnionConversion(Struct, frozen=True):
    """Writes the function that reads or writes one union."""

    conversions: Checks
    model: UnionModel
    symbol: Symbol
    way: str

    def lines(self) -> Iterator[str]:
        """Yield the statements of the function."""
        conversions = self.conversions
        if self.way == READ and self._asserted is not None:
            yield f"{self._asserted.call('value', 'key')};"
        tags = complete_tags(self.model, conversions.kinds)
        if tags is None:
            yield self._returned(self._trials(_INDENT, is_exclusive=conversions.assertions.is_exclusive(self.model)))
            return
        name = tags.property
        if self.way == WRITE:
            name = tag_property(tags.members[0][0], name, conversions.kinds, conversions.spelling)
        is_object = conversions.types.lib("validation", "isObject")
        yield f"switch ({is_object}(value) ? value{property_key_access(name)} : undefined) {{"
        narrowed = narrowed_members(self.model, conversions.kinds, conversions.spelling)
        for member, values in tags.members:
            for value in values:
                yield f"  case {string_literal(value, double=True)}:"
            if member is tags.default:
                yield "  default:"
            elif not values:
                continue
            checked = conversions.check(not_null(member), self.symbol.package, self.way, camel(self.symbol.name))
            argument = "value as never" if self.way == WRITE else "value"
            call = checked.call(argument, "key") if checked else "value"
            cast = f" as {self.symbol.name}" if id(member) in narrowed and self.way == READ else ""
            yield f"    {self._returned(call + cast, _INDENT * 3)}"
        if tags.default is None:
            yield "  default:"
            yield f"    {self._returned(self._unknown(tags))}"
        yield "}"

    def _unknown(self, tags: Tags) -> str:
        """Return the handling of a value whose tag identifies no member; if tags are not certain, members are tried."""
        is_omittable = self.way == WRITE and self.conversions.presence.constants_are_optional
        if not tags.certain or is_omittable:
            return self._trials(_INDENT * 3, is_exclusive=False)
        tag = string_literal(tags.property, double=True)
        return f"{self.conversions.types.lib('unions', 'unknownMember')}(value, context, key, {tag})"

    @property
    def _asserted(self) -> Checked | None:
        schema = self.conversions.assertions.of_model(self.model)
        return self.conversions.asserted(schema, camel(self.symbol.name))

    def _returned(self, result: str, indent: str = _INDENT) -> str:
        """Return the statement at the end of a branch, which stands `indent` in, with what the schema says besides."""
        asserted = self._asserted if self.way == WRITE else None
        if asserted is None:
            return f"return {result};"
        call = asserted.call(result, "key")
        shown = call if "\n" in result else asserted.laid_out(result, "key", len("return ;"), indent)
        return f"return {shown};"

    def _trials(self, indent: str, *, is_exclusive: bool) -> str:
        """Return the call that tries the members in sequence, in a statement with indentation `indent`."""
        hint, package = camel(self.symbol.name), self.symbol.package
        items = (self.conversions.reference(not_null(member), package, self.way, hint) for member in self.model.members)
        made = self.symbol.name if self.way == READ else "unknown"
        function = self.conversions.types.lib("unions", "mapOneOf" if is_exclusive else "mapUnion")
        return listed(f"{function}<{made}>(value, context, key, [", tuple(items), "])", indent, after=len("return ;"))


def tried_members(project: Project[TypeScriptOptions]) -> Set[str]:
    """Return the ids of the types that unions try in sequence."""
    kinds, found = project.once(kinds_of), set()
    for model in project.models.values():
        if isinstance(model, UnionModel):
            tags = complete_tags(model, kinds)
            if tags is None or not tags.certain:
                bare = (not_null(unfold(member, project.models)) for member in model.members)
                found |= {member.id for member in bare if isinstance(member, Ref)}
    return project.recorder.set("tried members", found)
