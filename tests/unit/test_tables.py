"""TOML tables as rows: later files are laid over earlier ones, and all faults of all files are told at once."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from ceasetimeline.errors import InputError, LexiconErrors
from ceasetimeline.lexicon import Lexicon
from ceasetimeline.tables import package_files, read_tables, user_file


@attrs.frozen(kw_only=True)
class Port:
    name: str
    size: int = 0


BLOCKS = {"port": ("ports", Port)}


def read(*contents: str) -> tuple[dict[str, int], list[str]]:
    tables = read_tables([(f"{number}.toml", text.encode()) for number, text in enumerate(contents)], BLOCKS)
    return {row.name: row.size for row in tables.rows["ports"].values()}, list(map(str, tables.faults))


def test_a_row_of_a_known_name_replaces_it_and_a_new_one_is_added() -> None:
    rows, faults = read('[[port]]\nname = "A"\nsize = 1\n[[port]]\nname = "B"\n', '[[port]]\nname = "A"\nsize = 7\n')
    assert rows == {"A": 7, "B": 0}
    assert not faults


def test_a_list_of_a_known_name_replaces_it() -> None:
    tables = read_tables([("a", b'[cues]\nx = ["one"]\ny = ["two"]\n'), ("b", b'[cues]\nx = ["three"]\n')], BLOCKS)
    assert tables.cues == {"x": frozenset({"three"}), "y": frozenset({"two"})}


def test_every_fault_is_told_and_the_sound_rows_are_kept() -> None:
    rows, faults = read(
        '[[port]]\nname = "A"\nsize = "wide"\n[[port]]\nname = "B"\ndepth = 3\n[[haven]]\nname = "C"\n',
        "not toml",
        '[[port]]\nsize = 2\n[[port]]\nname = "D"\n',
    )
    assert rows == {"B": 0, "D": 0}
    assert len(faults) == 5
    for part in ("0.toml", "port 1 (A)", "'depth'", "'haven'", "known are port, cues", "1.toml", "the whole file"):
        assert any(part.strip("'") in fault for fault in faults), part


def test_a_file_that_is_no_text_is_a_fault() -> None:
    tables = read_tables([("a", b"\xff\xfe")], BLOCKS)
    assert [fault.file for fault in tables.faults] == ["a"]


def test_the_digest_tells_contents_apart() -> None:
    one, other, same = (read_tables([("a", text)], BLOCKS).digest for text in (b"", b"# a word", b""))
    assert one == same != other


def test_the_files_of_the_package_come_in_one_order() -> None:
    names = [name for name, _ in package_files()]
    assert names == sorted(names)
    assert "events.toml" in names


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"missing\.toml cannot be read"):
        user_file(tmp_path / "missing.toml")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('name = "..."', "a name without a letter"),
        ('name = "Here"\nkin = []', "kin"),
        ('name = "Here"\nambiguous = ["There"]', "There"),
        ('name = "Here"\nakin = ["Nobody at all"]', "Nobody at all"),
        (
            'name = "X Y"\nkind = "person"\noffices = [{of = "Israel", since = 2020-01-02, until = 2020-01-01}]',
            "2020-01-01",
        ),
    ],
)
def test_an_actor_that_does_not_fit_the_others_is_a_fault(tmp_path: Path, row: str, told: str) -> None:
    path = tmp_path / "own.toml"
    kind = "" if "kind" in row else 'kind = "state"\n'
    path.write_text(f"[[actor]]\n{kind}{row}\n", encoding="utf-8")
    with pytest.raises(LexiconErrors) as caught:
        Lexicon.load(path)
    assert told in str(caught.value)
