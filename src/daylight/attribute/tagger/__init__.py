"""Attributions by a trained network that reads words, their grammar, and what the rules found (models/attribution)."""
