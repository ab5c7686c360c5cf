"""Trained weights that ship with the package, each with its model card, and their loaders."""
