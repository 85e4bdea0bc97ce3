# A frame shows the line on which its failing expression starts; the carets end with that line.
def innermost(a, b, *, c):
    return (
        a
        + b
        / c
    )


def between(function, **named):
    def call(*values):
        return function(
            *values,
            **named,
        )

    return call


result = [
    0,
    between(
        innermost,
        c=0,
    )(
        1,
        2,
    ),
]
