"""What a client does, in no language: groups of methods, and all that a call of each one does."""

from typewright.client.client import Client, build_client
from typewright.client.groups import Group
from typewright.client.methods import ClientMethod

__all__ = ["Client", "ClientMethod", "Group", "build_client"]
