"""Other kinds of Python models, printed by generators of others. Nothing else imports those."""
