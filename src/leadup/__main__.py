"""``python -m leadup``: the command line."""

from leadup.cli import main

if __name__ == "__main__":
    main()
