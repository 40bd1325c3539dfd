"""The timeline as a page: one file that opens from disk, without a network, with its evidence in place."""

from leadup.output.page.page import LARGEST, to_fragment, to_page

__all__ = ["LARGEST", "to_fragment", "to_page"]
