match x:
    case {'a': [1, *_], **r} | A(b=2) if r: pass
    case _: pass
