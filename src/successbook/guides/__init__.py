"""Guides: interviews as data, and the engine that walks one. Knows records and fields, and no domain."""
