"""Charts: values in, figure out. Colours keep the order of the kriteria, so neighbours stay apart for every eye."""

from collections.abc import Sequence
from itertools import accumulate
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from musrenbang.formats import rupiah_ringkas, skor
from musrenbang.model import Kriteria, UsulanMasuk

WARNA = ("#0F4C3A", "#F2C14E", "#2B66A8", "#F0A58A", "#5B3A8C", "#8FD0C0", "#84451C", "#C9CFCB")
GELAP = frozenset({"#0F4C3A", "#2B66A8", "#5B3A8C", "#84451C"})
TINTA, HIJAU = "#13211B", "#0F4C3A"
TINGKAT_NAMA = (0, 1, 0, 1, 0, 1, 2, 0)  # how high each kriteria's name stands above the first bar
BARIS, KEPALA = 62, 96  # px: the rows of the ranking table beside the chart have the same
SEBARAN, SEBARIS = 58, 0.36  # px: a row of the distribution; of it, one more line of a name
NAMA = 36  # letters in a line of a name
GARIS = 0.5  # of a row: the room that a line between rows has in the table
MIN_TULIS = 40  # points: a narrower part of a bar has no room for its number
CONFIG = {"displayModeBar": False, "staticPlot": False}


def ranking(rows: Sequence[UsulanMasuk], kriteria: Sequence[Kriteria], top: int, above: int = 0) -> go.Figure:
    """Each usulan's score stacked by kriteria, in the order given; `top`: points of the best of all. Below the first
    `above` a line has room."""
    places = [at + (GARIS if above and at >= above else 0) for at in range(len(rows))]
    figure = go.Figure([_part(rows, places, k, i) for i, k in enumerate(kriteria)])
    figure.add_trace(_totals(rows, places))
    for note in _names(rows[0], kriteria):
        figure.add_annotation(note)
    depth = len(rows) + (GARIS if above else 0)
    if above:
        figure.add_hline(y=above - 0.5 + GARIS / 2, line={"color": TINTA, "width": 2, "dash": "dash"})
    figure.update_layout(_layout(int(KEPALA + BARIS * depth), top=KEPALA), barmode="stack", bargap=0.28)
    figure.update_xaxes(visible=False, range=[0, top * 1.17], fixedrange=True)
    figure.update_yaxes(visible=False, range=[depth - 0.5, -0.5], fixedrange=True)
    return figure


def _part(rows: Sequence[UsulanMasuk], places: Sequence[float], k: Kriteria, i: int) -> go.Bar:
    points = [k.bobot * ((u.tingkat or ())[i] or 0) for u in rows]
    ink = "#FFFFFF" if WARNA[i] in GELAP else TINTA
    return go.Bar(
        x=points, y=list(places), orientation="h", name=k.nama, showlegend=False,
        marker={"color": WARNA[i], "line": {"color": "#FFFFFF", "width": 1.5}},
        text=[skor(p) if p >= MIN_TULIS else "" for p in points], textposition="inside", insidetextanchor="middle",
        textangle=0, textfont={"size": 16, "color": ink}, constraintext="none",
        customdata=[[u.isi.nama, skor(p)] for u, p in zip(rows, points, strict=True)],
        hovertemplate="%{customdata[0]}<br>" + k.nama + ": %{customdata[1]}<extra></extra>",
    )  # fmt: skip


def _totals(rows: Sequence[UsulanMasuk], places: Sequence[float]) -> go.Scatter:
    return go.Scatter(
        x=[u.poin for u in rows], y=list(places), mode="text", text=[f"  <b>{skor(u.poin)}</b>" for u in rows],
        textposition="middle right", textfont={"size": 26, "color": TINTA}, hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _names(first: UsulanMasuk, kriteria: Sequence[Kriteria]) -> list[dict[str, Any]]:
    """The names of the kriteria with leader lines to the first bar, instead of a legend."""
    notes, end = [], 0
    for i, k in enumerate(kriteria):
        width = k.bobot * ((first.tingkat or ())[i] or 0)
        name = k.singkat.split(" ")[-1 if i == 1 else 0]
        anchor = "left" if i == len(kriteria) - 1 else "center"  # the last part is narrow; its name clears the others
        notes.append(_name(name, end + width / 2, 16 + 26 * TINGKAT_NAMA[i], anchor))
        end += width
    return notes


def _name(text: str, x: float, rise: int, anchor: str) -> dict[str, Any]:
    return {
        "x": x, "y": -0.36, "ax": 0, "ay": -rise, "text": text.capitalize(), "showarrow": True, "arrowhead": 0,
        "arrowwidth": 1, "arrowcolor": "#46564E", "font": {"size": 16, "color": TINTA}, "yanchor": "bottom",
        "xanchor": anchor,
    }  # fmt: skip


def distribution(counted: Sequence[tuple[str, int, int]]) -> go.Figure:
    """(name, number of usulan, rupiah) as bars, the longest first: name above its bar, figures beside it."""
    names = [wrap(name, NAMA) for name, _, _ in counted]
    further = accumulate(len(lines) - 1 for lines in names)
    places = [at + SEBARIS * lines for at, lines in enumerate(further)]
    depth = len(counted) + SEBARIS * sum(len(lines) - 1 for lines in names)
    most = max((n for _, n, _ in counted), default=1)
    figure = go.Figure(
        go.Bar(
            x=[n for _, n, _ in counted], y=places, orientation="h", width=0.34, marker={"color": HIJAU},
            text=[f"<b>{n}</b> · {rupiah_ringkas(biaya)}" for _, n, biaya in counted], textposition="outside",
            textfont={"size": 16, "color": TINTA}, cliponaxis=False, hoverinfo="skip",
        )
    )  # fmt: skip
    for place, lines in zip(places, names, strict=True):
        figure.add_annotation(
            x=0, y=place - 0.14, text="<br>".join(lines), showarrow=False, align="left", xanchor="left",
            yanchor="bottom", font={"size": 16, "color": TINTA},
        )  # fmt: skip
    figure.update_layout(_layout(int(40 + SEBARAN * depth), top=14))
    figure.update_xaxes(visible=False, range=[0, most * 2.1], fixedrange=True)
    figure.update_yaxes(visible=False, range=[depth - 0.5, -0.7], fixedrange=True)
    return figure


def _layout(height: int, top: int) -> dict[str, Any]:
    return {
        "height": height, "margin": {"l": 0, "r": 0, "t": top, "b": 0}, "separators": ",.", "showlegend": False,
        "font": {"family": '"Source Sans", sans-serif', "color": TINTA}, "plot_bgcolor": "#FFFFFF",
        "paper_bgcolor": "#FFFFFF", "hoverlabel": {"font": {"size": 16}},
    }  # fmt: skip
