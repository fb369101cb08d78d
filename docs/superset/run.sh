#!/bin/sh
# A Superset on 127.0.0.1 with the dataset and dashboard of this folder, over data/zhibiao.duckdb.
#   docs/superset/run.sh [FOLDER_FOR_SUPERSET] [DUCKDB_FILE] [PORT]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
SUPERSET_HOME=${1:-"$here/../../data/superset"}
database=${2:-"$here/../../data/zhibiao.duckdb"}
port=${3:-8088}
if ! test -f "$database"; then
  echo "there is no $database: run the pipeline (make run), or zhibiao load duckdb, first" >&2
  exit 2
fi
database=$(realpath "$database")
mkdir -p "$SUPERSET_HOME"
SUPERSET_HOME=$(cd "$SUPERSET_HOME" && pwd)
SUPERSET_CONFIG_PATH="$here/superset_config.py"
FLASK_APP=superset
export SUPERSET_HOME SUPERSET_CONFIG_PATH FLASK_APP

key="$SUPERSET_HOME/secret"
test -s "$key" || (umask 077 && od -An -N 32 -tx1 /dev/urandom | tr -d ' \n' > "$key")
SUPERSET_SECRET_KEY=$(cat "$key")
export SUPERSET_SECRET_KEY

# Each step leaves its mark when it is done, so that a first run that was cut off goes on where it stopped.
venv="$SUPERSET_HOME/venv"
installed="$SUPERSET_HOME/installed.txt"
if ! cat "$here/requirements.txt" "$here/constraints.txt" | cmp -s - "$installed"; then
  "${PYTHON:-python3.11}" -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet -r "$here/requirements.txt" -c "$here/constraints.txt"
  "$venv/bin/superset" db upgrade
  "$venv/bin/superset" init
  cat "$here/requirements.txt" "$here/constraints.txt" > "$installed"
fi
if ! test -e "$SUPERSET_HOME/admin"; then
  "$venv/bin/superset" fab create-admin --username admin --firstname A --lastname Z \
    --email admin@localhost.localdomain --password "${SUPERSET_PASSWORD:-admin}"
  touch "$SUPERSET_HOME/admin"
fi

"$venv/bin/python" "$here/bundle.py" "$here/zhibiao" "$database" "$SUPERSET_HOME/zhibiao.zip"
"$venv/bin/superset" import-dashboards --path "$SUPERSET_HOME/zhibiao.zip" --username admin
echo "http://127.0.0.1:$port/superset/dashboard/zhibiao/   (user admin)"
exec "$venv/bin/superset" run --host 127.0.0.1 --port "$port" --with-threads
