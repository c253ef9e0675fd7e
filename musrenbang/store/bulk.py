"""Many rows in one statement."""

from collections.abc import Sequence

from musrenbang.store.engine import Rows


def insert_many(tx: Rows, table: str, columns: str, values: Sequence[Sequence[object]]) -> None:
    """Insert rows of one shape, some hundred to a statement: a single insert each is many times slower."""
    width = len(columns.split(","))
    for start in range(0, len(values), 200):
        chunk = values[start : start + 200]
        marks = ", ".join(
            "(" + ", ".join(f"${r * width + c + 1}" for c in range(width)) + ")" for r in range(len(chunk))
        )
        tx.rows(f"insert into {table} ({columns}) values {marks}", *(v for row in chunk for v in row))


def update_many(
    tx: Rows,
    table: str,
    columns: dict[str, str],
    seen: Sequence[tuple[object, int]],
    values: Sequence[Sequence[object]],
) -> set[object]:
    """Write rows that are still at the `versi` that was seen; returns the keys of those that were.

    `columns` maps each column to its SQL type, the key first; `seen` holds key and versi of each row, `values` the
    other columns. One statement for some hundred rows, as one for each is many times slower.
    """
    rows = [(*s, *v) for s, v in zip(seen, values, strict=True)]
    if len(rows) == 1:
        return _update_one(tx, table, list(columns), rows[0])
    return set().union(*(_update_chunk(tx, table, columns, rows[i : i + 200]) for i in range(0, len(rows), 200)))


def _update_one(tx: Rows, table: str, columns: Sequence[str], row: Sequence[object]) -> set[object]:
    """The plain form: for a single row, which somebody waits for, it takes half the time."""
    key, *others = columns
    assignments = ", ".join(f"{name} = ${i}" for i, name in enumerate(others, 3))
    sql = f"update {table} set {assignments}, versi = versi + 1 where {key} = $1 and versi = $2"
    ((changed,),) = tx.rows(sql, *row)
    return {row[0]} if changed else set()


def _update_chunk(tx: Rows, table: str, columns: dict[str, str], rows: Sequence[Sequence[object]]) -> set[object]:
    key, *others = columns
    types = [columns[key], "integer", *(columns[name] for name in others)]
    assignments = ", ".join(f"{name} = v.{name}" for name in others)
    marks = ", ".join(_cast_marks(types, r * len(types)) for r in range(len(rows)))
    changed = tx.rows(
        f"update {table} set {assignments}, versi = {table}.versi + 1 "
        f"from (values {marks}) v ({key}, versi_dilihat, {', '.join(others)}) "
        f"where {table}.{key} = v.{key} and {table}.versi = v.versi_dilihat returning {table}.{key}",
        *(value for row in rows for value in row),
    )
    return {found for (found,) in changed}


def _cast_marks(types: Sequence[str], before: int) -> str:
    return "(" + ", ".join(f"cast(${before + i} as {type_})" for i, type_ in enumerate(types, 1)) + ")"
