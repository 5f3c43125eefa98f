"""`deskgram` and `python -m bot`: the command line. Everything heavy is imported by the command that needs it."""

from __future__ import annotations


def main() -> None:
    from bot.cli.commands import app

    app()


if __name__ == "__main__":
    main()
