"""The plan: everything that the organisation has written down."""

from __future__ import annotations

from typing import Annotated

from generator.model.activity import Activity
from generator.model.base import About, Part
from generator.model.call_tree import CallTree
from generator.model.checklist import Block, Checklist
from generator.model.continuity_plan import ContinuityPlan
from generator.model.duty import ReportingDuty
from generator.model.exercise import Assessment, Campaign, Exercise, Review
from generator.model.header import Header, Synonyms
from generator.model.level import Criterion, Level
from generator.model.message import Message
from generator.model.person import Person
from generator.model.product import Customer, Product
from generator.model.programme import Programme
from generator.model.resource import Attachment, Resource
from generator.model.revision import Revision
from generator.model.risk import Gap, Measure, Risk
from generator.model.role import Role
from generator.model.scenario import Activation, Scenario
from generator.model.site import Site
from generator.model.supplier import Authority, Supplier
from generator.model.system import Machine, System
from generator.model.unit import Unit


class Plan(Part, frozen=True, kw_only=True):
    """Everything the organisation has written down."""

    format: Annotated[int, About("The format of these files.", 1, at_least=1, at_most=1)] = 1
    plan: Annotated[
        Header,
        About(
            "Which plan this is.",
            {"id": "hq", "organisation": "Example", "title": "Plan", "revision": "1"},
        ),
    ]
    people: Annotated[
        tuple[Person, ...], About("People.", [{"id": "tom-claes", "name": "Tom Claes"}])
    ] = ()
    units: Annotated[tuple[Unit, ...], About("Units.", [{"id": "network", "name": "Network"}])] = ()
    sites: Annotated[
        tuple[Site, ...], About("Sites.", [{"id": "tower", "name": "Schelde Tower"}])
    ] = ()
    suppliers: Annotated[
        tuple[Supplier, ...],
        About("Suppliers.", [{"id": "lumenlijn", "name": "Lumenlijn", "supplies": "Dark fibre"}]),
    ] = ()
    authorities: Annotated[
        tuple[Authority, ...],
        About(
            "Authorities.", [{"id": "cert", "name": "National CERT", "purpose": "Report incidents"}]
        ),
    ] = ()
    roles: Annotated[
        tuple[Role, ...], About("Roles.", [{"id": "crisis-lead", "title": "Crisis lead"}])
    ] = ()
    levels: Annotated[
        tuple[Level, ...],
        About(
            "Alert levels.", [{"id": "crisis", "title": "Crisis", "severity": 3, "crisis": True}]
        ),
    ] = ()
    criteria: Annotated[
        tuple[Criterion, ...],
        About(
            "Criteria that lead to a level.",
            [
                {
                    "id": "injured",
                    "title": "Someone is injured",
                    "leads_to": "crisis",
                    "conditions": [{"text": "Somebody needs a hospital."}],
                }
            ],
        ),
    ] = ()
    scenarios: Annotated[
        tuple[Scenario, ...],
        About(
            "Scenarios, in the order of the start page.",
            [{"id": "offices-closed", "title": "We can't use the offices"}],
        ),
    ] = ()
    checklists: Annotated[
        tuple[Checklist, ...],
        About("Checklists.", [{"id": "first-aid", "title": "First aid", "steps": []}]),
    ] = ()
    blocks: Annotated[
        tuple[Block, ...],
        About(
            "Blocks of steps that checklists share.",
            [{"id": "leave-building", "title": "Leave the building", "steps": []}],
        ),
    ] = ()
    call_trees: Annotated[
        tuple[CallTree, ...],
        About("Call trees.", [{"id": "crisis-team", "title": "Crisis team", "nodes": []}]),
    ] = ()
    messages: Annotated[
        tuple[Message, ...],
        About("Prepared messages.", [{"id": "staff-alert", "title": "Alert", "text": "Go home."}]),
    ] = ()
    activations: Annotated[
        tuple[Activation, ...],
        About(
            "Times when a scenario was activated.",
            [
                {
                    "id": "pandemic-2020",
                    "scenario": "offices-closed",
                    "title": "Pandemic",
                    "begins": "2020-03-13",
                }
            ],
        ),
    ] = ()
    programme: Annotated[
        Programme | None, About("The continuity programme.", {"why": "Hospitals depend on us."})
    ] = None
    products: Annotated[
        tuple[Product, ...],
        About("Products and services.", [{"id": "connectivity", "name": "Connectivity"}]),
    ] = ()
    activities: Annotated[
        tuple[Activity, ...],
        About(
            "Activities, and what they depend on.",
            [{"id": "noc", "name": "Supervise the network", "critical": True, "rto": "4h"}],
        ),
    ] = ()
    systems: Annotated[
        tuple[System, ...], About("Systems.", [{"id": "ticketing", "name": "Ticketing"}])
    ] = ()
    machines: Annotated[
        tuple[Machine, ...], About("Machines.", [{"id": "oven", "name": "Deck oven"}])
    ] = ()
    customers: Annotated[
        tuple[Customer, ...],
        About(
            "Customers whom the organisation cannot do without.",
            [{"id": "hospital", "name": "Streekziekenhuis"}],
        ),
    ] = ()
    risks: Annotated[
        tuple[Risk, ...],
        About(
            "Risks.",
            [{"id": "ransom", "title": "Ransomware", "rating": {"likelihood": 2, "impact": 4}}],
        ),
    ] = ()
    gaps: Annotated[
        tuple[Gap, ...],
        About(
            "What keeps activities from their minimum level.",
            [{"id": "no-second-path", "title": "No second path to Mons"}],
        ),
    ] = ()
    measures: Annotated[
        tuple[Measure, ...],
        About(
            "Measures against risks and gaps.",
            [{"id": "ring", "title": "Build a ring", "due": "2027-06-30"}],
        ),
    ] = ()
    plans: Annotated[
        tuple[ContinuityPlan, ...],
        About(
            "Plans: BCP by unit, CM, DRP, BRP.",
            [{"id": "bcp-network", "kind": "bcp", "title": "Network", "unit": "network"}],
        ),
    ] = ()
    duties: Annotated[
        tuple[ReportingDuty, ...],
        About(
            "Duties to report.",
            [{"id": "gdpr", "title": "GDPR", "source": "art. 33", "trigger": "A data breach"}],
        ),
    ] = ()
    exercises: Annotated[
        tuple[Exercise, ...],
        About(
            "Exercises and tests.",
            [{"id": "autumn-2026", "title": "Autumn tabletop", "planned": "2026-11-12"}],
        ),
    ] = ()
    reviews: Annotated[
        tuple[Review, ...],
        About("Reviews.", [{"id": "review-2026", "title": "Yearly review", "held": "2026-10-01"}]),
    ] = ()
    assessments: Annotated[
        tuple[Assessment, ...],
        About(
            "Assessments and audits.",
            [{"id": "first-audit", "title": "First audit", "planned": "2027-03-01"}],
        ),
    ] = ()
    campaigns: Annotated[
        tuple[Campaign, ...],
        About(
            "Awareness campaigns.",
            [{"id": "badge-2026", "title": "Open the plan", "planned": "2026-12-01"}],
        ),
    ] = ()
    resources: Annotated[
        tuple[Resource, ...], About("What lies ready.", [{"id": "grab-bag", "title": "Grab bag"}])
    ] = ()
    attachments: Annotated[
        tuple[Attachment, ...],
        About(
            "Papers that belong to the plan.",
            [{"id": "map", "title": "Network map", "file": "papers/map.pdf"}],
        ),
    ] = ()
    revisions: Annotated[
        tuple[Revision, ...],
        About(
            "What changed, revision by revision.",
            [{"revision": "2026.3", "approved": "2026-10-01"}],
        ),
    ] = ()
    synonyms: Annotated[
        tuple[Synonyms, ...],
        About(
            "Words that mean the same to someone who searches.", [{"words": ["lift", "elevator"]}]
        ),
    ] = ()
