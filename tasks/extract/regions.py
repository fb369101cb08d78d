"""Regions: the names in a text (`find_regions`) and the area that a number is about (`RegionScope`)."""

from __future__ import annotations

from tasks.extract.regions_find import find_regions
from tasks.extract.regions_scope import RegionDecision, RegionScope

__all__ = ["RegionDecision", "RegionScope", "find_regions"]
