"""The desk's addresses: thin doors to the Python API."""
