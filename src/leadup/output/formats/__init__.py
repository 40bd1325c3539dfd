"""Formats for publishing and interchange: one writer a file."""
