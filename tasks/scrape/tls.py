"""What a secure connection said of itself, for the record of a snapshot; and whose certificates are believed."""

from __future__ import annotations

import hashlib
import json
import ssl
from pathlib import Path
from typing import Any

import certifi

from tasks.scrape.limits import FetchError


def tls_context(ca_file: Path | None = None) -> ssl.SSLContext:
    """A context that believes the public authorities, and those in `ca_file` (PEM) besides.

    Raises FetchError `bad_ca_file` when that file cannot be read.
    """
    context = ssl.create_default_context(cafile=certifi.where())
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=str(ca_file))
        except OSError as error:
            raise FetchError("bad_ca_file", f"{ca_file.name}: {error.strerror or error}") from error
    return context


def tls_facts(secured: ssl.SSLObject) -> str:
    """Version, cipher, protocol and certificate (subject, issuer, end, SHA-256) of a connection, as JSON."""
    certificate: dict[str, Any] = dict(secured.getpeercert() or {})
    encoded = secured.getpeercert(binary_form=True)
    facts = {
        "version": secured.version(),
        "cipher": (secured.cipher() or (None,))[0],
        "protocol": secured.selected_alpn_protocol(),
        "subject": _name(certificate.get("subject")),
        "issuer": _name(certificate.get("issuer")),
        "expires": certificate.get("notAfter"),
        "sha256": hashlib.sha256(encoded).hexdigest() if encoded else None,
    }
    return json.dumps(facts, ensure_ascii=False, sort_keys=True)


def _name(parts: Any) -> str | None:
    pairs = [f"{key}={value}" for part in parts or () for key, value in part]
    return ", ".join(pairs) or None
