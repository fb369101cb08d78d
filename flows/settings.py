"""Settings of the flows: typed, from parameters, the environment (`ZHIBIAO_…`) or these defaults."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Where the data lives and how the work is spread."""

    model_config = SettingsConfigDict(env_prefix="ZHIBIAO_", extra="ignore")

    data_root: str = Field(default=str(PROJECT / "data"), description="folder or s3://bucket/prefix")
    sources: Path = Field(default=PROJECT / "seeds" / "sources.yaml", description="list of sources")
    shard_size: int = Field(default=2000, ge=1, description="documents that one task run handles")
    workers: int = Field(default=max(os.cpu_count() or 1, 1), ge=1, description="processes side by side")
    fetchers: int = Field(default=16, ge=1, description="web sources scraped side by side, each host by one of them")
    runner: Literal["process", "thread", "dask"] = Field(default="process", description="where task runs go")
    dask_address: str | None = Field(default=None, description="scheduler of a Dask cluster; none starts a local one")
    engine: Literal["rjieba", "jieba"] = Field(default="rjieba", description="segmentation engine")


def settings() -> Settings:
    """The settings as the environment gives them now."""
    return Settings()
