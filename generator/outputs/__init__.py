"""From views to files: each output is an ``Artifact``, a path and its bytes."""
