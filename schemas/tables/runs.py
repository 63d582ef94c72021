"""The tables about runs: what each did, what files and figures were before, and what the next one need not do again."""

from __future__ import annotations

from schemas.tables.columns import CELL_STATUSES, TABLE_NOS, UTC_TIME, TableModel, column, common

CAUSES = ("file", "reader", "gone")


class IngestRuns(TableModel):
    """What each run did."""

    run_id: str = column("运行标识，与 Dagster 一致", "run, as in Dagster", unique=True)
    started_at: UTC_TIME = column("开始时间（UTC）", "when it began, UTC")  # type: ignore[valid-type]
    finished_at: UTC_TIME = column("完成时间（UTC）", "when its tables were complete, UTC")  # type: ignore[valid-type]
    is_full: bool = column("是否全部重做", "whether everything was done anew")
    files_seen: int = column("清单中的文件数", "files in the source folder", ge=0)
    files_unchanged: int = column(
        "未变、仅查看属性的文件数", "files as they were, of which only size and times were looked at", ge=0
    )
    files_read: int = column("读取内容的文件数", "files whose bytes were read", ge=0)
    files_new: int = column("新增文件数", "files at a new place, with new content", ge=0)
    files_changed: int = column("内容有变的文件数", "files whose content changed", ge=0)
    files_moved: int = column("移动或复制的文件数", "files at a new place, with content that was known", ge=0)
    files_gone: int = column("消失的文件数", "files that are no longer there", ge=0)
    files_failed: int = column("不能作为文本读取的文件数", "files that are not text or cannot be read", ge=0)
    texts_read: int = column("重新识读的文本数", "texts that were read into cells", ge=0)
    reports_checked: int = column("重新核对的报告数", "reports whose figures were checked", ge=0)
    reports: int = column("运行后的报告数", "reports afterwards", ge=0)
    rules_failed: int = column("运行后不成立的规则数", "rules that fail afterwards", ge=0)
    rules_assessed: int = column("运行后可评判的规则数", "rules that can be assessed afterwards", ge=0)
    findings: int = column("运行后的问题数", "findings afterwards", ge=0)
    reader_version: str = column("识读程序版本", "version of the reader")
    checker_version: str = column("核对程序版本", "version of the rules and their evaluation")
    base: str = column(
        "所依据的前一版仓库文件", "the build it started from; null where it started afresh", nullable=True
    )


class RetiredFiles(TableModel):
    """Places of the source folder that hold nothing any more."""

    source_file: str = column("相对于来源文件夹的路径", "path relative to the source folder")
    content_hash: str = column("最后的内容摘要", "digest of the last content", nullable=True)
    size_bytes: int = column("最后的大小（字节）", "its last size in bytes", ge=0)
    modified_at: UTC_TIME = column("最后的修改时间（UTC）", "its last change, UTC")  # type: ignore[valid-type]
    status: str = column("最后的读取结果", "the last outcome of reading it")
    moved_to: str = column(
        "同一内容现在所在的路径；已不存在时为空",
        "where the same bytes are now; null where nowhere",
        nullable=True,
    )
    retired_at: UTC_TIME = column("发现消失的时间（UTC）", "when it was found to be gone, UTC")  # type: ignore[valid-type]
    run_id: str = column("发现的运行", "run that found it so")


class ReportRevisions(TableModel):
    """Cells that read otherwise than before."""

    revised_at: UTC_TIME = column("发现变化的时间（UTC）", "when the change was found, UTC")  # type: ignore[valid-type]
    run_id: str = column("发现的运行", "run that found it")
    cause: str = column(
        "原因：file 文件内容变了，reader 识读程序变了，gone 文件不再存在或不再能读",
        "`file`: the file changed; `reader`: gouji reads it otherwise; `gone`: the file is no longer there, or no longer read",
        isin=CAUSES,
    )
    source_file: str = common("source_file")
    report_id_from: str = column("原报告标识", "report before")
    report_id_to: str = column("现报告标识", "report now; null where it is gone", nullable=True)
    agency: str = column("行政机关名称", "name of the agency, as before", nullable=True)
    report_year: int = column("报告年度", "year reported on, as before", nullable=True)
    table_no: str = column("表号", "table: 2, 3 or 4", isin=TABLE_NOS)
    row_key: str = common("row_key")
    col_key: str = common("col_key")
    status_from: str = column(
        "原状态", "status before; null where the form had no such cell", nullable=True, isin=CELL_STATUSES
    )
    value_from: float = column("原数值", "figure before", nullable=True)
    raw_from: str = column("原先的原文", "text before", nullable=True)
    status_to: str = column("现状态", "status now", nullable=True, isin=CELL_STATUSES)
    value_to: float = column("现数值", "figure now", nullable=True)
    raw_to: str = column("现在的原文", "text now", nullable=True)


class SourceState(TableModel):
    """What each file looked like from outside when it was last read."""

    source_file: str = column("相对于来源文件夹的路径", "path relative to the source folder", unique=True)
    size_bytes: int = column("大小（字节）", "size in bytes", ge=0)
    mtime_ns: int = column(
        "修改时间（纳秒）",
        "time of the last change, nanoseconds; null where it was not settled",
        nullable=True,
    )
    ctime_ns: int = column(
        "属性变化时间（纳秒）", "time of the last change of its attributes, nanoseconds", nullable=True
    )
    tag: str = column(
        "存储服务给出的版本标记（ETag 等）；本机文件夹中的文件为空",
        "etag or version that shared storage gives; null for files of a folder",
        nullable=True,
    )


class Readings(TableModel):
    """Texts that were read into cells, and by which reader."""

    content_hash: str = column("内容摘要", "digest of the content", unique=True)
    source_file: str = column("识读时所用的路径", "place under which it was read")
    reader_version: str = column("识读程序版本", "version of the reader")
