"""What can be worked out from a plan: dialled numbers, branches of call trees, who may act."""
