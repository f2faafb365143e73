"""How many aircraft fit on deck and in the hangar, wings folded or spread, and how they get out again."""

from flattop.studies.spotting.answer import Placed, Spotting
from flattop.studies.spotting.rules import Rules, UnusableRequestError
from flattop.studies.spotting.search import spotting

__all__ = ["Placed", "Rules", "Spotting", "UnusableRequestError", "spotting"]
