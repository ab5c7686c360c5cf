"""How the shipped models and word lists were made."""
