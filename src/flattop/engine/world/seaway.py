"""The ships' motions in the time ahead, flight by flight: sums over the waves at the nodes of a grid of times.

Between two nodes the lanes interpolate (`physics.ship_motion.motion_between`).
"""

import numpy as np
from numba import prange

from flattop.engine.world.sea import sea_of
from flattop.physics.ship.ship_motion import MOTIONS
from flattop.quantities.compilation import compiled
from flattop.quantities.elementary import sine_and_cosine


def sea_tables(scenarios):
    """Which sea each scenario has (scenarios,), and of each sea the frequencies of encounter (seas, waves) [rad/s] and the
    transfers times the wave's standard deviation (seas, waves, 6 motions), complex [m, rad].
    """
    seas = [sea_of(s) for s in scenarios]
    distinct = list({id(s): s for s in seas}.values())
    place = {id(s): i for i, s in enumerate(distinct)}
    transfers = np.stack([s.transfer * s.deviation[:, None] for s in distinct])
    return np.array([place[id(s)] for s in seas]), np.stack([s.encounter for s in distinct]), transfers


@compiled
def ship_nodes(waves, seas, encounter, transfers, first_node, count, interval):
    """Motions and rates of each flight's ship at the nodes of the time ahead, (flights, count * 12) [m, rad, m/s, rad/s].

        x(t) = sum Re((a + i b) H exp(i we t)),  x'(t) likewise with i we H

    waves       standard normal a and b of each wave, (flights, 2 waves)
    seas        which sea each flight is in, (flights,)
    encounter   frequencies of encounter, (seas, waves) [rad/s]
    transfers   H times the wave's standard deviation, (seas, waves, 6), complex
    first_node  number of the first node;  count  of nodes;  interval  between them [s]

    A flight's sum has its own fixed order: it is the same to the last bit in any company.
    """
    in_phase = np.empty((encounter.shape[0], encounter.shape[1], count * 2 * MOTIONS))
    quadrature = np.empty_like(in_phase)
    for sea in prange(encounter.shape[0]):
        for wave in range(encounter.shape[1]):
            we = encounter[sea, wave]
            for node in range(count):
                s, c = sine_and_cosine(we * ((first_node + node) * interval))
                for motion in range(MOTIONS):
                    h, k = transfers[sea, wave, motion], node * 2 * MOTIONS + motion
                    real, imaginary = h.real * c - h.imag * s, h.real * s + h.imag * c
                    in_phase[sea, wave, k], quadrature[sea, wave, k] = real, -imaginary
                    in_phase[sea, wave, k + MOTIONS], quadrature[sea, wave, k + MOTIONS] = -we * imaginary, -we * real
    nodes = np.zeros((waves.shape[0], count * 2 * MOTIONS))
    for flight in prange(waves.shape[0]):
        for wave in range(encounter.shape[1]):
            a, b = waves[flight, 2 * wave], waves[flight, 2 * wave + 1]
            for k in range(count * 2 * MOTIONS):
                nodes[flight, k] += a * in_phase[seas[flight], wave, k] + b * quadrature[seas[flight], wave, k]
    return nodes


def ship_motion_at(sea, waves, time):
    """Displacement, angles and their rates of the ship at a time, for many flights, (flights, 12).

    sea    the waves                              `sea.Sea`
    waves  standard normal amplitudes of flights  (flights, 2 waves)
    """
    weighted = sea.transfer * sea.deviation[:, None] * np.exp(1j * sea.encounter * time)[:, None]
    amplitude = waves[:, 0::2] + 1j * waves[:, 1::2]
    return np.concatenate(
        [(amplitude @ weighted).real, (amplitude @ (1j * sea.encounter[:, None] * weighted)).real], axis=1
    )
