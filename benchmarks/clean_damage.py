"""How much of a mirror's damage the repair undoes, and whether it leaves clean text alone.

    python benchmarks/clean_damage.py TEXTS [--every N] [--seeds N] [--misses N]

TEXTS is a folder of text files or JSON lines with `text` (`.gz` allowed), clean and in Chinese.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from tasks.clean.damage.mirror import Mirror
from tasks.clean.restore import restore
from tasks.clean.script import converter

HOSTS = {
    "drop": Mirror(),
    "drop, few readings": Mirror(readings=3),
    "drop, no reading": Mirror(readings=0),
    "drop, folded": Mirror(folds=True),
    "drop, private use kept": Mirror(deletes=False),
    "drop, loss shown": Mirror(shows_loss=True),
    "drop, every place": Mirror(hit=1.0),
    "eat": Mirror(swallows=True, deletes=False),
    "eat, private use deleted": Mirror(swallows=True),
    "eat, folded": Mirror(swallows=True, folds=True),
    "eat, many readings": Mirror(swallows=True, readings=120, deletes=False),
}


def texts(path: Path) -> Iterator[str]:
    if path.is_dir():
        for file in sorted(path.glob("*.txt")):
            yield file.read_text("utf-8")
        return
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def common(one: str, other: str) -> int:
    """Characters that two texts share, aligned line by line where the lines pair."""
    left, right = one.split("\n"), other.split("\n")
    if len(left) != len(right):
        left, right = [one], [other]
    total = len(left) - 1
    for a, b in zip(left, right, strict=True):
        total += (
            len(a) if a == b else sum(m.size for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
        )
    return total


def measure(name: str, mirror: Mirror, pages: list[str], seeds: int, misses: int) -> None:
    shared = got = wanted = broken = shifted = mended = 0
    spent, size = 0.0, 0
    for seed in range(seeds):
        for number, text in enumerate(pages):
            spoilt = mirror.spoil(text, seed * 1000 + number)
            began = time.perf_counter()
            repaired = restore(spoilt).text
            spent += time.perf_counter() - began
            size += len(spoilt)
            whole = restore(converter("s2t")(text)).text
            shared += common(repaired, whole)
            got += len(repaired)
            wanted += len(whole)
            no_shift = replace(mirror, hit=0.0).spoil(text, seed * 1000 + number)
            for one, two, three, four in zip(
                spoilt.split("\n"), no_shift.split("\n"), repaired.split("\n"), whole.split("\n"), strict=False
            ):
                if one != two:
                    shifted += 1
                    mended += three == four
                if three != four and broken < misses:
                    broken += 1
                    show(one, three, four)
    print(
        f"{name:26} F1 {2 * shared / (got + wanted):.5f}  lines hit {shifted:5}"
        f"  mended exactly {mended / max(1, shifted):.3f}"
        f"  {size / spent / 1000:.0f} k chars/s",
        flush=True,
    )


def show(spoilt: str, repaired: str, whole: str) -> None:
    for tag, a, b, c, d in SequenceMatcher(None, repaired, whole, autojunk=False).get_opcodes():
        if tag != "equal":
            print(f"    {repaired[max(0, a - 8) : a]}[{repaired[a:b]}|{whole[c:d]}]{repaired[b : b + 8]}")
    print(f"        {spoilt[:300]}")


def untouched(pages: list[str]) -> None:
    for name, convert in (("simplified", str), ("traditional", converter("s2t"))):
        changed = size = 0
        spent = 0.0
        for text in pages:
            source = convert(text)
            began = time.perf_counter()
            result = restore(source)
            spent += time.perf_counter() - began
            size += len(text)
            changed += sum(len(r.before) + len(r.after) for r in result.repairs if r.kind not in ("layout", "footnote"))
            for repair in result.repairs:
                print(
                    "   ",
                    repair.kind,
                    repair.before,
                    "->",
                    repair.after,
                    result.text[repair.start - 10 : repair.end + 10],
                )
        print(f"clean, {name:12} {size} characters, {changed} changed, {size / spent / 1e6:.2f} M chars/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take each Nth text")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0, help="show so many lines that were not mended, a host")
    parser.add_argument("--host", help="only hosts whose name holds this")
    options = parser.parse_args()
    pages = list(texts(options.texts))[:: options.every]
    for name, mirror in HOSTS.items():
        if not options.host or options.host in name:
            measure(name, mirror, pages, options.seeds, options.misses)
    if not options.host:
        untouched(pages)


if __name__ == "__main__":
    main()
