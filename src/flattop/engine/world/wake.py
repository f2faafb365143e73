"""Gridded airwakes in the form the lanes read: one grid for each scenario, for its direction of the wind."""

import numpy as np

from flattop.catalogue.files.airwake import airwake_grid


def wake_tables(scenarios):
    """Grids (scenarios, x, y, z, 4), their first points and spacings (scenarios, 3); empty in x when no ship has one.

    Between the directions of the file the grid is interpolated; beyond them the nearest is taken. A ship without a grid among
    ships with one gets still air on the same grid. Raises ValueError when two grids differ in shape.
    """
    grids = [airwake_grid(s.ship) for s in scenarios]
    shapes = {g.values.shape[1:] for g in grids if g}
    if len(shapes) > 1:
        raise ValueError(f"gridded airwakes of different shapes in one study: {sorted(shapes)}")
    shape = shapes.pop() if shapes else (0, 2, 2, 4)
    values = [
        _for_wind(g, s.condition.wind_from) if g else np.zeros(shape) for g, s in zip(grids, scenarios, strict=True)
    ]
    origins = [[g.x[0], g.y[0], g.z[0]] if g else [0.0, 0.0, 0.0] for g in grids]
    spacings = [[g.x[1] - g.x[0], g.y[1] - g.y[0], g.z[1] - g.z[0]] if g else [1.0, 1.0, 1.0] for g in grids]
    return np.stack(values), np.array(origins), np.array(spacings)


def _for_wind(grid, wind_from):
    place = np.interp(wind_from, grid.wind_from, np.arange(len(grid.wind_from)))
    low = int(place)
    high = min(low + 1, len(grid.wind_from) - 1)
    return grid.values[low] + (place - low) * (grid.values[high] - grid.values[low])
