#!/usr/bin/env python3
"""html_axe.py AXE.min.js LIST: each page that LIST names, in a headless Chromium.

At the width of a phone and of a desk, light and dark: no rule of axe-core (WCAG 2.2 A and AA, best
practice) is broken, nothing sticks out at the side. Then by keyboard: the first stop is the link to the
record, and what has the focus shows it.
"""
import json
import os
import subprocess
import sys
import tempfile
import urllib.parse

VIEWS = [(width, scheme) for width in (390, 1280) for scheme in ('light', 'dark')]
TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
JUDGE = '''axe.run({runOnly: %s}).then(result => JSON.stringify(result.violations.map(
    rule => [rule.id, rule.nodes.length, rule.nodes[0].html.slice(0, 200)])))''' % json.dumps(TAGS)
SIDE = 'document.documentElement.scrollWidth > document.documentElement.clientWidth'
FOCUS = '''(() => { const at = document.activeElement, box = at.getBoundingClientRect(), look = getComputedStyle(at);
    return JSON.stringify({link: at.getAttribute('href'), top: box.top, left: box.left, right: box.right,
                           width: innerWidth, outline: look.outlineStyle + ' ' + look.outlineWidth}); })()'''


class Browser:
    """One Chromium, spoken to over two pipes: messages of the DevTools protocol, each ended by a zero."""

    def __init__(self, profile):
        to_read, to_write = os.pipe()
        from_read, from_write = os.pipe()
        # the shell gives the pipes the numbers Chromium expects
        command = 'exec chromium --headless --no-sandbox --disable-gpu --remote-debugging-pipe ' \
                  '--user-data-dir="$0" about:blank 3<&%d 4>&%d' % (to_read, from_write)
        self.process = subprocess.Popen(['bash', '-c', command, profile], pass_fds=(to_read, from_write),
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(from_write)
        self.output, self.input = os.fdopen(to_write, 'wb'), os.fdopen(from_read, 'rb')
        self.count, self.rest, self.session = 0, b'', None
        target = self.call('Target.createTarget', url='about:blank')['targetId']
        self.session = self.call('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
        self.call('Page.enable')

    def message(self):
        while b'\0' not in self.rest:
            got = self.input.read1(1 << 16)
            if not got:
                raise RuntimeError('Chromium has gone')
            self.rest += got
        message, self.rest = self.rest.split(b'\0', 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.count += 1
        request = {'id': self.count, 'method': method, 'params': parameters}
        if self.session:
            request['sessionId'] = self.session
        self.output.write(json.dumps(request).encode() + b'\0')
        self.output.flush()
        while True:
            message = self.message()
            if message.get('id') == self.count:
                if 'error' in message:
                    raise RuntimeError('%s: %s' % (method, message['error']['message']))
                return message['result']

    def open(self, path):
        answer = self.call('Page.navigate', url='file://' + urllib.parse.quote(os.path.abspath(path)))
        if 'errorText' in answer:
            raise RuntimeError('%s: %s' % (path, answer['errorText']))
        while self.message().get('method') != 'Page.loadEventFired':
            pass

    def value(self, expression):
        answer = self.call('Runtime.evaluate', expression=expression, awaitPromise=True, returnByValue=True)
        if 'exceptionDetails' in answer:
            raise RuntimeError(answer['exceptionDetails'].get('exception', {}).get('description', expression))
        return answer['result'].get('value')

    def press(self, key):
        for kind in ('rawKeyDown', 'keyUp'):
            self.call('Input.dispatchKeyEvent', type=kind, key=key, code=key, windowsVirtualKeyCode=9)

    def close(self):
        self.output.close()
        self.process.wait(30)


def focus_faults(browser):
    browser.press('Tab')
    focus = json.loads(browser.value(FOCUS))
    if focus['link'] != '#record':
        yield 'the first stop is not the link to the record: %s' % focus
    elif focus['top'] < 0 or focus['left'] < 0 or focus['right'] > focus['width']:
        yield 'the link to the record is not to be seen: %s' % focus
    if focus['outline'].startswith('none') or focus['outline'].endswith(' 0px'):
        yield 'the focus does not show: %s' % focus


def faults(browser, axe, path):
    browser.open(path)
    browser.value(axe + ';0')
    for width, scheme in VIEWS:
        browser.call('Emulation.setDeviceMetricsOverride', width=width, height=900, deviceScaleFactor=1, mobile=False)
        browser.call('Emulation.setEmulatedMedia', features=[{'name': 'prefers-color-scheme', 'value': scheme}])
        for rule, nodes, first in json.loads(browser.value(JUDGE)):
            yield '%d %s: %s, %d times: %s' % (width, scheme, rule, nodes, first)
        if browser.value(SIDE):
            yield '%d %s: the page is wider than the window' % (width, scheme)
    yield from focus_faults(browser)


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        axe = file.read()
    with open(sys.argv[2], encoding='utf-8') as file:
        paths = file.read().splitlines()
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        browser = Browser(folder)
        for path in paths:
            for fault in faults(browser, axe, path):
                print('%s: %s' % (path, fault))
                count += 1
        browser.close()
    print('axe: %d pages in %d views, %d faults' % (len(paths), len(VIEWS), count))
    return 1 if count or not paths else 0


if __name__ == '__main__':
    sys.exit(main())
