"""Each format held against its own schema, examples or reader."""
