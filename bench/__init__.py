"""How fast each path is, beside what it builds on, in one run. Figures for people; never a test."""
