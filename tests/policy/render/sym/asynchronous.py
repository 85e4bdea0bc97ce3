async def later(rows):
    return 1


def now(rows):
    return (row async for row in rows)
