"""NASA's check cases for simulations of six degrees of freedom."""
