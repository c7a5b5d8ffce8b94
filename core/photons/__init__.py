"""Attenuation of photons in lead, and what nuclides emit."""
