"""Daylight inside other libraries."""
