"""Numbers that count something, with bounds and what befell what they count."""

from leadup.reading.figures.finder import find_figures

__all__ = ["find_figures"]
