#!/usr/bin/env python3
"""Proves the direction of dependencies from the includes of the sources.

- a folder includes only folders below it: support <- corpus <- analyzers <- indexer <- server <- cli
- of another folder only the headers directly in it, never those in its sub-folders
- includes of ours are rooted (`"analyzers/letter.hpp"`) and name a file that exists
- a third-party library appears only in the folder that owns it, and no public header reaches one
- no two sub-folders include each other, and no file reaches itself

Prints one line for each fault; exit status 1 when there is one.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ["support", "corpus", "analyzers", "indexer", "server", "cli"]

# First part of an include -> folders (or sub-folders) that may name it.
OWNERS = {
    "unicode": ["analyzers"],
    "xapian": ["indexer"],
    "libxml": ["corpus/readers"],
    "nlohmann": ["corpus/readers", "server"],
    "httplib": ["server"],
    "CLI": ["cli"],
    "zlib": ["server"],
    "catch2": [],
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]')


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1), found.group(2)


def library_of(name):
    first = name.split("/")[0]
    return first[:-2] if first.endswith(".h") else first


def is_public_header(relative):
    return relative.suffix == ".hpp" and len(relative.parts) == 2


def check_own(relative, name):
    """The fault of an include of ours, or None."""
    target = Path(name)
    if target.parts[0] not in LAYERS or not (ROOT / target).is_file():
        return f'"{name}" is not a rooted path of a file that exists'
    here, there = relative.parts[0], target.parts[0]
    if LAYERS.index(there) > LAYERS.index(here):
        return f'"{name}" points upward: {here} may not include {there}'
    if there != here and len(target.parts) > 2:
        return f'"{name}" is private to {there}'
    return None


def check_library(relative, name):
    library = library_of(name)
    if library not in OWNERS:
        return None
    owners = OWNERS[library]
    if not any(relative.as_posix().startswith(owner + "/") for owner in owners):
        return f"<{name}> belongs to {' and '.join(owners) or 'tests'}"
    return None


def leaks(edges, libraries):
    """Public headers that reach a third-party header, by themselves or through others of ours."""
    graph = {}
    for source, target in edges:
        graph.setdefault(source, []).append(target)
    for public in sorted(path for path in {s for s, _ in edges} | set(libraries)
                         if is_public_header(Path(path))):
        seen, pending = {public}, [public]
        while pending:
            node = pending.pop()
            if node in libraries:
                yield f"{public}: public, but reaches <{libraries[node]}> through {node}"
            new = [target for target in graph.get(node, []) if target not in seen]
            seen.update(new)
            pending += new


def unit_of(relative):
    """A sub-folder, the smallest unit between which two-way includes are counted."""
    return "/".join(relative.parts[:2]) if len(relative.parts) > 2 else None


def two_way(edges):
    pairs = {}
    for source, target in sorted(edges):
        a, b = unit_of(Path(source)), unit_of(Path(target))
        if a and b and a != b:
            pairs.setdefault((a, b), (source, target))
    for (a, b), (source, target) in pairs.items():
        if a < b and (b, a) in pairs:
            back = pairs[(b, a)]
            yield f"{a} and {b} include each other: {source} -> {target}, {back[0]} -> {back[1]}"


def cycles(edges):
    graph = {}
    for source, target in edges:
        graph.setdefault(source, []).append(target)
    done, path, found = set(), [], []

    def visit(node):
        if node in path:
            found.append(" -> ".join(path[path.index(node):] + [node]))
            return
        if node in done:
            return
        path.append(node)
        for target in sorted(graph.get(node, [])):
            visit(target)
        path.pop()
        done.add(node)

    for node in sorted(graph):
        visit(node)
    return [f"files include each other: {one}" for one in found]


def main():
    faults, edges, libraries, files = [], set(), {}, 0
    for layer in LAYERS:
        for path in sorted((ROOT / layer).rglob("*.[ch]pp")):
            files += 1
            relative = path.relative_to(ROOT)
            for number, mark, name in includes(path):
                own = mark == '"'
                fault = check_own(relative, name) if own else check_library(relative, name)
                if fault:
                    faults.append(f"{relative}:{number}: {fault}")
                elif own:
                    edges.add((relative.as_posix(), name))
                if not own and library_of(name) in OWNERS:
                    libraries[relative.as_posix()] = name
    faults += list(leaks(edges, libraries)) + list(two_way(edges)) + cycles(edges)
    print("\n".join(faults + [f"layers: {files} files, {len(edges)} includes, {len(faults)} faults"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
