"""A marimo notebook that explores a published warehouse: a report as on the form, its trust, its years, its peers.

    make notebook                              # as an app, in which nobody can change or run code
    marimo edit my_notebook.py                 # a copy of your own, to change

It opens the warehouse of GOUJI_WAREHOUSE (else data/warehouse) read-only, as it is when the page is loaded; SQL typed
into it reaches no other file. A notebook runs code, so it must not be open to whoever can reach its port, pages of
others in the same browser among them: `make notebook` listens on the loopback only, serves the app and not the
editor, and keeps marimo's token, which stands in the address that it prints. Nothing is loaded from the network.

Belongs here: what stands where, and in which words. Does not belong here: queries (explore.py, explore_peers.py), tables (form_html.py),
charts (explore_charts.py). Nothing that comes from a report goes into Markdown, which would let it write HTML.
"""

import marimo

app = marimo.App(width="medium", app_title="勾稽 gouji")


@app.cell(hide_code=True)
def _():
    import os
    from pathlib import Path

    import duckdb
    import marimo as mo

    from pipelines import explore, explore_charts, explore_peers
    from pipelines.form_html import fragment, said, template

    return Path, duckdb, explore, explore_charts, explore_peers, fragment, mo, os, said, template


@app.cell(hide_code=True)
def _(mo):
    mo.md("""
    # 勾稽

    每个数字都注明印在何处，每个勾稽关系都注明是否成立。选择地区、机关与年度，不成立者居前。
    Every figure with where it was printed, every sum with whether it holds. Choose; what does not add up comes first.
    """)
    return


@app.cell(hide_code=True)
def _(Path, explore, mo, os):
    _folder = os.environ.get("GOUJI_WAREHOUSE") or Path(explore.__file__).parents[1] / "data" / "warehouse"
    try:
        warehouse, _why = explore.open_warehouse(Path(_folder).expanduser()), None
    except explore.NothingToExploreError as _error:
        warehouse, _why = None, _error
    mo.stop(
        _why is not None,
        _why and mo.callout(mo.vstack([mo.plain_text(_why.zh), mo.plain_text(_why.en)]), kind="warn"),
    )
    everything = explore.reports(warehouse)
    return everything, warehouse


@app.cell(hide_code=True)
def _(mo):
    def choice(label, options):
        """A list to choose from, at its first entry."""
        return mo.ui.dropdown(
            options, next(iter(options), None), searchable=True, allow_select_none=False, label=label
        )

    def listing(frame, about=None, **more):
        """A table to sort and search; the meaning of its columns where `about` has it."""
        told = {name: about[name] for name in frame.columns if name in about} if about else None
        return mo.ui.table(
            frame,
            selection=None,
            show_column_summaries=False,
            show_data_types=False,
            header_tooltip=told,
            format_mapping={"report_year": str},
            **more,
        )

    return choice, listing


@app.cell(hide_code=True)
def _(choice, everything, explore):
    region = choice("地区 region", explore.regions(everything))
    return (region,)


@app.cell(hide_code=True)
def _(choice, everything, explore, region):
    agency = choice("机关 agency", explore.agencies(everything, region.value))
    return (agency,)


@app.cell(hide_code=True)
def _(agency, choice, everything, explore, mo):
    text = choice("年度 year", explore.texts(everything, agency.value))
    language = mo.ui.radio({"中文": "zh", "English": "en"}, "中文", inline=True)
    return language, text


@app.cell(hide_code=True)
def _(agency, language, mo, region, text):
    mo.hstack([region, agency, text, language], justify="start", gap=2, wrap=True)
    return


@app.cell(hide_code=True)
def _(explore, text, warehouse):
    report = explore.whole(warehouse, text.value)
    return (report,)


@app.cell(hide_code=True)
def _(explore, mo, report, template, warehouse):
    _meaning = explore.meanings(warehouse, "report_trust")
    mo.Html(template("notebook.html.j2").render(facts=explore.summary(report.trust), meaning=_meaning))
    return


@app.cell(hide_code=True)
def _(language, mo, report, said):
    mo.Html(said(report, language.value))
    return


