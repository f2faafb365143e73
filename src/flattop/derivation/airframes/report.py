"""A printed page on a derived airframe: balance, trim and natural modes at sea level."""

from math import degrees

from flattop.derivation.airframes.drawing import Drawing
from flattop.derivation.airframes.modes import Body, Mode, body_of, loaded, modes, stall_speed, trim
from flattop.derivation.airframes.range import Estimate

DENSITY = 1.225  # kg/m3
LANDING_SHARE = 0.86  # of the reference mass: fuel mostly burnt


def report(name: str, drawing: Drawing, coefficients: dict[str, Estimate]) -> str:
    """Balance and, flapped and clean, trim and modes at landing mass."""
    k = {key: e.value for key, e in coefficients.items()}
    body = body_of(name)
    body = loaded(body, LANDING_SHARE * body.mass)
    flapped = stall_speed(k["lift_maximum_flap"], body, DENSITY)
    clean = stall_speed(k["lift_maximum"], body, DENSITY)
    states = [(1.2 * flapped, 1.0), (1.3 * flapped, 1.0), (1.3 * clean, 0.0), (1.7 * clean, 0.0)]
    return "\n".join([balance_line(drawing), *(state_lines(k, body, speed, flap) for speed, flap in states)])


def balance_line(drawing: Drawing) -> str:
    """Where the wing and the tail ended up."""
    return (
        f"wing's quarter chord {drawing.wing_x:+.3f} m ahead of the centre of gravity, "
        f"tail incidence {degrees(drawing.tail_incidence):+.1f} deg"
    )


def state_lines(k: dict, body: Body, speed: float, flap: float) -> str:
    """Trim and modes at one speed."""
    t = trim(k, body, speed, DENSITY, flap)
    state = f"{body.mass:.0f} kg, {speed:.1f} m/s, flap {flap:.0f}, CL {t.lift:.2f}"
    held = f"alpha {degrees(t.alpha):.1f} deg, elevator {degrees(t.elevator):.1f} deg"
    return "\n".join([f"{state}: {held}", *("  " + mode_text(mode) for mode in modes(k, body, speed, DENSITY, flap))])


def mode_text(mode: Mode) -> str:
    """One mode in words."""
    if mode.frequency == mode.frequency:
        return f"{mode.name}: {mode.frequency:.2f} rad/s, damping {mode.damping:.2f}"
    return f"{mode.name}: time constant {mode.time_constant:.2f} s"
