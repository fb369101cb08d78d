"""A shard of documents to sentences and words."""

from __future__ import annotations

import pyarrow as pa

from tasks.contracts import LEDGER, SEGMENTS
from tasks.segment.sentences import Sentence, split_sentences
from tasks.segment.words import Segmenter, Token


def segment_documents(documents: pa.Table, segmenter: Segmenter) -> tuple[pa.Table, pa.Table]:
    """Segments and ledger of a documents table (DOCUMENTS contract); one ledger row a document."""
    rows: list[dict[str, object]] = []
    ledger: list[dict[str, object]] = []
    for document_id, text in zip(documents["document_id"].to_pylist(), documents["text"].to_pylist(), strict=True):
        sentences = split_sentences(text)
        rows.extend(
            _row(document_id, sentence, segmenter.tokens(text[sentence.start : sentence.end])) for sentence in sentences
        )
        ledger.append({"input_id": document_id, "outcome": "out", "output_id": document_id, "produced": len(sentences)})
    return SEGMENTS.from_rows(rows), LEDGER.from_rows(ledger)


def _row(document_id: str, sentence: Sentence, tokens: list[Token]) -> dict[str, object]:
    return {
        "document_id": document_id,
        "paragraph": sentence.paragraph,
        "sentence": sentence.sentence,
        "start": sentence.start,
        "end": sentence.end,
        "section": sentence.section,
        "tokens": [
            {
                "word": token.word,
                "tag": token.tag,
                "start": sentence.start + token.start,
                "end": sentence.start + token.end,
            }
            for token in tokens
        ],
    }
