"""Waiting for what a page comes to: asked again and again from without.

Playwright's own ``wait_for_function`` asks from within the page, where its policy forbids to evaluate words; it passes
only where the answer is yes at once.
"""

from __future__ import annotations

from typing import Any

TRIES, BETWEEN = 400, 50
"""How often a page is asked, and how many milliseconds it is left alone in between."""


def until(page: Any, condition: str) -> None:
    """Returns once ``condition``, a JavaScript expression, holds in the page; AssertionError where it never does."""
    for _ in range(TRIES):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(BETWEEN)
    raise AssertionError(f"never came true: {condition}")
