"""The configuration as a complete, immutable value; translation of configurations of other generators."""
