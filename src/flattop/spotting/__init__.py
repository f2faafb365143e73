"""How many aircraft fit on deck and in the hangar, wings folded or spread, and how they get out again."""

from flattop.spotting.answer import Placed, Spotting
from flattop.spotting.rules import Rules, UnusableRequestError
from flattop.spotting.search import spotting

__all__ = ["Placed", "Rules", "Spotting", "UnusableRequestError", "spotting"]
