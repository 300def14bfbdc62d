"""The renderer's adapter: only this package knows MkDocs and its theme.

``plugin`` has the hooks, ``builder`` the phases of a build, ``nested`` the MkDocs build that each
edition and language gets, ``frames`` the theme's page with holes, into which ``pages`` puts the
finished articles, ``staging`` the folder that a build writes to, and ``preview`` the live server.
"""
