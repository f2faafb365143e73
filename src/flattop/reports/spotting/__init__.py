"""Parking plans drawn, tabled and in words."""
