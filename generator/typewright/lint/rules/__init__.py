"""The functions of the rules. A function yields the findings about a `Subject`."""
