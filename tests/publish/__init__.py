"""Publishing: the order, the targets, the hosts."""
