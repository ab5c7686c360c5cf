#!/bin/sh
# Everything, in order: see README.md. Give the interpreter of the training environment, or have it first on the path.
set -eu
here=$(dirname "$0")
python=${1:-python}
export PYTHONPATH="$here/../../src"
"$python" "$here/train.py" base
"$python" "$here/train.py" final
"$python" "$here/train.py" folds
"$python" "$here/export.py"
