"""The plan: everything that the organisation has written down."""

from __future__ import annotations

from pydantic import Field

from generator.model.activity import Activity
from generator.model.base import Part
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


class Plan(Part):
    """Everything the organisation has written down."""

    format: int = Field(
        default=1, ge=1, le=1, description="The format of these files.", examples=[1]
    )
    plan: Header = Field(
        description="Which plan this is.",
        examples=[{"id": "hq", "organisation": "Example", "title": "Plan", "revision": "1"}],
    )
    people: tuple[Person, ...] = Field(
        default=(), description="People.", examples=[[{"id": "tom-claes", "name": "Tom Claes"}]]
    )
    units: tuple[Unit, ...] = Field(
        default=(), description="Units.", examples=[[{"id": "network", "name": "Network"}]]
    )
    sites: tuple[Site, ...] = Field(
        default=(), description="Sites.", examples=[[{"id": "tower", "name": "Schelde Tower"}]]
    )
    suppliers: tuple[Supplier, ...] = Field(
        default=(),
        description="Suppliers.",
        examples=[[{"id": "lumenlijn", "name": "Lumenlijn", "supplies": "Dark fibre"}]],
    )
    authorities: tuple[Authority, ...] = Field(
        default=(),
        description="Authorities.",
        examples=[[{"id": "cert", "name": "National CERT", "purpose": "Report incidents"}]],
    )
    roles: tuple[Role, ...] = Field(
        default=(), description="Roles.", examples=[[{"id": "crisis-lead", "title": "Crisis lead"}]]
    )
    levels: tuple[Level, ...] = Field(
        default=(),
        description="Alert levels.",
        examples=[[{"id": "crisis", "title": "Crisis", "severity": 3, "crisis": True}]],
    )
    criteria: tuple[Criterion, ...] = Field(
        default=(),
        description="Criteria that lead to a level.",
        examples=[
            [
                {
                    "id": "injured",
                    "title": "Someone is injured",
                    "leads_to": "crisis",
                    "conditions": [{"text": "Somebody needs a hospital."}],
                }
            ]
        ],
    )
    scenarios: tuple[Scenario, ...] = Field(
        default=(),
        description="Scenarios, in the order of the start page.",
        examples=[[{"id": "offices-closed", "title": "We can't use the offices"}]],
    )
    checklists: tuple[Checklist, ...] = Field(
        default=(),
        description="Checklists.",
        examples=[[{"id": "first-aid", "title": "First aid", "steps": []}]],
    )
    blocks: tuple[Block, ...] = Field(
        default=(),
        description="Blocks of steps that checklists share.",
        examples=[[{"id": "leave-building", "title": "Leave the building", "steps": []}]],
    )
    call_trees: tuple[CallTree, ...] = Field(
        default=(),
        description="Call trees.",
        examples=[[{"id": "crisis-team", "title": "Crisis team", "nodes": []}]],
    )
    messages: tuple[Message, ...] = Field(
        default=(),
        description="Prepared messages.",
        examples=[[{"id": "staff-alert", "title": "Alert", "text": "Go home."}]],
    )
    activations: tuple[Activation, ...] = Field(
        default=(),
        description="Times when a scenario was activated.",
        examples=[
            [
                {
                    "id": "pandemic-2020",
                    "scenario": "offices-closed",
                    "title": "Pandemic",
                    "begins": "2020-03-13",
                }
            ]
        ],
    )
    programme: Programme | None = Field(
        default=None,
        description="The continuity programme.",
        examples=[{"why": "Hospitals depend on us."}],
    )
    products: tuple[Product, ...] = Field(
        default=(),
        description="Products and services.",
        examples=[[{"id": "connectivity", "name": "Connectivity"}]],
    )
    activities: tuple[Activity, ...] = Field(
        default=(),
        description="Activities, and what they depend on.",
        examples=[[{"id": "noc", "name": "Supervise the network", "critical": True, "rto": "4h"}]],
    )
    systems: tuple[System, ...] = Field(
        default=(), description="Systems.", examples=[[{"id": "ticketing", "name": "Ticketing"}]]
    )
    machines: tuple[Machine, ...] = Field(
        default=(), description="Machines.", examples=[[{"id": "oven", "name": "Deck oven"}]]
    )
    customers: tuple[Customer, ...] = Field(
        default=(),
        description="Customers whom the organisation cannot do without.",
        examples=[[{"id": "hospital", "name": "Streekziekenhuis"}]],
    )
    risks: tuple[Risk, ...] = Field(
        default=(),
        description="Risks.",
        examples=[
            [{"id": "ransom", "title": "Ransomware", "rating": {"likelihood": 2, "impact": 4}}]
        ],
    )
    gaps: tuple[Gap, ...] = Field(
        default=(),
        description="What keeps activities from their minimum level.",
        examples=[[{"id": "no-second-path", "title": "No second path to Mons"}]],
    )
    measures: tuple[Measure, ...] = Field(
        default=(),
        description="Measures against risks and gaps.",
        examples=[[{"id": "ring", "title": "Build a ring", "due": "2027-06-30"}]],
    )
    plans: tuple[ContinuityPlan, ...] = Field(
        default=(),
        description="Plans: BCP by unit, CM, DRP, BRP.",
        examples=[[{"id": "bcp-network", "kind": "bcp", "title": "Network", "unit": "network"}]],
    )
    duties: tuple[ReportingDuty, ...] = Field(
        default=(),
        description="Duties to report.",
        examples=[
            [{"id": "gdpr", "title": "GDPR", "source": "art. 33", "trigger": "A data breach"}]
        ],
    )
    exercises: tuple[Exercise, ...] = Field(
        default=(),
        description="Exercises and tests.",
        examples=[[{"id": "autumn-2026", "title": "Autumn tabletop", "planned": "2026-11-12"}]],
    )
    reviews: tuple[Review, ...] = Field(
        default=(),
        description="Reviews.",
        examples=[[{"id": "review-2026", "title": "Yearly review", "held": "2026-10-01"}]],
    )
    assessments: tuple[Assessment, ...] = Field(
        default=(),
        description="Assessments and audits.",
        examples=[[{"id": "first-audit", "title": "First audit", "planned": "2027-03-01"}]],
    )
    campaigns: tuple[Campaign, ...] = Field(
        default=(),
        description="Awareness campaigns.",
        examples=[[{"id": "badge-2026", "title": "Open the plan", "planned": "2026-12-01"}]],
    )
    resources: tuple[Resource, ...] = Field(
        default=(),
        description="What lies ready.",
        examples=[[{"id": "grab-bag", "title": "Grab bag"}]],
    )
    attachments: tuple[Attachment, ...] = Field(
        default=(),
        description="Papers that belong to the plan.",
        examples=[[{"id": "map", "title": "Network map", "file": "papers/map.pdf"}]],
    )
    revisions: tuple[Revision, ...] = Field(
        default=(),
        description="What changed, revision by revision.",
        examples=[[{"revision": "2026.3", "approved": "2026-10-01"}]],
    )
    synonyms: tuple[Synonyms, ...] = Field(
        default=(),
        description="Words that mean the same to someone who searches.",
        examples=[[{"words": ["lift", "elevator"]}]],
    )
