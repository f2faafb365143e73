"""JSBSim's turbulence sampled: its Milspec model flown by a point held at one height and airspeed."""


def jsbsim_deviations(height, wind, airspeed, span):
    return None, "x"
