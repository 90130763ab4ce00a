<?xml version="1.0" encoding="UTF-8"?>
<!-- Filters the table of records; the form is hidden until there is a script to serve it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="script"><![CDATA[
(function () {
  'use strict';
  var form = document.getElementById('filter');
  var rows = Array.prototype.slice.call(document.querySelectorAll('#table tbody tr'));
  var said = form.querySelector('output');
  var waiting = 0;
  function has(list, word) {
    return !word || (' ' + (list || '') + ' ').indexOf(' ' + word + ' ') >= 0;
  }
  function shows(row, wanted) {
    var data = row.dataset;
    return has(data.status, wanted.status) && has(data.kind, wanted.kind) && has(data.language, wanted.language) &&
      has(data.code, wanted.code) &&
      (!wanted.text || (row.cells[0].textContent + ' ' + row.cells[3].textContent).toLowerCase().indexOf(wanted.text) >= 0);
  }
  function filter() {
    var fields = form.elements;
    var wanted = { status: fields.status.value, kind: fields.kind.value, language: fields.language.value,
      code: fields.code.value, text: fields.text.value.trim().toLowerCase() };
    var count = 0;
    rows.forEach(function (row) {
      var is_shown = shows(row, wanted);
      row.hidden = !is_shown;
      count += is_shown ? 1 : 0;
    });
    said.textContent = count + ' of ' + rows.length + ' records';
  }
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  }
  form.hidden = false;
  form.addEventListener('input', soon);
  form.addEventListener('reset', soon);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  window.addEventListener('hashchange', function () {
    var row = document.getElementById(location.hash.slice(1));
    if (row && row.hidden) { form.reset(); filter(); row.scrollIntoView(); }
  });
  filter();
})();
]]></xsl:template>
</xsl:stylesheet>