@app.cell(hide_code=True)
def _(explore, language, listing, mo, report, warehouse):
    _found = explore.findings(warehouse, report.report["report_id"], language.value)
    _table = listing(_found, wrapped_columns=["message"], column_widths={"message": 640})
    mo.vstack([mo.md("### 发现的问题 Findings"), _table if _found.height else mo.md("没有。None.")])
    return


@app.cell(hide_code=True)
def _(fragment, language, mo, report):
    _body = (
        fragment(report, language.value)
        if report.form
        else "<p>这份文本没有官方格式的表格。It has no tables of an official form.</p>"
    )
    mo.vstack(
        [
            mo.md(
                "## 报告中的表 The tables, as on the form\n\n指向单元格，可见它印在哪个文件第几行。Point at a cell to see the file and line it was printed on."
            ),
            mo.Html(_body),
        ]
    )
    return


@app.cell(hide_code=True)
def _(explore, language, listing, mo, report, warehouse):
    _cells = explore.cells(warehouse, report.report["report_id"], language.value)
    mo.accordion({"每个单元格的出处 Every cell and where it was printed": listing(_cells, page_size=20)})
    return


@app.cell(hide_code=True)
def _(everything, explore, text, warehouse):
    agency_id, report_year = explore.claim(everything, text.value)
    years = explore.years(warehouse, agency_id)
    return agency_id, report_year, years


@app.cell(hide_code=True)
def _(explore, explore_charts, listing, mo, warehouse, years):
    _intro = mo.md(
        "## 历年收支 Its balance over the years\n\n收（本年新收＋上年结转）与办（办结＋结转下年）应等高。What came in and what went out should be equally high."
    )
    _table = listing(years, explore.meanings(warehouse, "agency_years"))
    mo.vstack(
        [_intro, explore_charts.balance(years), _table]
        if years.height
        else [
            _intro,
            mo.plain_text(
                "机关或年度不明，无从比较。Whose or which year's report this is, is not surely known."
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _(agency_id, choice, explore, explore_peers, mo, report_year, warehouse):
    circle = choice("与谁比 peers", explore_peers.circles(warehouse, agency_id, report_year))
    _meaning = explore.meanings(warehouse, "agency_years")
    measure = choice(
        "比什么 figure", {f"{_meaning[name].partition(' / ')[0]} {name}": name for name in explore.MEASURES}
    )
    mo.vstack(
        [
            mo.md("## 同类比较 Its peers in that year"),
            mo.hstack([circle, measure], justify="start", gap=2, wrap=True),
        ]
    )
    return circle, measure


@app.cell(hide_code=True)
def _(
    agency_id, circle, explore, explore_charts, explore_peers, listing, measure, mo, report_year, warehouse
):
    mo.stop(circle.value is None, mo.md("没有可比的机关。There is no other agency to compare with."))
    _among = explore_peers.peers(warehouse, agency_id, report_year, circle.value)
    mo.vstack(
        [
            mo.md(explore_peers.standing(_among, measure.value).told()),
            explore_charts.strip(_among, measure.value),
            listing(
                _among.drop("own").sort(measure.value, descending=True, nulls_last=True),
                explore.meanings(warehouse, "agency_years"),
            ),
        ]
    )
    return


@app.cell(hide_code=True)
def _(explore, mo, report):
    query = mo.ui.code_editor(
        explore.first_query(report.report["report_id"]), language="sql", min_height=150, show_copy_button=True
    ).form(submit_button_label="执行 Run", bordered=False)
    mo.vstack(
        [
            mo.md(
                "## 接着用 SQL Go on in SQL\n\n只读。表与视图：`show tables`。Read-only; every table and column has a comment."
            ),
            query,
        ]
    )
    return (query,)


@app.cell(hide_code=True)
def _(duckdb, explore, listing, mo, query, report, warehouse):
    try:
        _rows = explore.ask(warehouse, query.value or explore.first_query(report.report["report_id"]))
        _shown = listing(_rows, page_size=20)
    except duckdb.Error as _error:
        _shown = mo.callout(mo.plain_text(str(_error)), kind="warn")
    _shown
    return


if __name__ == "__main__":
    app.run()
