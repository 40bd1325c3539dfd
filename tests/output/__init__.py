"""The writers, format by format. A package, so that the made-up timelines can be shared with the browser tests."""
