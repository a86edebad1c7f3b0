#!/usr/bin/env bash
# Builds v0.1.0, the release that ratios compare with, in a temporary folder, and prints the folder's path.
#
#   folder="$(scripts/baseline.sh)"
#   node "$folder/dist/cli.js" serve
#
# The build is made from a git worktree of the release's commit. Set BASELINE_DIR to choose the folder; a folder that
# already holds the finished build is used again. Remove it with: git worktree remove --force "$folder"
set -euo pipefail

commit=00d2044
cd "$(dirname "$0")/.."

if ! git cat-file -e "$commit^{commit}" 2>/dev/null; then
  echo "baseline: commit $commit is not in this clone. Fetch the whole history first: git fetch --unshallow" >&2
  exit 1
fi

folder="${BASELINE_DIR:-${TMPDIR:-/tmp}/covergraph-v0.1.0}"

if [ -e "$folder" ]; then
  if [ "$(git -C "$folder" rev-parse --verify -q HEAD 2>/dev/null)" != "$(git rev-parse "$commit")" ]; then
    echo "baseline: $folder exists and is not a worktree of $commit. Remove it, or set BASELINE_DIR to another folder." >&2
    exit 1
  fi
else
  git worktree prune
  git worktree add --detach "$folder" "$commit" >&2
fi

if [ ! -e "$folder/dist/.baseline-is-complete" ]; then
  (cd "$folder" && npm ci >&2 && touch dist/.baseline-is-complete)
fi

echo "$folder"
