#!/usr/bin/env python3
"""Checks the tables of analyzers/data: columns, values, keys, dates, spelling, references.

Usage: scripts/check_data.py [FOLDER]      (default: analyzers/data of this repository)
Exit status: 0 all tables are sound, 1 something is wrong (one line for each: file:line: what).
"""
import datetime
import pathlib
import re
import sys
import unicodedata

LEVELS = {"central", "province", "district", "commune"}
FREE, REQUIRED, LIST, DATE, RANK = "free", "required", "list", "date", "rank"

# Column -> what its cells hold: one of the kinds above, or the set of allowed values.
TABLES = {
    "provinces": {
        "name": REQUIRED, "kind": {"tỉnh", "thành phố"}, "region": REQUIRED, "valid_from": DATE,
        "valid_to": DATE, "successor": LIST, "aliases": LIST, "seats": LIST},
    "districts": {
        "name": REQUIRED, "kind": {"huyện", "quận", "thị xã", "thành phố"}, "province": REQUIRED,
        "valid_to": DATE},
    "document_types": {
        "name": REQUIRED, "code": FREE, "system": {"party", "state", "both"}, "rank": RANK,
        "aliases": LIST, "abbreviations": LIST},
    "issuers": {
        "code": REQUIRED, "name": REQUIRED, "level": LEVELS | {"organisation"},
        "system": {"party", "state", "front", "union", "assembly"}, "local": {"yes", "no"},
        "valid_from": DATE, "valid_to": DATE, "aliases": LIST},
    "bodies": {
        "name": REQUIRED, "level": LEVELS | {"any"},
        "kind": {"party", "state", "assembly", "front", "union", "enterprise", "justice", "armed"},
        "parent": FREE, "aliases": LIST, "valid_from": DATE, "valid_to": DATE, "successor": LIST},
    "abbreviations": {
        "abbreviation": REQUIRED, "expansion": REQUIRED, "note": {"", "ambiguous", "old"}},
}
KEYS = {
    "provinces": ("name",),
    "districts": ("name", "kind", "province"),
    "document_types": ("name", "code", "system"),
    "issuers": ("code", "name", "level", "system"),
    "bodies": ("name", "level"),
    "abbreviations": ("abbreviation", "expansion"),
}
# (table, column) whose entries are names of rows of another table.
REFERENCES = [
    ("provinces", "successor", "provinces"),
    ("districts", "province", "provinces"),
    ("bodies", "parent", "bodies"),
    ("bodies", "successor", "bodies"),
]
# How many rows were valid on a day: facts that catch a row lost or added by mistake.
COUNTS = [
    ("provinces", "2020-01-01", 63),
    ("provinces", "2025-01-01", 63),
    ("provinces", "2025-07-01", 34),
    ("districts", "2025-06-30", 696),
]
# An open syllable in oa, oe, uy has its tone mark on the first vowel (hòa, ủy); "quý" is no case.
MODERN_TONE = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)


