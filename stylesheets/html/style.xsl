<?xml version="1.0" encoding="UTF-8"?>
<!-- The look of the web page: readable on a phone and a desk, light and dark, and printed. Logical properties, so that
     Arabic needs no rules of its own. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="style">
:root { --ink: #1a1a1a; --paper: #fff; --faint: #595959; --line: #b3b3b3; --link: #0645ad; --wash: #f2f4f7; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --paper: #16181c; --faint: #a9adb3; --line: #565b63; --link: #8ab4f8; --wash: #22262c; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; overflow-wrap: break-word; color: var(--ink); background: var(--paper); font: 1.0625rem/1.6 "Times New Roman", "Liberation Serif", "Noto Serif", serif; }
[lang] { font-family: "Times New Roman", "Liberation Serif", "Noto Serif", serif; line-height: 1.6; }
:lang(ar) { font-family: Amiri, "Noto Naskh Arabic", "Traditional Arabic", serif; line-height: 1.9; }
:lang(zh) { font-family: "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; line-height: 1.8; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, .table:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { inset-inline-start: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--paper); z-index: 1; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; }
nav { padding: 1rem 1.25rem; background: var(--wash); border-bottom: 1px solid var(--line); font-size: 0.9375rem; }
nav h2 { margin: 0 0 0.5rem; font-size: 1rem; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav li { margin: 0.35rem 0; line-height: 1.35; }
nav .depth-1 { padding-inline-start: 1rem; }
nav .depth-2 { padding-inline-start: 2rem; }
@media (min-width: 75rem) {
  body { display: grid; grid-template-columns: 18rem minmax(0, 1fr); }
  nav { position: sticky; top: 0; height: 100vh; overflow: auto; border-bottom: 0; border-inline-end: 1px solid var(--line); }
  nav + main { margin: 0; padding-inline-start: 3rem; }
  body > main:only-of-type:nth-child(2) { grid-column: 1 / -1; margin: 0 auto; }
}
.masthead { border-bottom: 2px solid var(--ink); padding-bottom: 1rem; margin-bottom: 1.5rem; }
.masthead p { margin: 0.1rem 0; }
.masthead .symbol { font-size: 1.25rem; text-align: end; }
.masthead .organ { font-size: 1.6rem; font-weight: bold; margin: 0.4rem 0; line-height: 1.2; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.8em 0 0.6em; }
h1 { font-size: 1.5rem; margin-top: 0; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1.15rem; }
h4, h5, h6 { font-size: 1.0625rem; }
.subtitle, .crosshead { font-weight: bold; }
.num { font-variant-numeric: lining-nums; }
.list { list-style: none; margin: 0.6rem 0; padding-inline-start: 1.5rem; }
.list > li { display: grid; grid-template-columns: minmax(1.2rem, max-content) minmax(0, 1fr); column-gap: 0.6rem; margin: 0.4rem 0; }
.list > li > div > p:first-child { margin-top: 0; }
.list > li > div > p:last-child { margin-bottom: 0; }
.signature, .adoption { text-align: end; margin-top: 2rem; }
.adoption p { font-style: italic; }
.call { line-height: 0; font-size: 0.75em; }
.annex { margin-top: 4rem; padding-top: 1rem; border-top: 2px solid var(--line); }
.notes { margin-top: 3rem; padding-top: 0.5rem; border-top: 1px solid var(--line); font-size: 0.9375rem; }
.summary { border: 1px solid var(--line); padding: 0 1rem; }
blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.stage { font-style: italic; }
.meeting p { margin: 0.1rem 0; }
.presidentAndMembers p { margin: 0.2rem 0; }
.dotted { display: flex; column-gap: 0.4rem; max-width: 34rem; }
.dotted > .dots { flex: 1 1 2rem; overflow: hidden; white-space: nowrap; min-width: 2rem; color: var(--faint); }
.dotted > :last-child { flex: 0 1 min(13rem, 45%); }
.agenda p { font-weight: bold; }
.agenda p:first-child { font-size: 1.2rem; margin-top: 2rem; }
.correctionsNotice { border-top: 1px solid var(--line); font-size: 0.9375rem; margin: 2rem 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.speech > .from { display: inline; }
.speech > .from + p { display: inline; }
.table { overflow-x: auto; margin: 1.25rem 0; }
table { border-collapse: collapse; font-size: 0.9375rem; line-height: 1.4; }
caption { text-align: start; font-weight: bold; padding-bottom: 0.5rem; }
th, td { padding: 0.35rem 0.75rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th, thead td { border-bottom: 2px solid var(--ink); vertical-align: bottom; font-style: italic; font-weight: normal; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.total td { font-weight: bold; border-bottom: 2px solid var(--ink); }
@page { margin: 2cm; }
@media print {
  :root { --ink: #000; --paper: #fff; --faint: #444; --link: #000; }
  nav, .skip { display: none; }
  body { display: block; font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .annex { break-before: page; border-top: 0; }
  h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
  thead { display: table-header-group; }
  tr, .signature { break-inside: avoid; }
  .table { overflow: visible; }
}
</xsl:template>
</xsl:stylesheet>
