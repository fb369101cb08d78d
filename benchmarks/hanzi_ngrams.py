"""Build seeds/vocabulary/hanzi_ngrams.bin: the character n-gram counts by which damaged text is repaired.

    python benchmarks/hanzi_ngrams.py OUT TEXT.jsonl[.gz]... [--hold-out N]

The counts are of three sources: word frequencies of jieba's dictionary (MIT) and of JioNLP's (Apache-2.0), place names
of JioNLP, and the texts given (JSON lines with `text`), of which only counts go in: pairs, and triples seen twice or
more.
`--hold-out N` leaves out one document of N, by its checksum, for a fair measurement.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import math
import re
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import opencc

DICTIONARY_SIZE = 200_000
PLACE_WEIGHT = 0.02
KEEP_PAIR, KEEP_TRIPLE, TEXT_TRIPLE = 0.05, 0.2, 2
STEPS, OFFSET = 4, 24
HEADER = """\
# Character n-grams of Chinese, counts on a logarithmic scale: count = 2 ** ((q - 24) / 4).
# Made by benchmarks/hanzi_ngrams.py from word frequencies of jieba's dictionary (MIT) and JioNLP's word and place lists
# (Apache-2.0), and from n-gram counts over news items and government work reports; it holds no text.
# One line of JSON (sizes), then xz: unigrams, word starts, rows of pairs and triples; tasks/clean/damage/language.py.
"""
_FULL = str.maketrans(
    {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", "\r": "\n", "\t": " "}
)
_HANZI = re.compile("^[\u4e00-\u9fff]+$")


def normal(text: str) -> str:
    """The text as the model sees it: one digit, one letter, full-width marks, lines apart."""
    text = "".join(chr(ord(c) - 0xFEE0) if "０" <= c <= "ｚ" and c.isalnum() else c for c in text).translate(_FULL)
    text = re.sub("[A-Za-z]", "A", re.sub("[0-9]", "0", text))
    return "\n" + re.sub("[ \u3000\xa0]+", " ", re.sub(r"\s*\n\s*", "\n", text)).strip() + "\n"


def texts(paths: Iterable[str], hold_out: int) -> Iterator[str]:
    for path in paths:
        packed = path.endswith(".gz")
        with gzip.open(path, "rt", encoding="utf-8") if packed else Path(path).open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if not hold_out or zlib.crc32(str(record["doc"]).encode()) % hold_out:
                    yield normal(record["text"])


def folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed")
    return Path(spec.origin).parent


def words() -> Counter[str]:
    """Words with their share in running text, the mean of two dictionaries, scaled; and place names; all simplified."""
    simplify = opencc.OpenCC("t2s").convert
    result: Counter[str] = Counter()
    jieba = [line.split(" ")[:2] for line in (folder("jieba") / "dict.txt").open(encoding="utf-8")]
    lines = (folder("jionlp") / "dictionary" / "word_distribution.json").open(encoding="utf-8")
    jio = [pair for pair in map(json.loads, lines) if _HANZI.match(pair[0])]
    for listed in (jieba, jio):
        total = sum(int(count) for _, count in listed)
        for word, count in listed:
            result[simplify(word)] += DICTIONARY_SIZE * int(count) / total
    for line in (folder("jionlp") / "dictionary" / "china_location.txt").open(encoding="utf-8"):
        result[simplify(line.strip("\t\n").split("\t")[0])] += PLACE_WEIGHT
    return result


def tabulate(paths: list[str], hold_out: int) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str]]:
    """Unigrams, word starts, pairs, triples."""
    single: Counter[str] = Counter()
    start: Counter[str] = Counter()
    pair: Counter[str] = Counter()
    triple: Counter[str] = Counter()
    for word, weight in words().items():
        start[word[0]] += weight
        for size, table in ((1, single), (2, pair), (3, triple)):
            for at in range(len(word) - size + 1):
                table[word[at : at + size]] += weight
    pair = Counter({key: n for key, n in pair.items() if n >= KEEP_PAIR})
    triple = Counter({key: n for key, n in triple.items() if n >= KEEP_TRIPLE})
    seen: Counter[str] = Counter()
    for text in texts(paths, hold_out):
        single.update(text)
        pair.update(map("".join, pairwise(text)))
        seen.update(map("".join, zip(text, text[1:], text[2:], strict=False)))
    for key, n in seen.items():
        if n >= TEXT_TRIPLE:
            triple[key] += n
    return single, start, pair, triple


def quantised(count: float) -> int:
    return max(0, min(255, round(STEPS * math.log2(count) + OFFSET))) if count > 0 else 0


def rows(entries: list[tuple[int, int, int]], heads: int) -> list[bytes]:
    """Row lengths, gaps between the members of a row, counts; low and high bytes apart, for the sake of compression."""
    lengths, gaps, counts = array("H", [0] * heads), array("H"), bytearray()
    head, last = -1, -1
    for row, member, count in entries:
        last = last if row == head else -1
        gaps.append(member - last - 1)
        lengths[row] += 1
        counts.append(count)
        head, last = row, member
    parts = []
    for values in (lengths, gaps):
        raw = values.tobytes()
        parts += [raw[::2], raw[1::2]]
    return [*parts, bytes(counts)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", nargs="+")
    parser.add_argument("--hold-out", type=int, default=0)
    options = parser.parse_args()
    single, start, pair, triple = tabulate(options.texts, options.hold_out)
    chars = sorted(single, key=lambda char: (-single[char], char))
    number = {char: index for index, char in enumerate(chars)}
    pairs = sorted((number[key[0]], number[key[1]], quantised(n)) for key, n in pair.items())
    place = {(first, second): index for index, (first, second, _) in enumerate(pairs)}
    triples = sorted(
        (place[number[key[0]], number[key[1]]], number[key[2]], quantised(n))
        for key, n in triple.items()
        if (number[key[0]], number[key[1]]) in place
    )
    payload = [bytes(quantised(single[c]) for c in chars), bytes(quantised(start[c]) for c in chars)]
    payload += rows(pairs, len(chars)) + rows(triples, len(pairs))
    sizes = {"characters": "".join(chars), "pairs": len(pairs), "triples": len(triples)}
    packed = lzma.compress(b"".join(payload), preset=9 | lzma.PRESET_EXTREME)
    options.out.write_bytes(HEADER.encode() + json.dumps(sizes, ensure_ascii=False).encode() + b"\n" + packed)
    print(f"{len(chars)} characters, {len(pairs)} pairs, {len(triples)} triples, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
