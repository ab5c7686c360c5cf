"""How the pair model was made."""
