"""Speed and size beside the named peers; `make bench` runs it."""
