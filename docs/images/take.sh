#!/usr/bin/env bash
# A picture of a page for the documentation: take.sh PAGE.html PICTURE.png (headless Chromium, light theme).
set -euo pipefail
chromium --headless --no-sandbox --hide-scrollbars --force-device-scale-factor=1 --window-size=1280,1500 \
  --blink-settings=preferredColorScheme=1 --virtual-time-budget=2000 --screenshot="$2" "file://$(realpath "$1")" 2>/dev/null
echo "wrote $2"
