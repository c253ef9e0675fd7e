"""Read tables in HTML. Cells are ready HTML: what people have written must be escaped by who makes the cell."""

from collections.abc import Collection, Iterable, Sequence


def table(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: Collection[int] = (),
    foot: Sequence[str] = (),
    now: int | None = None,
) -> str:
    """`numbers` are the places of the columns that hold figures; they stand at the right. `now`: the row that is on."""
    head = _row("th", heads, numbers)
    body = "".join(_row("td", row, numbers, here=at == now) for at, row in enumerate(rows))
    tail = f"<tfoot>{_row('td', foot, numbers)}</tfoot>" if foot else ""
    return f'<table class="tb"><thead>{head}</thead><tbody>{body}</tbody>{tail}</table>'


def tiles(*pairs: tuple[str, str]) -> str:
    """Figures that matter: (what it counts, the figure), each alone in its box."""
    boxes = "".join(f'<div class="ubin"><span>{what}</span><b>{figure}</b></div>' for what, figure in pairs)
    return f'<div class="ubinan">{boxes}</div>'


def _row(cell: str, cells: Sequence[str], numbers: Collection[int], *, here: bool = False) -> str:
    scope = ' scope="col"' if cell == "th" else ""
    made = (
        f"<{cell}{' class=n' if at in numbers else ''}{scope}>{content}</{cell}>" for at, content in enumerate(cells)
    )
    return f"<tr{' class=kini' if here else ''}>{''.join(made)}</tr>"
