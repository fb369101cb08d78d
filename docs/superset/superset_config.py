"""Settings of a Superset that only this machine can reach."""

import os

SECRET_KEY = os.environ["SUPERSET_SECRET_KEY"]
SQLALCHEMY_DATABASE_URI = f"sqlite:///{os.environ['SUPERSET_HOME']}/superset.db"
# DuckDB reads local files, which Superset takes for unsafe on servers with many users.
PREVENT_UNSAFE_DB_CONNECTIONS = False
TALISMAN_ENABLED = False
