"""A module for each command; its click command is named `command`. Adding a module adds a command."""
