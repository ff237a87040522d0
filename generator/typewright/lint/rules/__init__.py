"""The functions of the rules, a file a concern: each yields findings about a `Subject`."""
