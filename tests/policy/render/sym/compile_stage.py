def f(approver, approver):
    return approver
