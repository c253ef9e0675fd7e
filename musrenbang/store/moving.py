"""All rows of one store into another, whichever engines the two are: the same statements serve both."""

from collections.abc import Callable, Iterator, Sequence

from musrenbang.store.engine import Row, Rows

Report = Callable[[float], None]  # how much is done, from 0 to 1

# the target has its own list of migrations, and nobody stays logged in by way of a copy
LEFT_OUT = ("skema", "sesi", "gagal_masuk", "layar_proyektor")
PIECE = 5000
HERE = "table_schema in ('main', 'public')"


def tables(rows: Rows) -> list[str]:
    """The tables whose rows are copied."""
    found = rows.rows(
        f"select table_name from information_schema.tables where {HERE} and table_type = 'BASE TABLE' "
        "order by table_name"
    )
    return [name for (name,) in found if name not in LEFT_OUT]


def counts(rows: Rows) -> dict[str, int]:
    return {table: rows_in(rows, table) for table in tables(rows)}


def rows_in(rows: Rows, table: str) -> int:
    return int(rows.rows(f"select count(*) from {table}")[0][0])


def is_empty(rows: Rows) -> bool:
    return not any(counts(rows).values())


def newest_migration(rows: Rows) -> int:
    return int(rows.rows("select max(nomor) from skema")[0][0])


def copy_rows(source: Rows, target: Rows, report: Report) -> dict[str, int]:
    """Copy every row into an empty store of the same migrations. Returns how many rows each table has given."""
    expected = counts(source)
    done, all_ = 0, sum(expected.values()) or 1
    for table in expected:
        types = columns(target, table)
        for piece in _pieces(source, table, list(types)):
            insert(target, table, types, piece)
            done += len(piece)
            report(done / all_)
    return expected


def differing(source: Rows, target: Rows) -> dict[str, int]:
    """How many rows of each table are not the same in both; nothing where all are.

    They are looked up by their keys, as the two engines may put text into another order.
    """
    found = {table: _differing(source, target, table) for table in tables(source)}
    return {table: n for table, n in found.items() if n}


def _differing(source: Rows, target: Rows, table: str) -> int:
    types, key = columns(target, table), _key(source, table)
    there, given, other = rows_in(target, table), 0, 0
    for piece in _pieces(source, table, list(types)):
        given += len(piece)
        other += len(set(piece) - set(_same_keys(target, table, types, key, piece)))
    return other + max(0, there - given)


def _same_keys(rows: Rows, table: str, types: dict[str, str], key: list[str], piece: list[Row]) -> list[Row]:
    places = [list(types).index(name) for name in key]
    wanted = ", ".join(f"unnest(cast(${i} as {types[name]}[])) as {name}" for i, name in enumerate(key, 1))
    same, shown = " and ".join(f"t.{name} = w.{name}" for name in key), ", ".join(f"t.{name}" for name in types)
    values = [[row[place] for row in piece] for place in places]
    return rows.rows(f"select {shown} from {table} t join (select {wanted}) w on {same}", *values)


def columns(rows: Rows, table: str) -> dict[str, str]:
    """Each column with its SQL type, in their order."""
    found = rows.rows(
        f"select column_name, data_type from information_schema.columns where {HERE} and table_name = $1 "
        "order by ordinal_position",
        table,
    )
    return dict(found)


def _key(rows: Rows, table: str) -> list[str]:
    found = rows.rows(
        "select k.column_name from information_schema.table_constraints c "
        "join information_schema.key_column_usage k "
        "on k.constraint_name = c.constraint_name and k.table_name = c.table_name "
        f"where c.constraint_type = 'PRIMARY KEY' and c.table_name = $1 and c.{HERE} order by k.ordinal_position",
        table,
    )
    return [name for (name,) in found]


def _pieces(source: Rows, table: str, columns: list[str]) -> Iterator[list[Row]]:
    """Some thousand rows at a time, by their key, so that a long trail need not fit into memory."""
    key = _key(source, table)
    places = [columns.index(name) for name in key]
    shown, order = ", ".join(columns), ", ".join(key)
    after = f"where ({order}) > ({', '.join(f'${i}' for i in range(1, len(key) + 1))})"
    last: list[object] = []
    while True:
        where = after if last else ""
        piece = source.rows(f"select {shown} from {table} {where} order by {order} limit {PIECE}", *last)
        if piece:
            yield piece
            last = [piece[-1][place] for place in places]
        if len(piece) < PIECE:
            return


def insert(target: Rows, table: str, types: dict[str, str], piece: Sequence[Sequence[object]]) -> None:
    """One list a column: a value a parameter would be twenty times slower."""
    lists = ", ".join(f"unnest(cast(${i} as {type_}[]))" for i, type_ in enumerate(types.values(), 1))
    values = [list(column) for column in zip(*piece, strict=True)]
    target.rows(f"insert into {table} ({', '.join(types)}) select {lists}", *values)
