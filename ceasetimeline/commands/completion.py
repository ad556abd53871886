"""Completion scripts for shells, made from the parser itself."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Final

Words = Mapping[str, list[str]]


def completion_script(shell: str, parser: argparse.ArgumentParser) -> str:
    """The script that completes commands and options in ``bash``, ``zsh`` or ``fish``."""
    return "\n".join(_SCRIPTS[shell](_words_by_command(parser)))


def _words_by_command(parser: argparse.ArgumentParser) -> Words:
    [commands] = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return {
        name: [word for action in command._actions for word in action.option_strings if word.startswith("--")]
        for name, command in commands.choices.items()
    }


def _bash(words: Words) -> list[str]:
    cases = [
        f'    {name}) COMPREPLY=($(compgen -f -W "{" ".join(found)}" -- "$now")) ;;' for name, found in words.items()
    ]
    return [
        "_ceasetimeline() {",
        '  local now="${COMP_WORDS[COMP_CWORD]}"',
        f'  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$now")); return; fi',
        '  case "${COMP_WORDS[1]}" in',
        *cases,
        "  esac",
        "}",
        "complete -o filenames -F _ceasetimeline ceasetimeline",
    ]


def _zsh(words: Words) -> list[str]:
    return ["autoload -U +X bashcompinit && bashcompinit", *_bash(words)]


def _fish(words: Words) -> list[str]:
    seen = "__fish_seen_subcommand_from"
    lines = [f"complete -c ceasetimeline -n 'not {seen} {' '.join(words)}' -f -a '{' '.join(words)}'"]
    for name, found in words.items():
        lines += [f"complete -c ceasetimeline -n '{seen} {name}' -l {word.removeprefix('--')}" for word in found]
    return lines


_SCRIPTS: Final[Mapping[str, Callable[[Words], list[str]]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
