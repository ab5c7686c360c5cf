"""How the word list of the stories room was made."""