class Checker:
    def __init__(self, folder):
        self.folder = folder
        self.errors = []
        self.tables = {}

    def fail(self, table, line, message):
        self.errors.append(f"{self.folder / table}.tsv:{line}: {message}")

    def load(self, table):
        """Reads a table into [(line number, {column: cell})]; reports what is wrong with its form."""
        path = self.folder / f"{table}.tsv"
        self.tables[table] = []
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.fail(table, 0, f"cannot be read: {error}")
            return
        if "\r" in text or not text.endswith("\n"):
            self.fail(table, 0, "lines must end with LF, the last one too")
        columns = list(TABLES[table])
        seen_header = False
        for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
            if unicodedata.normalize("NFC", line) != line:
                self.fail(table, number, "not in normal form NFC")
            if line.startswith("#"):
                if seen_header:
                    self.fail(table, number, "comments stand before the header line only")
                continue
            cells = line.split("\t")
            if not seen_header:
                seen_header = True
                if number == 1:
                    self.fail(table, number, "the table must begin with a comment on its source")
                if cells != columns:
                    self.fail(table, number, f"header is {cells}, must be {columns}")
                continue
            if len(cells) != len(columns):
                self.fail(table, number, f"{len(cells)} columns, must be {len(columns)}")
                continue
            self.tables[table].append((number, dict(zip(columns, cells))))
        if not self.tables[table]:
            self.fail(table, 0, "has no rows")

    def check_text(self, table, number, cell):
        if cell != cell.strip() or "  " in cell:
            self.fail(table, number, f"stray blank in {cell!r}")
        if '"' in cell:
            self.fail(table, number, f"quotation mark in {cell!r}")
        for letter in cell:
            if letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN"):
                self.fail(table, number, f"letter U+{ord(letter):04X} of another script in {cell!r}")
        if "Ð" in cell or "ð" in cell:
            self.fail(table, number, f"U+00D0 or U+00F0 in {cell!r}, use Đ (U+0110) or đ (U+0111)")
        for match in MODERN_TONE.finditer(cell):
            self.fail(table, number, f"tone mark of {match.group()!r} in {cell!r}: write hòa, ủy")

    def check_cell(self, table, number, column, cell):
        kind = TABLES[table][column]
        self.check_text(table, number, cell)
        if isinstance(kind, set):
            if cell not in kind:
                self.fail(table, number, f"{column} is {cell!r}, must be one of {sorted(kind)}")
        elif kind == REQUIRED and not cell:
            self.fail(table, number, f"{column} is empty")
        elif kind == RANK and not (cell.isdigit() and 1 <= int(cell) <= 99):
            self.fail(table, number, f"{column} is {cell!r}, must be 1..99")
        elif kind == DATE and cell and not is_date(cell):
            self.fail(table, number, f"{column} is {cell!r}, must be an ISO date")
        elif kind == LIST:
            self.check_list(table, number, column, cell)

    def check_list(self, table, number, column, cell):
        entries = cell.split("; ") if cell else []
        if any(not entry or ";" in entry for entry in entries):
            self.fail(table, number, f"{column}: entries are separated by '; ': {cell!r}")
        for entry in sorted({entry for entry in entries if entries.count(entry) > 1}):
            self.fail(table, number, f"{column}: {entry!r} stands twice")

    def check_rows(self, table):
        keys = {}
        for number, row in self.tables[table]:
            for column, cell in row.items():
                self.check_cell(table, number, column, cell)
            key = tuple(row[column] for column in KEYS[table])
            if key in keys:
                self.fail(table, number, f"{key} already stands in line {keys[key]}")
            keys[key] = number
            first, last = row.get("valid_from"), row.get("valid_to")
            if first and last and first > last:
                self.fail(table, number, f"valid_from {first} is after valid_to {last}")
            own = row.get("name") or row.get("code")
            if own in row.get("aliases", "").split("; "):
                self.fail(table, number, f"the alias {own!r} is the name itself")

    def check_references(self):
        for table, column, target in REFERENCES:
            names = {row["name"] for _, row in self.tables[target]}
            for number, row in self.tables[table]:
                for entry in filter(None, row[column].split("; ")):
                    if entry not in names:
                        self.fail(table, number, f"{column} {entry!r} is no name in {target}.tsv")
                    elif table == target and entry == row["name"]:
                        self.fail(table, number, f"{column} {entry!r} is the row itself")

    def check_aliases(self, table):
        """Two rows valid on the same day may not share a name or alias, unless their names agree."""
        owners = {}
        for number, row in self.tables[table]:
            spellings = [row["name"], *filter(None, row["aliases"].split("; "))]
            for spelling in sorted({spelling.casefold() for spelling in spellings}):
                for other_number, other in owners.get(spelling, []):
                    if other["name"] != row["name"] and overlap(row, other):
                        self.fail(table, number, f"{spelling!r} also names {other['name']!r} "
                                                 f"in line {other_number}")
                owners.setdefault(spelling, []).append((number, row))

    def check_abbreviations(self):
        rows = self.tables["abbreviations"]
        counts = {}
        for _, row in rows:
            counts[row["abbreviation"]] = counts.get(row["abbreviation"], 0) + 1
        for number, row in rows:
            if (counts[row["abbreviation"]] > 1) != (row["note"] == "ambiguous"):
                self.fail("abbreviations", number, f"{row['abbreviation']!r}: the note 'ambiguous' "
                                                   "belongs to those with several rows, and only them")

    def check_counts(self):
        for table, day, expected in COUNTS:
            found = sum(valid_on(row, day) for _, row in self.tables[table])
            if found != expected:
                self.fail(table, 0, f"{found} rows are valid on {day}, must be {expected}")

    def run(self):
        for table in TABLES:
            self.load(table)
        for table in TABLES:
            self.check_rows(table)
        self.check_references()
        self.check_aliases("bodies")
        self.check_aliases("provinces")
        self.check_abbreviations()
        self.check_counts()


def is_date(text):
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return False
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def valid_on(row, day):
    return row.get("valid_from", "") <= day and (not row["valid_to"] or day <= row["valid_to"])


def overlap(one, other):
    first = max(one["valid_from"], other["valid_from"])
    last = min(one["valid_to"] or "9999", other["valid_to"] or "9999")
    return first <= last


def main():
    default = pathlib.Path(__file__).resolve().parent.parent / "analyzers" / "data"
    checker = Checker(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default)
    checker.run()
    for error in checker.errors:
        print(error, file=sys.stderr)
    if checker.errors:
        print(f"check_data: {len(checker.errors)} errors", file=sys.stderr)
        return 1
    rows = ", ".join(f"{table} {len(checker.tables[table])}" for table in TABLES)
    print(f"check_data: sound ({rows})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
