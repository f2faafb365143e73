"""Published endurance, range, speeds and ceilings, and whether each is evidence (research of airframes, section 7)."""

from flattop.verification.world.rows import FIT, INDEPENDENT, INPUT, Fact

NO_LOAD = (
    "full tanks to dry, no payload, no reserve: the most it can do; load and reserve of the flight are not published"
)
HALF = "half the fuel, no payload: mass of the flight not published"
DRAG = "the drag was chosen with this in view (airframes, section 6)"

TB3 = {
    "endurance": Fact("V-TB3-1", "TB3: endurance at 20 000 ft", "h", 32.0, "least", FIT, 0.5, NO_LOAD),
    "at_96": Fact("V-TB3-1", "TB3: endurance at 20 000 ft, 96 kt all the way", "h", 32.0, "least", FIT, 0.5, NO_LOAD),
    "range": Fact(
        "V-TB3-1", "TB3: range at 20 000 ft", "km", 5700.0, "least", FIT, 0.05 * 5700.0, f"{NO_LOAD}; winds unknown, 5 %"
    ),
    "loiter": Fact(
        "V-TB3-1", "TB3: mean speed of the longest flight at 20 000 ft", "kt", 96.2, "near", FIT, 0.05 * 96.2,
        "over the ground, winds and height unknown, 5 %",
    ),
    "fastest": Fact(
        "V-TB3-5", "TB3: greatest speed at 20 000 ft, 1300 kg", "kt", 160.0, "near", FIT, 5.0, "160 (155 to 162) kt said"
    ),
    "cruise": Fact(
        "V-TB3-5", "TB3: greatest speed at 20 000 ft against the cruise", "kt", 125.0, "least", INDEPENDENT, 0.0,
        "at 1450 kg, by which a cruise at 125 kt is possible",
    ),
    "fastest_height": Fact(
        "V-TB3-5", "TB3: height of the greatest speed", "ft", 20000.0, "near", INPUT, 1000.0,
        "the engine's critical altitude; looked at every 1000 ft",
    ),
    "wind": Fact(
        "V-TB3-9", "TB3: greatest speed at 20 000 ft against the storm's wind", "m/s", 36.0, "least", INDEPENDENT, 0.0,
        "36 m/s by one reading of the report",
    ),
    "ceiling": Fact(
        "TB3, height", "TB3: service ceiling at 1450 kg", "ft", 25000.0, "least", INDEPENDENT, 0.0,
        "operates at 20 000 to 25 000 ft (airframes, section 2)",
    ),
    "loaded_range": Fact(
        "TB3, range", "TB3: range at 20 000 ft with 280 kg of payload", "km", 1850.0, "least", INDEPENDENT, 0.0,
        "operational range, 45 min kept (airframes, section 2)",
    ),
}  # fmt: skip

TB2 = {
    "hot": Fact(
        "V-TB2-1", "TB2: endurance on a day of 42 degrees, at 10 000 ft", "h", 27.05, "least", FIT, 0.0,
        f"{NO_LOAD}, nor its height; {DRAG}",
    ),
    "high": Fact("V-TB2-2", "TB2: endurance at 18 000 ft", "h", 24.57, "least", FIT, 0.0, f"{NO_LOAD}; {DRAG}"),
    "loiter": Fact(
        "V-TB2-5, -6", "TB2: mean speed of loiter at 18 000 ft", "kt", 70.0, "near", INDEPENDENT, 2.0,
        "70 kt by the maker, 72 kt seen over the ground",
    ),
    "fastest": Fact("V-TB2-6", "TB2: greatest speed at sea level, 650 kg", "kt", 120.0, "near", FIT, 1.0, DRAG),
    "ceiling": Fact(
        "V-TB2-4", "TB2: service ceiling, flown", "ft", 18750.0, "least", INDEPENDENT, 0.0, f"3 h flown there; {HALF}"
    ),
    "ceiling ": Fact(
        "V-TB2-6", "TB2: service ceiling, said", "ft", 25000.0, "least", INDEPENDENT, 0.0,
        f"18 000 to 25 000 ft said; {HALF}",
    ),
}  # fmt: skip

ANKA = {
    "trial": Fact(
        "V-ANKA-2", "ANKA: endurance at 18 000 ft", "h", 18.0, "least", FIT, 0.0, f"{NO_LOAD}, nor its height; {DRAG}"
    ),
    "ceiling": Fact(
        "V-ANKA-2", "ANKA: absolute ceiling with 155 hp", "ft", 26000.0, "least", INDEPENDENT, 0.0, f"reached; {HALF}"
    ),
    "contract": Fact("V-ANKA-3", "ANKA-S: endurance at 23 000 ft", "h", 18.0, "least", FIT, 0.0, f"{NO_LOAD}; {DRAG}"),
    "loiter": Fact(
        "ANKA, loiter", "ANKA: equivalent airspeed of loiter, 1600 kg", "kt", 75.0, "near", FIT, 2.0,
        "the wing's area was chosen for it (airframes, section 3)",
    ),
    "fastest": Fact(
        "ANKA, speed", "ANKA: greatest speed at sea level, 1600 kg", "kt", 117.0, "near", INDEPENDENT, 2.0,
        "likely indicated or a placard (airframes, section 3)",
    ),
}  # fmt: skip

ANKA_PD170 = {
    "record": Fact(
        "V-ANKA-6", "ANKA with PD170: endurance at 18 000 ft", "h", 30.5, "least", FIT, 0.0,
        f"{NO_LOAD}; fuel and drag were chosen with this in view; the new wing is not published",
    ),
    "high": Fact(
        "V-ANKA-7", "ANKA with PD170: endurance at 23 000 ft", "h", 30.0, "least", FIT, 0.0,
        "more than 30 h at 18 000 to 23 000 ft said; as above",
    ),
    "ceiling": Fact("V-ANKA-7", "ANKA with PD170: service ceiling", "ft", 30000.0, "least", INDEPENDENT, 0.0, HALF),
}  # fmt: skip

MOJAVE = {
    "endurance": Fact(
        "Mojave, endurance", "Mojave: endurance at 10 000 ft", "h", 25.0, "least", FIT, 0.0,
        "more than 25 h said (airframes, section 4b), no payload; the fuel was estimated from it for 90 kW of shaft power at the "
        "consumption of full power, and level flight of this weight takes more of both",
    ),
}  # fmt: skip

FACTS = {"tb3": TB3, "tb2": TB2, "anka": ANKA, "anka-pd170": ANKA_PD170, "mojave": MOJAVE}
"""What was observed, by airframe and answer; a trailing blank tells two facts about one answer apart."""

SHOWN = ((20.0, 32.0), (10.0, 27.05), (18.0, 24.57), (23.0, 18.0))
"""Heights [1000 ft] and endurances [h] of TB3's, TB2's two and ANKA's record, for the figure; the first two heights are not published."""
