"""``python -m daylight`` is ``daylight``."""

from daylight.cli import main

if __name__ == "__main__":
    main()
