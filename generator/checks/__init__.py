"""The checks: one rule per file, one explicit registry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from generator.checks import (
    action_overdue,
    active_picture,
    ambiguous_reference,
    block_in_block,
    branch_to_nowhere,
    branches_without_decision,
    call_node_without_alternate,
    call_tree_cycle,
    call_tree_slower_than_target,
    call_tree_unreached,
    change_about_nothing,
    change_too_open,
    checklist_hidden_from_role,
    checklist_too_long,
    contact_not_verified,
    contact_too_open,
    crisis_role_in_no_call_tree,
    critical_activity_without_plan,
    critical_activity_without_rto,
    decision_without_branches,
    dependency_cycle,
    dependency_slower,
    dependency_undecided,
    dependency_without_reason,
    duplicate_id,
    duplicate_language,
    duty_deadline_out_of_order,
    duty_without_owner,
    empty_call_tree,
    empty_checklist,
    empty_condition,
    empty_scenario,
    ends_before_it_begins,
    exercise_overdue,
    exercise_without_objective,
    finding_without_action,
    impact_falls,
    impact_scale,
    invalid_mail_address,
    invalid_phone_number,
    invalid_web_address,
    language_not_spoken,
    leaver_still_referenced,
    level_order_unclear,
    measure_overdue,
    message_without_approver,
    message_without_deadline,
    milestone_overdue,
    missing_file,
    missing_translation,
    no_default_audience,
    no_number_for_tree,
    no_site_url,
    nothing_published,
    path_outside_plan,
    phase_out_of_order,
    placeholder_left,
    plan_not_current,
    plan_slower_than_rto,
    product_without_activity,
    recovery_order_conflict,
    reporting_cycle,
    reserved_id,
    resource_expired,
    review_of_plan_overdue,
    review_overdue,
    revision_not_recorded,
    revision_twice,
    risk_above_appetite,
    risk_rating_off_scale,
    role_without_alternate,
    rto_above_mtpd,
    scenario_covers_no_risk,
    scenario_without_activation_criteria,
    scenario_without_safety,
    scenario_without_stand_down,
    several_actions_in_one_step,
    single_point_of_failure,
    step_not_one_kind,
    step_without_id,
    text_too_long,
    too_many_callees,
    too_many_roles,
    unit_plan_question_open,
    unit_without_plan,
    unknown_language,
    unknown_node,
    unknown_reference,
    unknown_slot,
    unknown_variant,
    unprovided_resource,
    unreadable_logo,
    unreadable_picture,
    unsupported_picture,
    unused_block,
    unused_checklist,
    unused_slot,
    vacant_role,
    verification_overdue,
    weak_step_opener,
)
from generator.checks.rule import Finding, Rule, Subject
from generator.jobs import all_done, shares
from generator.load import Loaded
from generator.problems import Problem, in_order

RULES: tuple[Rule, ...] = tuple(
    Rule.of(module)
    for module in (
        action_overdue,
        active_picture,
        ambiguous_reference,
        block_in_block,
        branch_to_nowhere,
        branches_without_decision,
        call_node_without_alternate,
        call_tree_cycle,
        call_tree_slower_than_target,
        call_tree_unreached,
        change_about_nothing,
        change_too_open,
        checklist_hidden_from_role,
        checklist_too_long,
        contact_not_verified,
        contact_too_open,
        crisis_role_in_no_call_tree,
        critical_activity_without_plan,
        critical_activity_without_rto,
        decision_without_branches,
        dependency_cycle,
        dependency_slower,
        dependency_undecided,
        dependency_without_reason,
        duplicate_id,
        duplicate_language,
        duty_deadline_out_of_order,
        duty_without_owner,
        empty_call_tree,
        empty_checklist,
        empty_condition,
        empty_scenario,
        ends_before_it_begins,
        exercise_overdue,
        exercise_without_objective,
        finding_without_action,
        impact_falls,
        impact_scale,
        invalid_mail_address,
        invalid_phone_number,
        invalid_web_address,
        language_not_spoken,
        leaver_still_referenced,
        level_order_unclear,
        measure_overdue,
        message_without_approver,
        message_without_deadline,
        milestone_overdue,
        missing_file,
        missing_translation,
        no_default_audience,
        no_number_for_tree,
        no_site_url,
        nothing_published,
        path_outside_plan,
        phase_out_of_order,
        placeholder_left,
        plan_not_current,
        plan_slower_than_rto,
        product_without_activity,
        recovery_order_conflict,
        reporting_cycle,
        reserved_id,
        resource_expired,
        review_of_plan_overdue,
        review_overdue,
        revision_not_recorded,
        revision_twice,
        risk_above_appetite,
        risk_rating_off_scale,
        role_without_alternate,
        rto_above_mtpd,
        scenario_covers_no_risk,
        scenario_without_activation_criteria,
        scenario_without_safety,
        scenario_without_stand_down,
        several_actions_in_one_step,
        single_point_of_failure,
        step_not_one_kind,
        step_without_id,
        text_too_long,
        too_many_callees,
        too_many_roles,
        unit_plan_question_open,
        unit_without_plan,
        unknown_language,
        unknown_node,
        unknown_reference,
        unknown_slot,
        unknown_variant,
        unprovided_resource,
        unreadable_logo,
        unreadable_picture,
        unsupported_picture,
        unused_block,
        unused_checklist,
        unused_slot,
        vacant_role,
        verification_overdue,
        weak_step_opener,
    )
)


_LOT = 6
"""So many rules are done in one go where processors share the work."""

_MANY = 5_000
"""A plan of fewer values is checked before another process would have begun."""


def check(loaded: Loaded, as_of: date) -> list[Problem]:
    """Every problem of a plan that was read, in file order; ``as_of`` is the day to judge by.

    Where a whole file could not be read, the rules wait: most of what they found would only be
    that the file's content is missing.
    """
    problems = list(loaded.problems)
    if loaded.plan is not None and not loaded.unread:
        subject = Subject(loaded.plan, as_of, loaded.folder)
        losses = _Losses(loaded)
        problems += (
            _problem(rule, finding, loaded)
            for rule, found in zip(RULES, _found(subject), strict=True)
            for finding in found
            if not losses.explain(finding)
        )
    return in_order(problems)


def _found(subject: Subject) -> list[list[Finding]]:
    """What each rule finds."""
    jobs = [partial(_find, lot, subject) for lot in shares(RULES, _LOT)]
    # Nearly every rule looks through all values: who shares the work has them already.
    if len(subject.visits) < _MANY:
        return [found for job in jobs for found in job()]
    return [found for lot in all_done(jobs) for found in lot]


def _find(rules: Sequence[Rule], subject: Subject) -> list[list[Finding]]:
    return [list(rule.find(subject)) for rule in rules]


def _problem(rule: Rule, finding: Finding, loaded: Loaded) -> Problem:
    return Problem(
        rule.code,
        finding.message,
        loaded.places.of(finding.path, key=finding.key),
        finding.help,
        rule.severity,
        tuple(loaded.places.of(path) for path in finding.related),
    )


class _Losses:
    """What the plan lost because it was faulty, and was reported already."""

    def __init__(self, loaded: Loaded) -> None:
        self._parts = {part for part in loaded.removed if len(part) > 1}
        self._wholes = {part[:end] for part in self._parts for end in range(2, len(part) + 1)}
        self._ids = loaded.removed_ids

    def explain(self, finding: Finding) -> bool:
        """True if the finding may only follow from a loss.

        It does if it is about a part that lost something, about the whole that such a part is
        in, or names an id that went.
        """
        path = finding.path
        whole = path[:-1] if path[-1] == "id" else path
        if whole in self._wholes or path[:-1] in self._parts:
            return True
        return any(name in self._ids for name in finding.message.split("`")[1::2])
