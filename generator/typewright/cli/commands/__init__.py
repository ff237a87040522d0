"""One module a verb: its click command is the module's `command`; adding a verb is adding a module."""
