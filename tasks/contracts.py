"""The contract of every table: columns, types, nullability, meaning.

This is the one home of the columns. Everything that writes Parquet casts to a contract through
`Contract.conform`, and a mismatch is an error that names the table, the column and the reason.
Each column carries a description in Chinese and English, a unit where it has one, and the SDMX
concept that it corresponds to; all of it travels in the Parquet footer as field metadata.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa

SCHEMA_VERSION = "1.0.0"

TIME = pa.timestamp("us", tz="UTC")
LOCAL_TIME = pa.timestamp("us", tz="Asia/Shanghai")
EXACT = pa.decimal128(38, 9)
OFFSET = pa.int32()

MEASURES = ("level", "share", "growth", "change", "rank", "ratio")
STATUSES = ("observation", "target")
QUALIFIERS = ("exact", "about", "over", "under", "min", "max")
RELATION_KINDS = ("share", "sum", "difference", "growth", "per_head", "comparison")
VERDICTS = ("agrees", "disagrees", "not_comparable")
QUARANTINE_STATES = ("open", "released", "rectified", "rejected")
UNKNOWN = "unknown"

REPAIR = pa.struct(
    [
        pa.field("start", OFFSET, nullable=False),
        pa.field("end", OFFSET, nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("before", pa.string(), nullable=False),
        pa.field("after", pa.string(), nullable=False),
        pa.field("confidence", pa.float64(), nullable=False),
    ]
)
TOKEN = pa.struct(
    [
        pa.field("word", pa.string(), nullable=False),
        pa.field("tag", pa.string(), nullable=False),
        pa.field("start", OFFSET, nullable=False),
        pa.field("end", OFFSET, nullable=False),
    ]
)


class ContractError(ValueError):
    """A table that does not keep its contract; the message names table, column and reason."""


@dataclass(frozen=True)
class Column:
    """One column: its Arrow type, what it means, and how others call it."""

    name: str
    type: pa.DataType
    zh: str
    en: str
    nullable: bool = False
    unit: str | None = None
    sdmx: str | None = None

    @property
    def field(self) -> pa.Field:
        """The Arrow field, with the descriptions as metadata."""
        metadata = {"description_zh": self.zh, "description_en": self.en}
        if self.unit:
            metadata["unit"] = self.unit
        if self.sdmx:
            metadata["sdmx_concept"] = self.sdmx
        return pa.field(self.name, self.type, nullable=self.nullable, metadata=metadata)


@dataclass(frozen=True)
class Contract:
    """One table: its columns in order, its key, the order of its rows and its partitions.

    `partition_by` names the columns that the warehouse turns into folders; they are derived when
    a release is written and stand in no file.
    """

    name: str
    zh: str
    en: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    sort_by: tuple[str, ...] = ()
    partition_by: tuple[str, ...] = ()

    @cached_property
    def schema(self) -> pa.Schema:
        """The Arrow schema, with the table's own description as metadata."""
        return pa.schema(
            [column.field for column in self.columns],
            metadata={
                "table": self.name,
                "description_zh": self.zh,
                "description_en": self.en,
                "schema_version": SCHEMA_VERSION,
            },
        )

    @property
    def column_names(self) -> list[str]:
        """The column names in contract order."""
        return [column.name for column in self.columns]

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")

    def empty(self) -> pa.Table:
        """A table of this contract without rows."""
        return self.schema.empty_table()

    def from_rows(self, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
        """Rows (column name to plain value) as a table of this contract; absent keys are null.

        Raises ContractError for unknown keys, wrong types and nulls where none may be.
        """
        rows = list(rows)
        known = set(self.column_names)
        for row in rows:
            for key in row.keys() - known:
                raise ContractError(f"{self.name}: column {key} is not in the contract")
        arrays = []
        for column in self.columns:
            values = [row.get(column.name) for row in rows]
            try:
                arrays.append(pa.array(values, type=column.type))
            except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as error:
                raise ContractError(f"{self.name}.{column.name}: {error}") from error
        return self._checked(pa.Table.from_arrays(arrays, schema=self.schema))

    def conform(self, table: pa.Table) -> pa.Table:
        """The table with the contract's columns, order and types.

        Raises ContractError for a missing or unknown column, a value that does not fit the type
        without loss, and a null where none may be.
        """
        for name in table.column_names:
            if name not in self.column_names:
                raise ContractError(f"{self.name}: column {name} is not in the contract")
        columns = []
        for column in self.columns:
            if column.name not in table.column_names:
                raise ContractError(f"{self.name}: column {column.name} is missing")
            values = table[column.name]
            try:
                columns.append(values if values.type == column.type else values.cast(column.type))
            except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
                raise ContractError(
                    f"{self.name}.{column.name}: {values.type} does not fit {column.type}: {error}"
                ) from error
        return self._checked(pa.Table.from_arrays(columns, schema=self.schema))

    def _checked(self, table: pa.Table) -> pa.Table:
        for column in self.columns:
            nulls = table[column.name].null_count
            if nulls and not column.nullable:
                raise ContractError(f"{self.name}.{column.name}: {nulls} null values in a column that takes none")
        return table


def _codes() -> pa.DataType:
    return pa.string()


SNAPSHOTS = Contract(
    name="snapshots",
    zh="网页快照索引：原始字节按内容寻址保存，从不改动",
    en="Index of page snapshots: raw bytes stored by content, never changed",
    primary_key=("snapshot_id",),
    sort_by=("source_url", "fetched_at", "snapshot_sha256"),
    columns=(
        Column("snapshot_id", pa.string(), "快照编号：网址与内容的散列", "Hash of URL and content"),
        Column("snapshot_sha256", pa.string(), "原始字节的 SHA-256", "SHA-256 of the bytes as fetched"),
        Column("source_id", pa.string(), "sources.yaml 中的来源编号", "Entry of sources.yaml"),
        Column("source_url", pa.string(), "网址；本地文件为相对路径的 file: 地址", "URL; file: for local files"),
        Column("fetched_at", TIME, "抓取时间", "When the bytes were fetched"),
        Column("bytes", pa.int64(), "字节数", "Size", unit="byte"),
        Column("revision", pa.int32(), "同一网址的第几个版本，从 1 起", "Version of this URL, from 1"),
        Column("http_status", pa.int32(), "HTTP 状态码", "HTTP status", nullable=True),
        Column("content_type", pa.string(), "内容类型", "Content type as served", nullable=True),
        Column("etag", pa.string(), "ETag", "ETag", nullable=True),
        Column("last_modified", pa.string(), "Last-Modified", "Last-Modified", nullable=True),
        Column("headers", pa.string(), "响应头 (JSON)", "Response headers as JSON", nullable=True),
        Column("redirects", pa.list_(pa.string()), "重定向链", "Redirect chain"),
        Column("tls", pa.string(), "TLS 事实 (JSON)", "TLS facts as JSON", nullable=True),
        Column(
            "hints", pa.string(), "来源给清洗的提示 (JSON)", "The source's hints for cleaning, as JSON", nullable=True
        ),
        Column(
            "part_of",
            pa.string(),
            "多页文章的第一页网址；其他页为空",
            "Of a following page of an article: the URL of its first page",
            nullable=True,
        ),
        Column(
            "part_no",
            pa.int32(),
            "多页文章的第几页，从 2 起",
            "Of a following page of an article: which one, from 2",
            nullable=True,
        ),
    ),
)

CHECKS = Contract(
    name="checks",
    zh="抓取记录：每个网址何时查过、结果如何",
    en="When each URL was asked for and what came of it",
    primary_key=("source_id", "source_url", "checked_at"),
    sort_by=("source_id", "source_url", "checked_at"),
    columns=(
        Column("source_id", pa.string(), "来源编号", "Source"),
        Column("source_url", pa.string(), "网址", "URL"),
        Column("checked_at", TIME, "时间", "When"),
        Column(
            "outcome",
            pa.string(),
            "结果：fetched not_modified failed listed",
            "fetched, not_modified, failed or listed",
        ),
        Column("reason_code", pa.string(), "失败原因", "Reason code of a failure", nullable=True),
        Column("reason", pa.string(), "说明", "Reason in words", nullable=True),
    ),
)

DOCUMENTS = Contract(
    name="documents",
    zh="文章：每篇一行，干净的简体正文与元数据",
    en="Articles: one row each, clean simplified text and metadata",
    primary_key=("document_id",),
    sort_by=("document_id", "source_url"),
    partition_by=("year", "month"),
    columns=(
        Column("document_id", pa.string(), "文章编号：正文与元数据的散列", "Hash of the clean text and metadata"),
        Column("source_url", pa.string(), "网址", "Where the page was"),
        Column("source_id", pa.string(), "来源编号", "Entry of sources.yaml"),
        Column("site", pa.string(), "所在网站", "Hosting site as the page names it", nullable=True),
        Column("publisher", pa.string(), "来源（首发媒体或单位）", "Outlet named as the source", nullable=True),
        Column("title", pa.string(), "标题", "Title", nullable=True),
        Column("subtitle", pa.string(), "副标题", "Subtitle", nullable=True),
        Column("authors", pa.list_(pa.string()), "作者、记者", "Writers and reporters"),
        Column("editor", pa.string(), "责任编辑", "Editor", nullable=True),
        Column("section", pa.string(), "栏目", "Section of the site", nullable=True),
        Column(
            "published_at",
            LOCAL_TIME,
            "发布时间（北京时间；只有日期时为零点）",
            "Publication time, Asia/Shanghai; midnight when only a date is given",
            nullable=True,
        ),
        Column(
            "published_text",
            pa.string(),
            "发布时间的 ISO 8601 文本，精度如原文",
            "ISO 8601 as precise as printed",
            nullable=True,
        ),
        Column("fetched_at", TIME, "抓取时间", "When the snapshot was fetched"),
        Column("snapshot_sha256", pa.string(), "快照的 SHA-256", "SHA-256 of the snapshot"),
        Column("charset", pa.string(), "解码所用字符集", "Charset used for decoding"),
        Column("script", pa.string(), "原文字形 Hans 或 Hant", "Script of the page, Hans or Hant"),
        Column("language", pa.string(), "语言", "Language"),
        Column("region_code", _codes(), "发布地区代码", "Region of the publisher", nullable=True, sdmx="REF_AREA"),
        Column("is_reprint", pa.bool_(), "是否转载", "Whether the page reprints another outlet"),
        Column("template", pa.string(), "页面模板指纹", "Fingerprint of the page template", nullable=True),
        Column("text", pa.string(), "正文（简体、规范形式）", "Clean text in the normal form"),
        Column("repairs", pa.list_(REPAIR), "修复记录", "Repairs made, offsets into text"),
        Column("duplicate_of", pa.string(), "重复文章所指的原文编号", "Document that this one repeats", nullable=True),
    ),
)

SEGMENTS = Contract(
    name="segments",
    zh="句子与分词",
    en="Sentences and words",
    primary_key=("document_id", "sentence"),
    sort_by=("document_id", "sentence"),
    partition_by=("year", "month"),
    columns=(
        Column("document_id", pa.string(), "文章编号", "Document"),
        Column("paragraph", pa.int32(), "段落序号，从 0 起", "Paragraph number from 0"),
        Column("sentence", pa.int32(), "句子序号，从 0 起", "Sentence number from 0"),
        Column("start", OFFSET, "起点（码位）", "First code point", unit="code point"),
        Column("end", OFFSET, "终点（码位）", "Code point after the last", unit="code point"),
        Column("section", pa.string(), "所在小节标题", "Heading of the section", nullable=True),
        Column("tokens", pa.list_(TOKEN), "词与词性", "Words and tags"),
    ),
)

OBSERVATIONS = Contract(
    name="observations",
    zh="观测：正文陈述的每一个事实数字一行",
    en="Observations: one row a stated fact",
    primary_key=("observation_id",),
    sort_by=("indicator_id", "indicator", "region_code", "period_start", "observation_id"),
    partition_by=("year", "province"),
    columns=(
        Column("observation_id", pa.string(), "观测编号：文章与位置的散列", "Hash of document and span", sdmx="OBS_ID"),
        Column("document_id", pa.string(), "文章编号", "Document"),
        Column("sentence", pa.int32(), "句子序号", "Sentence number"),
        Column("start", OFFSET, "起点（码位）", "First code point of the mention", unit="code point"),
        Column("end", OFFSET, "终点（码位）", "Code point after the mention", unit="code point"),
        Column("mention", pa.string(), "原文数字与单位", "Number and unit as printed"),
        Column("evidence", pa.string(), "所在句子", "The sentence around it"),
        Column(
            "indicator_id",
            pa.string(),
            "指标目录编号；开放指标为空",
            "Catalogue entry; null when open",
            nullable=True,
            sdmx="INDICATOR",
        ),
        Column(
            "indicator",
            pa.string(),
            "指标名（原文用语，补足省略）",
            "Name in the text's words, elisions restored",
            sdmx="INDICATOR_NAME",
        ),
        Column("theme", pa.string(), "主题", "Catalogue theme", nullable=True),
        Column(
            "measure",
            pa.string(),
            "量度：" + " ".join(MEASURES),
            "Kind of figure: " + " ".join(MEASURES),
            sdmx="TRANSFORMATION",
        ),
        Column("status", pa.string(), "事实或目标", "observation or target", sdmx="OBS_STATUS"),
        Column("value", pa.float64(), "数值（基本单位）", "Value in the base unit", sdmx="OBS_VALUE"),
        Column("value_high", pa.float64(), "区间上端", "Upper end of a range", nullable=True),
        Column("value_exact", EXACT, "数值（十进制精确值）", "Value as an exact decimal", nullable=True),
        Column("unit", pa.string(), "基本单位", "Base unit", sdmx="UNIT_MEASURE"),
        Column("qualifier", pa.string(), "限定：" + " ".join(QUALIFIERS), "Bound: " + " ".join(QUALIFIERS)),
        Column(
            "region_code",
            _codes(),
            "地区代码（GB/T 2260，100000 为全国）",
            "GB/T 2260 code, 100000 for the country",
            nullable=True,
            sdmx="REF_AREA",
        ),
        Column("region", pa.string(), "地区全称或原文名称", "Official name, or the name as printed", nullable=True),
        Column("province_code", _codes(), "省级代码；不明为 unknown", "Province code; unknown when not known"),
        Column("period", pa.string(), "时期 (ISO 8601)", "Period, ISO 8601", nullable=True, sdmx="TIME_PERIOD"),
        Column("period_start", pa.date32(), "时期首日", "First day of the period", nullable=True),
        Column("period_end", pa.date32(), "时期末日", "Last day of the period", nullable=True),
        Column("baseline", pa.string(), "比较基准", "What a growth or change is against", nullable=True),
        Column("baseline_period", pa.string(), "比较基期 (ISO 8601)", "Period of the baseline", nullable=True),
        Column("published_at", LOCAL_TIME, "文章发布时间", "Publication time of the document", nullable=True),
        Column("confidence", pa.float64(), "可信度 0–1", "Probability that the row is right, 0–1"),
        Column("extractor", pa.string(), "抽取规则版本", "Version of the rules"),
    ),
)

RELATIONS = Contract(
    name="relations",
    zh="勾稽关系：文内数字之间可验证的算术",
    en="Arithmetic that the text itself lets us check",
    primary_key=("relation_id",),
    sort_by=("document_id", "relation_id"),
    columns=(
        Column("relation_id", pa.string(), "关系编号", "Hash of document, kind and parts"),
        Column("document_id", pa.string(), "文章编号", "Document"),
        Column("kind", pa.string(), "种类：" + " ".join(RELATION_KINDS), "Kind: " + " ".join(RELATION_KINDS)),
        Column("parts", pa.list_(pa.string()), "参与的观测编号", "Observations that take part"),
        Column("part_mentions", pa.list_(pa.string()), "参与数字的原文", "Their mentions as printed"),
        Column("stated_id", pa.string(), "所陈述结果的观测编号", "Observation that states the result", nullable=True),
        Column("stated_mention", pa.string(), "所陈述结果的原文", "Its mention as printed", nullable=True),
        Column("stated", pa.float64(), "陈述值", "Stated value", nullable=True),
        Column("computed", pa.float64(), "计算值", "Computed value"),
        Column("unit", pa.string(), "单位", "Unit"),
        Column("tolerance", pa.float64(), "按印刷精度的容差", "Tolerance by printed precision"),
        Column("expression", pa.string(), "算式", "The arithmetic"),
        Column("verdict", pa.string(), "结论：" + " ".join(VERDICTS), "Verdict: " + " ".join(VERDICTS)),
        Column("why", pa.string(), "不可比的原因", "Why not comparable", nullable=True),
    ),
)

CONFLICTS = Contract(
    name="conflicts",
    zh="冲突：不同文章对同一指标、地区、时期给出不同数值",
    en="Different values of one indicator, region and period in different documents",
    primary_key=("conflict_id",),
    sort_by=("indicator_id", "region_code", "period", "conflict_id"),
    columns=(
        Column("conflict_id", pa.string(), "冲突编号", "Hash of the key and the values"),
        Column("indicator_id", pa.string(), "指标编号", "Indicator", nullable=True),
        Column("indicator", pa.string(), "指标名", "Indicator name"),
        Column("measure", pa.string(), "量度", "Measure"),
        Column("unit", pa.string(), "单位", "Unit"),
        Column("region_code", _codes(), "地区代码", "Region"),
        Column("period", pa.string(), "时期", "Period"),
        Column(
            "kind", pa.string(), "种类：rounding revision disagreement growth_mismatch sum_mismatch", "Kind of conflict"
        ),
        Column("observation_ids", pa.list_(pa.string()), "有关观测", "Observations concerned"),
        Column("values", pa.list_(pa.float64()), "各数值", "Their values"),
        Column("publishers", pa.list_(pa.string()), "各来源", "Their publishers"),
        Column("published_at", pa.list_(LOCAL_TIME), "各发布时间", "Their publication times"),
        Column("preferred_id", pa.string(), "采信的观测", "Observation to prefer", nullable=True),
        Column("why", pa.string(), "说明", "Explanation"),
    ),
)

QUARANTINE = Contract(
    name="quarantine",
    zh="隔离区：未通过者及其原因",
    en="Rows held back, with reasons",
    primary_key=("quarantine_id",),
    sort_by=("stage", "quarantine_id"),
    columns=(
        Column("quarantine_id", pa.string(), "隔离编号：环节、记录的散列", "Hash of stage and record"),
        Column("stage", pa.string(), "环节", "Stage that held it back"),
        Column("record_id", pa.string(), "被隔离记录的编号", "Key of the record"),
        Column("document_id", pa.string(), "文章编号", "Document", nullable=True),
        Column("source_url", pa.string(), "网址", "Where it came from", nullable=True),
        Column("snapshot_sha256", pa.string(), "快照", "Snapshot", nullable=True),
        Column("reason_codes", pa.list_(pa.string()), "原因代码", "Reason codes, see docs/reasons.md"),
        Column("reason", pa.string(), "原因说明", "Reason in words"),
        Column("evidence", pa.string(), "证据文字", "Text that shows it", nullable=True),
        Column("record", pa.string(), "原记录 (JSON)", "The record as JSON", nullable=True),
        Column("state", pa.string(), "状态：" + " ".join(QUARANTINE_STATES), "State: " + " ".join(QUARANTINE_STATES)),
        # Empty in releases: one with names of runs in it would be another one after each run that changed nothing.
        Column(
            "first_seen", pa.string(), "首次发现的运行（仅台账）", "First run to see it (ledger only)", nullable=True
        ),
        Column("last_seen", pa.string(), "最近发现的运行（仅台账）", "Last run to see it (ledger only)", nullable=True),
        Column("closed_by", pa.string(), "处理人或规则", "Who or what closed it", nullable=True),
        Column("closed_at", TIME, "处理时间", "When it was closed", nullable=True),
        Column("note", pa.string(), "处理说明", "Note on closing", nullable=True),
    ),
)

WARNINGS = Contract(
    name="warnings",
    zh="预警：红、黄、黑",
    en="Red, yellow and black marks on a region's indicator",
    primary_key=("warning_id",),
    sort_by=("region_code", "indicator_id", "warning_id"),
    columns=(
        Column("warning_id", pa.string(), "预警编号", "Hash of rule and observation"),
        Column("rule_id", pa.string(), "规则编号", "Rule of seeds/vocabulary/warning_rules.yaml"),
        Column("colour", pa.string(), "颜色 red yellow black", "red, yellow or black"),
        Column("observation_id", pa.string(), "观测编号", "Observation"),
        Column("indicator_id", pa.string(), "指标编号", "Indicator", nullable=True),
        Column("region_code", _codes(), "地区代码", "Region", nullable=True),
        Column("period", pa.string(), "时期", "Period", nullable=True),
        Column("value", pa.float64(), "数值", "Value"),
        Column("message", pa.string(), "说明", "Message"),
    ),
)

RUNS = Contract(
    name="runs",
    zh="运行账：每个环节的进出平衡",
    en="Accounting of each stage of each run: in = out + quarantined + duplicates",
    primary_key=("run_id", "stage"),
    sort_by=("run_id", "stage"),
    columns=(
        Column("run_id", pa.string(), "运行编号", "Run"),
        Column("stage", pa.string(), "环节", "Stage"),
        Column("unit_of_count", pa.string(), "计数对象", "What is counted: page, document, observation"),
        Column("records_in", pa.int64(), "进", "In"),
        Column("records_out", pa.int64(), "出", "Out"),
        Column("quarantined", pa.int64(), "隔离", "Quarantined"),
        Column("duplicates", pa.int64(), "重复", "Duplicates"),
        Column("produced", pa.int64(), "产出行数", "Rows that the stage wrote"),
        Column("shards", pa.int32(), "分片数", "Shards"),
        Column("code_version", pa.string(), "代码与词表版本", "Version of code and vocabulary"),
        Column("started_at", TIME, "开始", "Start"),
        Column("seconds", pa.float64(), "用时", "Time taken", unit="s"),
    ),
)

LEDGER = Contract(
    name="ledger",
    zh="分片账：环节已处理的输入",
    en="Inputs that a stage has handled, one row each; the commit marker of a shard",
    primary_key=("input_id",),
    sort_by=("input_id",),
    columns=(
        Column("input_id", pa.string(), "输入编号", "Key of the input"),
        Column("outcome", pa.string(), "结果 out quarantined duplicate", "out, quarantined or duplicate"),
        Column("output_id", pa.string(), "输出编号", "Key of the output", nullable=True),
        Column("produced", pa.int32(), "产出行数", "Rows made from it"),
    ),
)

SIGNATURES = Contract(
    name="signatures",
    zh="文章指纹（去重用）",
    en="Fingerprints of documents, for finding duplicates",
    primary_key=("document_id",),
    sort_by=("document_id",),
    columns=(
        Column("document_id", pa.string(), "文章编号", "Document"),
        Column("source_url", pa.string(), "网址", "URL"),
        Column("snapshot_sha256", pa.string(), "快照", "Snapshot"),
        Column("fetched_at", TIME, "抓取时间", "When it was fetched"),
        Column("published_at", LOCAL_TIME, "发布时间", "Publication time", nullable=True),
        Column("length", pa.int32(), "正文长度", "Length of the text", unit="code point"),
        Column("text_sha256", pa.string(), "正文散列", "SHA-256 of the text"),
        Column("figures_sha256", pa.string(), "正文数字的散列", "SHA-256 of the figures in the text"),
        Column("signature", pa.list_(pa.uint64()), "MinHash", "MinHash signature"),
    ),
)

DUPLICATES = Contract(
    name="duplicates",
    zh="重复文章及其原文",
    en="Documents that repeat another one, and which",
    primary_key=("document_id",),
    sort_by=("document_id",),
    columns=(
        Column("document_id", pa.string(), "重复的文章", "Document that repeats"),
        Column("duplicate_of", pa.string(), "原文", "Document that it repeats"),
        Column("kind", pa.string(), "种类 revision reprint", "Older revision of the URL, or reprint"),
    ),
)

CONFIDENCES = Contract(
    name="confidences",
    zh="其他文章印证或反驳后的置信度",
    en="Confidence of observations that other documents confirm or contradict",
    primary_key=("observation_id",),
    sort_by=("observation_id",),
    columns=(
        Column("observation_id", pa.string(), "观测编号", "Observation"),
        Column("confidence", pa.float64(), "印证后的置信度 0–1", "Confidence with the other documents weighed, 0 to 1"),
    ),
)

DIM_REGION = Contract(
    name="dim_region",
    zh="地区维表（含历史）",
    en="Regions, with history",
    primary_key=("region_code", "valid_from"),
    sort_by=("region_code", "valid_from"),
    columns=(
        Column("region_code", _codes(), "代码", "GB/T 2260 code", sdmx="REF_AREA"),
        Column("name", pa.string(), "名称", "Name"),
        Column("full_name", pa.string(), "全称（省市县）", "Full name with its parents"),
        Column("level", pa.string(), "级别 country province prefecture county", "Level"),
        Column("parent_code", _codes(), "上级代码", "Parent", nullable=True),
        Column("province_code", _codes(), "省级代码", "Province"),
        Column("valid_from", pa.int32(), "起始年", "First year"),
        Column("valid_to", pa.int32(), "终止年；现行为空", "Last year; null while in force", nullable=True),
        Column("successor_code", _codes(), "继承代码", "Successor after a change", nullable=True),
    ),
)

DIM_INDICATOR = Contract(
    name="dim_indicator",
    zh="指标目录",
    en="Catalogue of indicators",
    primary_key=("indicator_id",),
    sort_by=("indicator_id",),
    columns=(
        Column("indicator_id", pa.string(), "编号", "Id", sdmx="INDICATOR"),
        Column("name", pa.string(), "名称", "Chinese name"),
        Column("name_en", pa.string(), "英文名称", "English name"),
        Column("theme", pa.string(), "主题", "Theme"),
        Column("units", pa.list_(pa.string()), "单位", "Units that fit"),
        Column("measures", pa.list_(pa.string()), "量度", "Measures that fit"),
        Column("synonyms", pa.list_(pa.string()), "同义名", "Synonyms"),
        Column("definition", pa.string(), "定义", "Definition", nullable=True),
        Column("minimum", pa.float64(), "合理下限", "Plausible minimum of a level", nullable=True),
        Column("maximum", pa.float64(), "合理上限", "Plausible maximum of a level", nullable=True),
    ),
)

DIM_UNIT = Contract(
    name="dim_unit",
    zh="单位",
    en="Units",
    primary_key=("unit",),
    sort_by=("unit",),
    columns=(
        Column("unit", pa.string(), "基本单位", "Base unit", sdmx="UNIT_MEASURE"),
        Column("dimension", pa.string(), "量纲", "Dimension"),
        Column("name_en", pa.string(), "英文名称", "English name", nullable=True),
        Column("kind", pa.string(), "种类 physical money count rate", "Kind"),
    ),
)

DIM_DOCUMENT = Contract(
    name="dim_document",
    zh="文章维表（不含正文）",
    en="Documents without their text",
    primary_key=("document_id",),
    sort_by=("document_id",),
    columns=tuple(
        DOCUMENTS.column(name)
        for name in (
            "document_id",
            "source_url",
            "source_id",
            "site",
            "publisher",
            "title",
            "subtitle",
            "authors",
            "editor",
            "section",
            "published_at",
            "published_text",
            "fetched_at",
            "snapshot_sha256",
            "region_code",
            "is_reprint",
            "duplicate_of",
        )
    ),
)

FUNNEL = Contract(
    name="funnel",
    zh="漏斗：每次运行按来源与页面模板统计抓取、成文、抽取、通过",
    en="Funnel of a run by source and page template; template * is the source as a whole",
    primary_key=("run_id", "source_id", "template"),
    sort_by=("run_id", "source_id", "template"),
    columns=(
        Column("run_id", pa.string(), "运行编号", "Run"),
        Column("source_id", pa.string(), "来源编号", "Entry of sources.yaml"),
        Column("template", pa.string(), "页面模板指纹；* 为全部", "Page template; * for all of the source"),
        Column(
            "fetched", pa.int64(), "抓取页数；按模板统计时与成文数相同", "Pages fetched; by template the same as parsed"
        ),
        Column("parsed", pa.int64(), "成文篇数", "Documents"),
        Column("extracted", pa.int64(), "抽取的观测", "Observations staged"),
        Column("valid", pa.int64(), "通过的观测", "Observations that passed"),
        Column("published", pa.int64(), "发布的观测", "Observations published"),
    ),
)

PROFILE = Contract(
    name="profile",
    zh="分布：每次运行各列取值的分布",
    en="Distributions of a run: rows by value of a column, or by size class",
    primary_key=("run_id", "name", "bucket"),
    sort_by=("run_id", "name", "bucket"),
    columns=(
        Column("run_id", pa.string(), "运行编号", "Run"),
        Column("name", pa.string(), "列名", "Column"),
        Column("bucket", pa.string(), "取值或档次", "Value or class"),
        Column("rows", pa.int64(), "行数", "Rows"),
    ),
)

CONTRACTS: dict[str, Contract] = {
    contract.name: contract
    for contract in (
        SNAPSHOTS,
        CHECKS,
        DOCUMENTS,
        SEGMENTS,
        OBSERVATIONS,
        RELATIONS,
        CONFLICTS,
        QUARANTINE,
        WARNINGS,
        RUNS,
        LEDGER,
        FUNNEL,
        PROFILE,
        SIGNATURES,
        DUPLICATES,
        CONFIDENCES,
        DIM_REGION,
        DIM_INDICATOR,
        DIM_UNIT,
        DIM_DOCUMENT,
    )
}
