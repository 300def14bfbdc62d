"""The binder: a whole edition on paper, made of the same articles as its pages."""
