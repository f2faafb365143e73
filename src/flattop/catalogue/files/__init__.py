"""From files to entries: TOML, NetCDF, drawings."""
