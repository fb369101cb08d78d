"""The ready views over a loaded warehouse: which value holds, latest, series, comparison, evidence, conflicts.

The SQL keeps to what DuckDB and PostgreSQL share; both loads create the same views.
"""

from __future__ import annotations

# What is the same question: the catalogue entry, or the open name, with everything that qualifies it.
_QUESTION = (
    "coalesce(o.indicator_id, o.indicator), o.measure, o.unit, o.status, o.baseline, o.baseline_period, "
    "coalesce(o.region_code, o.region), o.period"
)
# Without a period or a region two rows are not about the same thing: each stands for itself.
_ALONE = "CASE WHEN o.period IS NULL OR coalesce(o.region_code, o.region) IS NULL THEN o.observation_id END"

# The ranking goes over ids and what they are ranked by alone: whole rows, with their sentences, would fill the memory.
_LATEST = " ".join(
    [
        "SELECT o.*, h.observation_id IS NOT NULL AS is_latest FROM observations o",
        "LEFT JOIN (SELECT observation_id FROM (SELECT o.observation_id, row_number() OVER (PARTITION BY",
        f"{_QUESTION}, {_ALONE}",
        "ORDER BY CASE WHEN c.preferred_id IS NULL THEN 1 ELSE 0 END,",
        "o.published_at DESC NULLS LAST, o.confidence DESC, o.observation_id) AS place FROM observations o",
        "LEFT JOIN (SELECT DISTINCT preferred_id FROM conflicts) c ON c.preferred_id = o.observation_id",
        ") ranked WHERE place = 1) h ON h.observation_id = o.observation_id",
    ]
)

