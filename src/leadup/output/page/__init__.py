"""The timeline as a page: one file that opens from disk, without a network, with its evidence in place."""

from leadup.output.page.page import LARGEST, page_asset, page_environment, page_parts, to_embed, to_fragment, to_page

__all__ = ["LARGEST", "page_asset", "page_environment", "page_parts", "to_embed", "to_fragment", "to_page"]
