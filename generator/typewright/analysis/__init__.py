"""What targets ask of types: JSON kinds, tags of unions, references, recursion."""
