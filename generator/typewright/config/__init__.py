"""What the user may write, as a complete, frozen configuration; configurations of other generators, translated."""
