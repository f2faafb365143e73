"""The air: atmosphere, wind, turbulence, the ship's wake."""
