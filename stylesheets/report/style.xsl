<?xml version="1.0" encoding="UTF-8"?>
<!-- The look of the report: readable on a desk and a phone, light and dark, and printed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="style">
:root { --ink: #1a1a1a; --paper: #fff; --faint: #595959; --line: #b3b3b3; --link: #0645ad; --wash: #f2f4f7;
  --ok: #2c6e49; --warning: #8a5a00; --failed: #a4161a; --chart: #5b7fb5; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --paper: #16181c; --faint: #a9adb3; --line: #565b63; --link: #8ab4f8; --wash: #22262c;
    --ok: #6fcf97; --warning: #f2c14e; --failed: #ff8a80; --chart: #7f9fd0; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 100rem; padding: 1rem 1.5rem 4rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 "Liberation Sans", Arial, "Noto Sans", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 0.5rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 0.75rem; border-bottom: 1px solid var(--line); }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { inset-inline-start: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--paper); z-index: 1; }
.lead { font-size: 1.125rem; }
.alarm { border: 2px solid var(--failed); padding: 0.5rem 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0; padding: 0; list-style: none; }
.columns { display: flex; flex-wrap: wrap; gap: 1rem 3rem; align-items: flex-start; }
table { border-collapse: collapse; font-size: 0.9375rem; margin: 0.5rem 0; }
caption { text-align: start; font-weight: bold; padding-bottom: 0.35rem; max-width: 36rem; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); font-weight: normal; font-style: italic; vertical-align: bottom; }
tbody th { font-weight: normal; overflow-wrap: anywhere; }
td ul { margin: 0; padding: 0; list-style: none; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.links { white-space: nowrap; }
.links a { margin-inline-end: 0.35rem; }
.scroll { overflow-x: auto; }
#table { min-width: 100%; }
#table tbody th { min-width: 14rem; }
#table tbody tr:target { background: var(--wash); outline: 2px solid var(--link); }
figure { margin: 0 0 1.5rem; }
svg.status { display: block; width: 100%; height: 2rem; }
svg.bar { width: 6rem; height: 0.6rem; margin-inline-end: 0.5rem; }
svg.bin { display: block; width: 16rem; max-width: 40vw; height: 0.9rem; margin-top: 0.25rem; }
svg.bar rect, svg.bin rect { fill: var(--chart); }
rect.ok { fill: var(--ok); } rect.warning { fill: var(--warning); } rect.failed { fill: var(--failed); }
.key { display: inline-block; width: 0.8em; height: 0.8em; margin-inline-start: 1em; }
.key:first-child { margin-inline-start: 0; }
.key.ok { background: var(--ok); } .key.warning { background: var(--warning); } .key.failed { background: var(--failed); }
.severity { font-weight: bold; }
.severity.ok { color: var(--ok); } .severity.warning { color: var(--warning); }
.severity.failed, .severity.error, .severity.fatal { color: var(--failed); }
.severity.note { color: var(--faint); }
details { margin: 0.5rem 0; }
summary { cursor: pointer; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; align-items: end; padding: 0.75rem 1rem; background: var(--wash); }
form[hidden] { display: none; }
label { display: flex; flex-direction: column; font-size: 0.875rem; }
select, input, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--faint); padding: 0.25rem 0.5rem; min-height: 2rem; }
@media print {
  nav, form, .skip { display: none; }
  body { max-width: none; padding: 0; font-size: 9pt; color: #000; background: #fff; }
  .scroll { overflow: visible; }
  h2, caption, thead { break-after: avoid; }
  tr { break-inside: avoid; }
}
</xsl:template>
</xsl:stylesheet>
