"""The commands, and what each can be told."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, Final, NoReturn

import ceasetimeline
from ceasetimeline.commands import runs
from ceasetimeline.commands.completion import completion_script
from ceasetimeline.commands.terminal import note, say

SHELLS: Final = ("bash", "zsh", "fish")


def make_parser() -> argparse.ArgumentParser:
    """The commands and what each can be told."""
    parser = _Parser(prog="ceasetimeline", description="From news articles to a checkable timeline of a negotiation.")
    parser.add_argument("--version", action="version", version=f"ceasetimeline {ceasetimeline.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _demo(commands)
    _build(commands)
    _times(commands)
    _explain(commands)
    _export(commands)
    _diff(commands)
    _validate(commands)
    _completion(commands)
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line that names the way out."""

    def error(self, message: str) -> NoReturn:
        note(f"error: {message}; see {self.prog} --help")
        self.exit(2)


def _count(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number from 1 on")
    return int(given)


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], words: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(run=run)
    return parser


def _demo(commands: Any) -> None:
    parser = _command(commands, "demo", runs.demo, "build a timeline of the sample articles and show it")
    parser.add_argument("-o", "--output", metavar="FILE", default="ceasetimeline-demo.json", help="where to save it")
    parser.add_argument("--all", action="store_true", help="show every event, not only those that matter most")
    _add_json(parser)


def _build(commands: Any) -> None:
    parser = _command(commands, "build", runs.build, "build a timeline from articles")
    parser.add_argument("input", nargs="+", metavar="IN", help="files or folders of articles")
    _add_output(parser, required=False)
    parser.add_argument("--mentions", metavar="FILE", help="mentions (interchange rows) that replace extraction")
    parser.add_argument("--known-events", metavar="FILE", help="JSON list of dated events the reader may rely on")
    parser.add_argument("--overrides", metavar="FILE", help="an analyst's corrections (TOML)")
    parser.add_argument("--lexicon", metavar="FILE", help="own actors, event types and words (TOML)")
    _add_languages(parser)
    parser.add_argument("--week-start", choices=("monday", "sunday"), default="monday")
    parser.add_argument("--date-order", choices=("DMY", "MDY", "YMD"), help="how 03/04/2025 reads")
    parser.add_argument("--workers", type=_count, default=1, metavar="N", help="processes that read articles")
    parser.add_argument("--encoding", help="the encoding of the files, where it is not UTF-8")
    parser.add_argument(
        "--column", action="append", metavar="FIELD=NAME", help="which column holds a field, as text=Body"
    )
    parser.add_argument(
        "--unit", choices=("s", "ms", "us", "ns"), help="what bare numbers in a column of dates count since 1970"
    )
    parser.add_argument("--zone", metavar="NAME", help="the time zone of the outlets, as Asia/Gaza")
    parser.add_argument("--now", metavar="DATE", help="report articles that claim to be later than this day")
    for name, words in runs.FILTERS.items():
        parser.add_argument(f"--{name}", help=words)
    parser.add_argument("--strict", action="store_true", help="exit with 3 if anything could not be used")
    _add_json(parser)


def _times(commands: Any) -> None:
    parser = _command(commands, "times", runs.times, "find the time expressions of a text")
    parser.add_argument("text", metavar="TEXT", help="the text, or - to read it from standard input")
    parser.add_argument("--published", metavar="DATE", help="the day the text was published")
    parser.add_argument("--vague", action="store_true", help="also words like now and recently")
    parser.add_argument("--profile", choices=("news", "timeml"), default="news", help="by whose habits")
    parser.add_argument("--lexicon", metavar="FILE", help="own actors, event types, words and rules (TOML)")
    _add_languages(parser)
    _add_json(parser)


def _explain(commands: Any) -> None:
    parser = _command(commands, "explain", runs.explain, "say why a date, an order or a link is so")
    parser.add_argument("timeline", metavar="TIMELINE", help="a saved timeline (JSON)")
    parser.add_argument("id", metavar="ID", help="the id of an event, mention, time, relation or conflict")
    _add_json(parser)


def _export(commands: Any) -> None:
    parser = _command(commands, "export", runs.export, "write a saved timeline in another format")
    parser.add_argument("timeline", metavar="TIMELINE", nargs="?", help="a saved timeline (JSON)")
    parser.add_argument("--list", action="store_true", help="list the formats (--json: as JSON)")
    parser.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--rows", choices=("events", "mentions"), default="events", help="what a table has a row for")
    parser.add_argument("--raw-csv", action="store_true", help="leave cells that spreadsheets run as formulas alone")
    for name, words in runs.FILTERS.items():
        parser.add_argument(f"--{name}", help=words)
    _add_output(parser, required=False)


def _diff(commands: Any) -> None:
    parser = _command(commands, "diff", runs.diff, "say what changed between two saved timelines")
    parser.add_argument("old", metavar="OLD")
    parser.add_argument("new", metavar="NEW")
    _add_json(parser)


def _validate(commands: Any) -> None:
    parser = _command(commands, "validate", runs.validate, "list all faults of article files and saved timelines")
    parser.add_argument("input", nargs="+", metavar="FILE")
    _add_json(parser)


def _completion(commands: Any) -> None:
    parser = _command(commands, "completion", completion, "print the completion script of a shell")
    parser.add_argument("shell", choices=SHELLS)


def _add_languages(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--languages", default="en", help="languages whose dates are read, such as en,ar")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_output(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument("-o", "--output", metavar="OUT", required=required, help="the file to write")
    parser.add_argument("--format", help="its format, where the suffix does not say it (see export --list)")
    parser.add_argument("--force", action="store_true", help="overwrite OUT")
    parser.add_argument("--no-text", action="store_true", help="leave out article texts, keep what is quoted")


def completion(asked: argparse.Namespace) -> int:
    """Print the completion script of a shell."""
    say(completion_script(asked.shell, make_parser()))
    return runs.OK
