"""The functions of the rules; each yields findings about a `Subject`."""
