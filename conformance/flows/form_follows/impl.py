"""The form follows what is chosen: customers appear for their target, options narrow, people are checked."""


def on_change_target_id(username, prompt_form):
    customer = prompt_form.fields.get("customer")
    customer.visible = prompt_form.fields["target_id"].value.value == prompt_form.flow_vars["customer_target"]
    customer.required = customer.visible
    if not customer.visible:
        customer.value = None
    return prompt_form


def on_change_urgency(username, prompt_form):
    urgency = prompt_form.fields["urgency"].value
    duration = prompt_form.fields["duration"]
    keep = duration.original_allowed_values if urgency == "High" else duration.original_allowed_values[:1]
    duration.current_allowed_values = keep
    if duration.value not in [option.value for option in keep]:
        duration.value = keep[0].value
        duration.label = f"Duration ({keep[0].label} for {username})"
    return prompt_form


def on_change_reviewers(username, prompt_form):
    reviewers = prompt_form.fields["reviewers"]
    known = [person for person in reviewers.value if person.username]
    if len(known) < len(reviewers.value):
        reviewers.value = known
    for person in known:
        if person.username == username:
            person.username = "somebody.else@harborlight.example"
    return prompt_form


def on_change_ticket_link(username, prompt_form):
    ticket = prompt_form.fields["ticket-link"]
    ticket.value = ticket.value.strip().upper()
    ticket.original_allowed_values = []
    return prompt_form
