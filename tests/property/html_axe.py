#!/usr/bin/env python3
"""html_axe.py AXE.min.js PAGE.html...: no rule of axe-core (WCAG 2.2 A and AA, best practice) is broken.

Each page is opened in a headless Chromium with axe in it; the result is read from the page's own text.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse

RUN = '''<script>%s</script><script>axe.run().then(function (result) {
  var broken = result.violations.map(function (rule) { return [rule.id, rule.nodes.length, rule.nodes[0].html]; });
  document.body.innerHTML = '<pre id="said">' + encodeURIComponent(JSON.stringify(broken)) + '</pre>';
});</script></body>'''


def judge(axe, path, folder):
    with open(path, encoding='utf-8') as file:
        text = file.read().replace('</body>', RUN % axe)
    copy = os.path.join(folder, 'page.html')
    with open(copy, 'w', encoding='utf-8') as file:
        file.write(text)
    command = ['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--user-data-dir=' + folder,
               '--virtual-time-budget=20000', '--dump-dom', 'file://' + copy]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    said = re.search('<pre id="said">([^<]*)<', run.stdout)
    return json.loads(urllib.parse.unquote(said[1])) if said else [['no answer', 1, run.stderr[-300:]]]


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        axe = file.read()
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in sys.argv[2:]:
            for rule, nodes, first in judge(axe, path, folder):
                print('%s: %s, %d times: %s' % (path, rule, nodes, first))
                count += 1
    print('axe: %d pages, %d rules broken' % (len(sys.argv) - 2, count))
    return 1 if count else 0


if __name__ == '__main__':
    sys.exit(main())
