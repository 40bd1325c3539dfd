"""Exports of press databases: many articles a file, each with its headline, outlet, byline and publication day."""
