"""What several page kinds show: contacts, people, steps. Pages import parts, never one another."""
