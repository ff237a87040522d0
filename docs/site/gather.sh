#!/usr/bin/env bash
# Gathers the site's pages in site/pages: those written by hand, and the generated ones for mkdocs beside them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rm -rf site/pages
mkdir -p site/pages/reference
cp docs/*.md site/pages/
cp -r docs/images site/pages/images
cp docs/site/nav.yml site/pages/.nav.yml
if [ -d docs/adr ]; then cp -r docs/adr site/pages/adr; fi
cp CONTRIBUTING.md site/pages/contributing.md
if [ -f SECURITY.md ]; then cp SECURITY.md site/pages/security.md; fi
cp -r bench/reports/2026-11-30 site/pages/benchmark
# The front page links to files of the checkout: pages of the site take their place, folders lose their link.
sed -e 's#](docs/#](#g' -e 's#](CONTRIBUTING.md)#](contributing.md)#g' -e 's#](SECURITY.md)#](security.md)#g' \
  -e 's#](bench/reports/2026-11-30/#](benchmark/#g' \
  -e 's#\[\([^]]*\)\](templates)#\1#g' -e 's#\[\([^]]*\)\](LICENSE)#\1#g' README.md > site/pages/index.md
for target in typescript python; do
  cp -r "site/generated/$target/docs" "site/pages/reference/$target"
  rm -f "site/pages/reference/$target/"llms*.txt
done
