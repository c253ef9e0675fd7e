"""Charts of the comparison: values in, figure out. Dark is much; every field bears its number."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from textwrap import fill
from typing import Any

import plotly.graph_objects as go

from musrenbang.formats import skor
from musrenbang.model import Kecamatan, Ketegasan, Sebaran
from musrenbang.words_ketegasan import selisih
from pages.bappeda.banding.petak import KOLOM, petak

HURUF = '"Source Sans", sans-serif'
TINTA, HIJAU, EMAS = "#13211B", "#0F4C3A", "#F5B80E"
SKALA = ((0, "#EAF2EC"), (0.5, "#B5D5C2"), (0.5, "#2F7459"), (1, HIJAU))  # no shade on which a number is hard to read
DIINGAT = 64  # charts: plotly takes longer to make one than Streamlit to show a whole screen
PETAK, LAJUR = 104, 34  # px: a tile, a row of a heat map
KEPALA = 24  # letters in a line of a head
APART: dict[str, Any] = {"ticks": "outside", "ticklen": 6, "tickcolor": "#FFFFFF"}  # names do not touch the fields
MENDENGAR = {"clickmode": "event+select", "dragmode": "pan"}  # from the first drawing on, not from the second
JANGKAUAN = 60  # px from the middle of a tile within which a click is meant for it


def config(nama: str) -> dict[str, Any]:
    """One button, which saves the chart as a picture under this name."""
    return {
        "displaylogo": False, "displayModeBar": True, "modeBarButtons": [["toImage"]], "locale": "id",
        "toImageButtonOptions": {"format": "png", "filename": nama, "scale": 2},
        "locales": {"id": {"dictionary": {"Download plot as a PNG": "Unduh gambar (PNG)"}}},
    }  # fmt: skip


class Jadi(go.Figure):  # type: ignore[misc]  # plotly comes without types
    """A finished figure. Its content is worked out once, and not each time that it is shown."""

    @cached_property
    def _isi(self) -> dict[str, Any]:
        return dict(super().to_dict())

    def to_dict(self) -> dict[str, Any]:
        return self._isi


@lru_cache(DIINGAT)
def tile_map(kecamatan: tuple[Kecamatan, ...], values: tuple[int | None, ...], said: tuple[str, ...]) -> go.Figure:
    """Equal tiles by position, so that a large kecamatan is not seen more than a small one."""
    places = petak([k.kode for k in kecamatan])
    rows, columns = max(r for r, _ in places) + 1, KOLOM
    z: list[list[int | None]] = [[None] * columns for _ in range(rows)]
    text = [[""] * columns for _ in range(rows)]
    for (row, column), k, value, words in zip(places, kecamatan, values, said, strict=True):
        z[row][column] = -1 if value is None else value
        text[row][column] = f"{k.nama.replace(' ', '<br>')}<br><b>{words}</b>"
    figure = _heat(z, text, columns=None, rows=None, size=15, top=max([v for v in values if v is not None], default=1))
    known = [(at, place) for at, (place, value) in enumerate(zip(places, values, strict=True)) if value]
    _open(
        figure, [column for _, (_, column) in known], [row for _, (row, _) in known], [at for at, _ in known],
        [f"{kecamatan[at].nama}: {said[at]}" for at, _ in known],
    )  # fmt: skip
    figure.update_layout(height=PETAK * rows)
    figure.update_xaxes(visible=False, range=(-0.5, columns - 0.5))
    figure.update_yaxes(visible=False, range=(rows - 0.5, -0.5))
    return Jadi(figure)


def heat_map(
    rows: Sequence[str], columns: Sequence[str], z: Sequence[Sequence[int]], said: Sequence[Sequence[str]]
) -> go.Figure:
    """`z` and `said` by row and column; a zero stays blank."""
    blank = [[value or None for value in row] for row in z]
    words = [[text if value else "" for text, value in zip(*pair, strict=True)] for pair in zip(said, z, strict=True)]
    figure = _heat(blank, words, columns, rows, size=15, top=max((max(row, default=1) for row in z), default=1))
    full = [(r, c) for r, row in enumerate(z) for c, value in enumerate(row) if value]
    _open(
        figure, [columns[c] for _, c in full], [rows[r] for r, _ in full], [r * len(columns) + c for r, c in full],
        [f"{rows[r]}, {columns[c]}: {said[r][c]}" for r, c in full],
    )  # fmt: skip
    heads = [fill(name, KEPALA).replace("\n", "<br>") for name in columns]
    longest = max(len(line) for head in heads for line in head.split("<br>"))
    beside = 40 + 5 * max(map(len, heads[-1].split("<br>")))  # px: the button stands beside the last name
    figure.update_layout(height=70 + 8 * longest + LAJUR * len(rows), margin_r=beside)
    figure.update_yaxes(range=(len(rows) - 0.5, -0.5), automargin=True, tickfont={"size": 16}, **APART)
    figure.update_xaxes(
        range=(-0.5, len(columns) - 0.5), side="top", tickangle=-50, automargin=True, tickfont={"size": 16},
        tickvals=list(columns), ticktext=heads, **APART,
    )  # fmt: skip
    return figure


def _open(figure: go.Figure, x: Sequence[Any], y: Sequence[Any], places: Sequence[int], said: Sequence[str]) -> None:
    """Marks nobody sees, over what can be clicked: a heat map itself and a box tell no click. `places` is what a click
    tells, `said` what is under the pointer.
    """
    figure.add_scatter(
        x=x, y=y, customdata=list(places), text=said, mode="markers", marker={"size": 30, "opacity": 0},
        hovertemplate="%{text}<br>Klik untuk melihat usulannya<extra></extra>",
    )  # fmt: skip
    figure.update_layout(
        hoverdistance=JANGKAUAN, hoverlabel={"bgcolor": "#FFFFFF", "font": {"size": 16, "family": HURUF}}
    )


def _heat(
    z: Sequence[Sequence[int | None]], text: Sequence[Sequence[str]], columns: Sequence[str] | None,
    rows: Sequence[str] | None, *, size: int, top: int,
) -> go.Figure:  # fmt: skip
    figure = go.Figure(
        go.Heatmap(
            z=z, x=columns, y=rows, text=text, texttemplate="%{text}", textfont={"size": size}, colorscale=SKALA,
            zmin=0, zmax=max(top, 1), showscale=False, xgap=3, ygap=3, hoverinfo="skip",
        )
    )  # fmt: skip
    figure.update_layout(_layout())
    figure.update_xaxes(showgrid=False, fixedrange=True, zeroline=False)
    figure.update_yaxes(showgrid=False, fixedrange=True, zeroline=False)
    return figure


def spread(known: Sequence[tuple[Kecamatan, Sebaran]]) -> go.Figure:
    """Scores of each kecamatan: the box holds the middle half, its line the median, the ends lowest and highest."""
    figure = go.Figure(
        go.Box(
            y=[k.nama for k, _ in known], orientation="h", line={"color": HIJAU, "width": 2}, fillcolor="#CFE3D7",
            lowerfence=[s.terendah / 100 for _, s in known], q1=[s.kuartil_1 / 100 for _, s in known],
            median=[s.median / 100 for _, s in known], q3=[s.kuartil_3 / 100 for _, s in known],
            upperfence=[s.tertinggi / 100 for _, s in known], hoverinfo="skip",
        )
    )  # fmt: skip
    for k, s in known:
        figure.add_annotation(
            x=s.tertinggi / 100,
            y=k.nama,
            text=f"  {skor(s.median)}",
            showarrow=False,
            xanchor="left",
            font={"size": 16},
        )
    _open(
        figure, [s.median / 100 for _, s in known], [k.nama for k, _ in known], range(len(known)),
        [f"{k.nama}: {s.dinilai} usulan dinilai" for k, s in known],
    )  # fmt: skip
    figure.update_layout(_layout(), height=110 + LAJUR * len(known), margin_b=50)
    figure.update_xaxes(title="Skor", tickformat=".2f", gridcolor="#DBE5DE", fixedrange=True, tickfont={"size": 16})
    figure.update_yaxes(automargin=True, fixedrange=True, tickfont={"size": 16})
    return figure


def leanings(rapat: Sequence[tuple[str, Ketegasan]]) -> go.Figure:
    """A dot for each estimate, a line for its interval; filled where that lies on one side of the average."""
    values = [k.selisih / 100 for _, k in rapat]
    figure = go.Figure(
        go.Scatter(
            x=values, y=[nama for nama, _ in rapat], mode="markers", hoverinfo="skip",
            error_x={"array": [k.selang[1] / 100 - k.selisih / 100 for _, k in rapat], "color": HIJAU, "thickness": 2},
            marker={
                "size": 13, "color": [HIJAU if k.nyata else "#FFFFFF" for _, k in rapat],
                "line": {"color": HIJAU, "width": 2},
            },
        )
    )  # fmt: skip
    for nama, k in rapat:
        figure.add_annotation(
            x=k.selang[1] / 100, y=nama, text=f"  {selisih(k.selisih)}", showarrow=False, xanchor="left",
            font={"size": 16}, bgcolor="#FFFFFF",
        )  # fmt: skip
    _open(
        figure, values, [nama for nama, _ in rapat], range(len(rapat)),
        [f"{nama}: {k.dinilai} usulan dinilai" for nama, k in rapat],
    )  # fmt: skip
    figure.add_vline(x=0, line={"color": TINTA, "width": 1.5, "dash": "dot"})
    figure.update_layout(_layout(), height=110 + LAJUR * len(rapat), margin_b=50, margin_r=60)
    figure.update_xaxes(
        title="← lebih ketat · selisih skor · lebih longgar →", tickformat=".2f", gridcolor="#DBE5DE", zeroline=False,
        fixedrange=True, tickfont={"size": 16},
    )  # fmt: skip
    figure.update_yaxes(autorange="reversed", automargin=True, fixedrange=True, tickfont={"size": 16})
    return figure


def _layout() -> dict[str, Any]:
    return {
        "margin": {"l": 0, "r": 0, "t": 30, "b": 0}, "separators": ",.", "showlegend": False, **MENDENGAR,
        "font": {"family": HURUF, "color": TINTA, "size": 16}, "plot_bgcolor": "#FFFFFF",
        "paper_bgcolor": "#FFFFFF",
    }  # fmt: skip
