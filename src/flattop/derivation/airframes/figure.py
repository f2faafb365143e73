"""Figure of the closed form beside the build-up it was fitted to: lift, drag and pitching moment."""

from pathlib import Path

import numpy as np

from flattop.derivation.airframes.buildup import buildup
from flattop.derivation.airframes.drawing import Drawing
from flattop.derivation.airframes.flow import Coefficients, Flow
from flattop.derivation.airframes.flown import answer, flown
from flattop.derivation.airframes.lattice import lattice

FOLDER = Path("docs/figures")
QUANTITIES = [
    ("lift", "CL", "lift coefficient"),
    ("drag", "CD", "drag coefficient"),
    ("pitch", "Cm", "pitching moment"),
]


def drawn(name: str, drawing: Drawing) -> Path:
    """Draw docs/figures/aerodynamics-NAME.png, of the catalogue's table as it stands, and return its path."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    record = flown(name)
    narrow, wide = np.radians(np.linspace(-10, 25, 71)), np.radians(np.linspace(-180, 180, 145))
    figure, axes = plt.subplots(3, 2, figsize=(9.5, 9), sharex="col", layout="constrained")
    near, far = columns(drawing, narrow), buildup(drawing)(Flow(alpha=wide))
    for row, (ours, theirs, label) in enumerate(QUANTITIES):
        for flap, line in ((0.0, "-"), (1.0, "--")):
            style = {"color": "black", "linestyle": line, "label": f"closed form, flap {flap:.0f}"}
            axes[row, 0].plot(np.degrees(narrow), [getattr(answer(record, a, flap), ours) for a in narrow], **style)
        for marker, (method, values) in zip("os^v", near.items(), strict=True):
            x, y = values
            axes[row, 0].plot(x, getattr(y, theirs), marker, ms=3, mfc="none", label=method)
        axes[row, 1].plot(np.degrees(wide), [getattr(answer(record, a), ours) for a in wide], "k-", label="closed form")
        axes[row, 1].plot(np.degrees(wide), getattr(far, theirs), "o", ms=2.5, mfc="none", label="AeroBuildup")
        axes[row, 0].set_ylabel(f"{label} [1]")
    axes[1, 0].legend(fontsize=7, handles=axes[0, 0].get_lines(), loc="upper left")
    axes[0, 1].legend(fontsize=7)
    for column in axes[2]:
        column.set_xlabel("angle of attack [deg]")
    for one in axes.flat:
        one.grid(alpha=0.3)
    figure.suptitle(f"{name}: closed form and the methods behind it, controls neutral, sea level, 40 m/s")
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"aerodynamics-{name}.png"
    figure.savefig(path, dpi=80)
    plt.close(figure)
    return path


def columns(drawing: Drawing, alphas: np.ndarray) -> dict[str, tuple[np.ndarray, Coefficients]]:
    """Build-up and lattice, clean and flapped, over the working range."""
    up, few = buildup(drawing), np.radians([-8.0, -4.0, 0.0, 4.0, 8.0, 12.0])
    series = {
        f"AeroBuildup, flap {flap:.0f}": (np.degrees(alphas), up(Flow(alpha=alphas, flap=flap))) for flap in (0.0, 1.0)
    }
    for flap in (0.0, 1.0):
        answers = [lattice(drawing)(Flow(alpha=a, flap=flap)) for a in few]
        series[f"vortex lattice, flap {flap:.0f}"] = (np.degrees(few), Coefficients(*np.array(answers).T))
    return series
