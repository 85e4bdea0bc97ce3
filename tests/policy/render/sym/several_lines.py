def route(event):
    return (
        event
        .payload
        ._raw["a"]
    )


from json import (
    loads,
    _dumps,
)
