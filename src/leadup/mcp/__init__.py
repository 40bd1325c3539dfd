"""The archive as assistants see it: a Model Context Protocol server, read only, citation first."""