VIEWS: dict[str, tuple[str, str]] = {
    "regions": (
        "地区：每个代码一行，现行或最后的名称，及所在市、省 / "
        "Regions, one row a code with its present or last name, and the prefecture and province it lies in",
        """
        SELECT r.region_code, r.name, r.full_name, r.level, r.parent_code, f.name AS prefecture, p.name AS province,
               r.province_code, r.valid_from, r.valid_to, r.successor_code
        FROM (SELECT d.*, row_number() OVER (PARTITION BY region_code ORDER BY valid_from DESC) AS place
              FROM dim_region d) r
        LEFT JOIN (SELECT region_code, name, row_number() OVER (PARTITION BY region_code ORDER BY valid_from DESC)
                          AS place FROM dim_region WHERE level = 'prefecture') f
            ON f.region_code = substr(r.region_code, 1, 4) || '00' AND f.place = 1
        LEFT JOIN (SELECT region_code, name, row_number() OVER (PARTITION BY region_code ORDER BY valid_from DESC)
                          AS place FROM dim_region WHERE level = 'province') p
            ON p.region_code = r.province_code AND p.place = 1
        WHERE r.place = 1
        """,
    ),
    "observations_latest": (
        "每条观测是否为现行值：同一指标、地区、时期以采信者、最近发布者为准 / "
        "All observations with is_latest: of several values for one indicator, region and period, the preferred, "
        "then the most recently published",
        _LATEST,
    ),
    "series": (
        "时间序列：现行值，按指标、地区、时期排列 / Time series: the values that hold, by indicator, region and period",
        """
        SELECT coalesce(o.indicator_id, o.indicator) AS series_id, o.indicator_id,
               coalesce(i.name, o.indicator) AS indicator, i.name_en AS indicator_en, o.theme, o.measure, o.status,
               o.baseline, o.region_code, o.region, o.period, o.period_start, o.period_end,
               o.value, o.value_high, o.unit, o.qualifier, o.published_at, o.confidence,
               o.observation_id, o.document_id, r.level AS region_level, r.prefecture,
               r.province
        FROM observations_latest o
        LEFT JOIN dim_indicator i ON i.indicator_id = o.indicator_id
        LEFT JOIN regions r ON r.region_code = o.region_code
        WHERE o.is_latest AND o.period IS NOT NULL
        """,
    ),
    "latest": (
        "各指标各地区的最新值 / The latest value of each indicator in each region",
        """
        SELECT indicator, indicator_en, measure, region, period, value, value_high, unit, qualifier, published_at,
               status, baseline, series_id, indicator_id, region_code, theme, confidence, observation_id, document_id,
               region_level, prefecture, province
        FROM (
            SELECT s.*, row_number() OVER (
                PARTITION BY series_id, measure, unit, status, baseline, coalesce(region_code, region)
                ORDER BY period_end DESC NULLS LAST, period_start DESC NULLS LAST, observation_id) AS place
            FROM series s WHERE status = 'observation') ranked
        WHERE place = 1
        """,
    ),
    "compare": (
        "地区比较：同一指标同一时期同级各地区的值与位次 / Regions of one level side by side: value and place of each",
        """
        SELECT indicator, indicator_en, measure, period, region, value, unit, qualifier,
               rank() OVER (of_one ORDER BY value DESC) AS place, count(*) OVER of_one AS regions,
               status, baseline, series_id, indicator_id, region_code, theme, period_start, published_at,
               observation_id, region_level, prefecture, province
        FROM series WHERE coalesce(region_code, region) IS NOT NULL
        WINDOW of_one AS (PARTITION BY series_id, measure, unit, status, baseline, period, region_level)
        """,
    ),
    "evidence": (
        "观测及其出处：原句、文章、快照 / Each observation with its sentence, document and snapshot",
        """
        SELECT o.observation_id, o.indicator, o.measure, o.value, o.value_high, o.unit, o.qualifier, o.region, o.period,
               o.status, o.mention, o.evidence, o.start, o."end", o.sentence, o.is_latest, o.confidence, o.extractor,
               d.title, d.publisher, d.published_text, d.source_url, d.snapshot_sha256, o.document_id, d.duplicate_of,
               o.indicator_id, o.region_code, r.level AS region_level, r.prefecture,
               r.province
        FROM observations_latest o
        LEFT JOIN dim_document d ON d.document_id = o.document_id
        LEFT JOIN regions r ON r.region_code = o.region_code
        """,
    ),
    "conflict_values": (
        "冲突各方：每种说法一行，何者采信 / "
        "Figures that documents state differently: one row a statement, and which one holds",
        """
        SELECT o.indicator, o.measure, o.region, o.period, o.value, o.unit, d.publisher, o.published_at,
               coalesce(c.preferred_id = o.observation_id, false) AS preferred, c.kind, c.why, o.evidence, d.title,
               d.source_url, c.conflict_id, o.observation_id, o.document_id, o.indicator_id, o.region_code,
               r.level AS region_level, r.prefecture, r.province
        FROM (SELECT conflict_id, kind, why, preferred_id, unnest(observation_ids) AS observation_id
              FROM conflicts) c
        JOIN observations o ON o.observation_id = c.observation_id
        LEFT JOIN dim_document d ON d.document_id = o.document_id
        LEFT JOIN regions r ON r.region_code = o.region_code
        """,
    ),
    "held_back": (
        "隔离中的记录及其原因与出处 / Rows in quarantine, with their reasons and where they come from",
        """
        SELECT q.stage, q.reason_codes, q.reason, q.evidence, q.state, d.publisher, d.title,
               coalesce(q.source_url, d.source_url) AS source_url, q.note, q.record, q.record_id, q.document_id,
               q.quarantine_id
        FROM quarantine q
        LEFT JOIN dim_document d ON d.document_id = q.document_id
        WHERE q.state IN ('open', 'rejected')
        """,
    ),
}


def create_views(schema: str = "") -> list[str]:
    """The statements that create the views, in an order that works; `schema` ends in a dot or is empty."""
    return [f"CREATE VIEW {schema}{name} AS {' '.join(query.split())}" for name, (_, query) in VIEWS.items()]
