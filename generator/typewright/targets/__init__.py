"""One package a target language; what they have in common is the contract.

A target turns the intermediate representation and its names into *pages*: a path, a template and a view of finished
strings. It reads no file and writes none.
"""
