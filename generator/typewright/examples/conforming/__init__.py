"""Example values that their schemas admit, made from values that they refuse."""
