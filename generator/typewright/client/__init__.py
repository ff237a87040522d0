"""The client model, independent of any target language: groups of methods, and what a call of each method does."""

from typewright.client.client import Client, build_client
from typewright.client.groups import Group
from typewright.client.methods import ClientMethod

__all__ = ["Client", "ClientMethod", "Group", "build_client"]
