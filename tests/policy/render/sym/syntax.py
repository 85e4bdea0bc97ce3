def get_approvers(event)
    return None
