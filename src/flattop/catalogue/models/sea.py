"""A sea as a catalogue file states it: a long-term class reduced to one two-parameter wave spectrum.

Spectrum: S(w) = (5/16) Hs^2 wp^4 w^-5 exp(-(5/4) (wp/w)^4), wp = 2 pi/T0 [Bretschneider1959; Fossen2021, eq. 10.56].
"""

from typing import Annotated, Literal

from flattop.catalogue.models.entry import Entry, Heading, Section
from flattop.catalogue.models.quantity import Kind, Quantity


class Waves(Section):
    """The wave spectrum."""

    spectrum: Literal["bretschneider"]
    significant_height: Annotated[
        Quantity, Kind("length", "zero or more", "significant wave height Hs, four times the rms")
    ]
    modal_period: Annotated[Quantity, Kind("time", "positive", "modal period T0, at the spectrum's peak")]
    spreading_exponent: Annotated[
        Quantity, Kind("dimensionless number", "zero or more", "n in cos^n about the mean direction")
    ]


class Wind(Section):
    """The wind that goes with the sea."""

    speed: Annotated[
        Quantity, Kind("speed", "zero or more", "sustained wind of a fully developed sea of this height, at 19.5 m")
    ]


class Sea(Entry):
    """A sea state."""

    sea: Heading
    waves: Waves
    wind: Wind
