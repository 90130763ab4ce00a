<?xml version="1.0" encoding="UTF-8"?>
<!-- What a run did, as one self-contained web page: nothing is fetched from elsewhere, and it reads without its script, which
     only filters. The input is the counts that "masthead report" makes (namespace urn:masthead:report:1). The rows of the
     table of records are made by report/rows.xsl and put where the processing instruction masthead-rows stands. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:masthead:report:1"
    exclude-result-prefixes="r">

  <xsl:import href="report/words.xsl"/>
  <xsl:import href="report/charts.xsl"/>
  <xsl:import href="report/style.xsl"/>
  <xsl:import href="report/script.xsl"/>

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="*"/>

  <xsl:variable name="report" select="/r:report"/>
  <xsl:variable name="all" select="number($report/@records)"/>

  <xsl:template match="/">
    <html lang="en">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="$report/@title"/></title>
        <style><xsl:call-template name="style"/></style>
      </head>
      <body>
        <a class="skip" href="#records">Skip to the records</a>
        <header>
          <h1><xsl:value-of select="$report/@title"/></h1>
          <p class="lead"><xsl:call-template name="outcome"/></p>
          <xsl:if test="$report/@complete = 'false'">
            <p class="alarm" role="note"><strong>Not complete.</strong> Some records that were to be done are in none of the
              reports; see <a href="#reports">Reports</a>.</p>
          </xsl:if>
          <nav aria-label="Parts of this page">
            <ul>
              <li><a href="#counts">Counts</a></li>
              <li><a href="#time">Time and length</a></li>
              <xsl:if test="$report/r:codes/r:code"><li><a href="#messages">Messages</a></li></xsl:if>
              <li><a href="#extremes">Slowest and worst</a></li>
              <li><a href="#records">Records</a></li>
              <li><a href="#reports">Reports</a></li>
            </ul>
          </nav>
        </header>
        <main>
          <section aria-labelledby="counts"><xsl:call-template name="counts"/></section>
          <section aria-labelledby="time"><xsl:call-template name="distributions"/></section>
          <xsl:if test="$report/r:codes/r:code">
            <section aria-labelledby="messages"><xsl:apply-templates select="$report/r:codes"/></section>
          </xsl:if>
          <section aria-labelledby="extremes"><xsl:call-template name="extremes"/></section>
          <section aria-labelledby="records"><xsl:call-template name="records"/></section>
          <section aria-labelledby="reports"><xsl:apply-templates select="$report/r:reports"/></section>
        </main>
        <script><xsl:call-template name="script"/></script>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="outcome">
    <xsl:call-template name="plural"><xsl:with-param name="count" select="$all"/><xsl:with-param name="noun" select="'record'"/></xsl:call-template>
    <xsl:text>: </xsl:text>
    <xsl:value-of select="format-number($all - $report/@warned - $report/@failed, '#,##0')"/><xsl:text> done, </xsl:text>
    <xsl:value-of select="format-number($report/@warned, '#,##0')"/><xsl:text> done with warnings, </xsl:text>
    <xsl:value-of select="format-number($report/@failed, '#,##0')"/><xsl:text> failed. </xsl:text>
    <xsl:if test="$report/@pages &gt; 0">
      <xsl:call-template name="plural"><xsl:with-param name="count" select="$report/@pages"/><xsl:with-param name="noun" select="'page'"/></xsl:call-template>
      <xsl:text>, </xsl:text>
    </xsl:if>
    <xsl:call-template name="duration"><xsl:with-param name="seconds" select="$report/@seconds"/></xsl:call-template>
    <xsl:text> of work.</xsl:text>
    <xsl:if test="$report/@skipped &gt; 0">
      <xsl:text> </xsl:text><xsl:value-of select="format-number($report/@skipped, '#,##0')"/>
      <xsl:text> of the records had been done by an earlier run.</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- ................................................................ counts -->

  <xsl:template name="counts">
    <h2 id="counts">Counts</h2>
    <xsl:call-template name="status-chart"/>
    <div class="columns">
      <xsl:apply-templates select="$report/r:kinds"/>
      <xsl:apply-templates select="$report/r:languages"/>
      <xsl:if test="$report/r:formats/r:format"><xsl:apply-templates select="$report/r:formats"/></xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="r:kinds | r:languages">
    <table>
      <caption><xsl:choose><xsl:when test="self::r:kinds">By kind</xsl:when><xsl:otherwise>By main language</xsl:otherwise></xsl:choose></caption>
      <thead>
        <tr><th scope="col"><xsl:choose><xsl:when test="self::r:kinds">Kind</xsl:when><xsl:otherwise>Language</xsl:otherwise></xsl:choose></th>
          <th scope="col" class="number">Records</th><th scope="col" class="number">Warnings</th><th scope="col" class="number">Failed</th>
          <th scope="col" class="number">Pages</th><th scope="col" class="number">Seconds each</th></tr>
      </thead>
      <tbody><xsl:apply-templates select="r:group"/></tbody>
    </table>
  </xsl:template>

  <xsl:template match="r:group">
    <tr>
      <th scope="row">
        <xsl:choose>
          <xsl:when test="@name = ''">not known</xsl:when>
          <xsl:when test="parent::r:languages"><xsl:call-template name="language"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="translate(@name, '-', ' ')"/></xsl:otherwise>
        </xsl:choose>
      </th>
      <td class="number"><xsl:call-template name="bar"><xsl:with-param name="value" select="@records"/></xsl:call-template>
        <xsl:value-of select="format-number(@records, '#,##0')"/></td>
      <td class="number"><xsl:value-of select="format-number(@warned, '#,##0')"/></td>
      <td class="number"><xsl:value-of select="format-number(@failed, '#,##0')"/></td>
      <td class="number"><xsl:value-of select="format-number(@pages, '#,##0')"/></td>
      <td class="number"><xsl:value-of select="format-number(@seconds div @records, '0.000')"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="r:formats">
    <table>
      <caption>Files written</caption>
      <thead><tr><th scope="col">Format</th><th scope="col" class="number">Files</th><th scope="col" class="number">Size</th></tr></thead>
      <tbody>
        <xsl:for-each select="r:format">
          <tr><th scope="row"><xsl:value-of select="@name"/></th>
            <td class="number"><xsl:value-of select="format-number(@files, '#,##0')"/></td>
            <td class="number"><xsl:call-template name="size"><xsl:with-param name="bytes" select="@bytes"/></xsl:call-template></td></tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- ................................................................ time and length -->

  <xsl:template name="distributions">
    <h2 id="time">Time and length</h2>
    <div class="columns">
      <xsl:call-template name="histogram">
        <xsl:with-param name="bins" select="$report/r:times/r:bin"/>
        <xsl:with-param name="title" select="'Records by the time they took'"/>
        <xsl:with-param name="unit" select="' s'"/>
      </xsl:call-template>
      <xsl:if test="$report/r:lengths/r:bin/@records[. &gt; 0]">
        <xsl:call-template name="histogram">
          <xsl:with-param name="bins" select="$report/r:lengths/r:bin"/>
          <xsl:with-param name="title" select="'Records by number of pages'"/>
          <xsl:with-param name="unit" select="''"/>
        </xsl:call-template>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- ................................................................ messages -->

  <xsl:template match="r:codes">
    <h2 id="messages">Messages</h2>
    <p>By code, with the first ten of each. All of them stand with their records <a href="#records">below</a>.</p>
    <xsl:apply-templates select="r:code"/>
  </xsl:template>

  <xsl:template match="r:code">
    <details>
      <xsl:if test="@severity = 'error' or @severity = 'fatal'"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
      <summary>
        <span class="severity {@severity}"><xsl:value-of select="@severity"/></span><xsl:text> </xsl:text>
        <b><xsl:value-of select="@id"/></b><xsl:text>: </xsl:text>
        <xsl:call-template name="plural"><xsl:with-param name="count" select="@messages"/><xsl:with-param name="noun" select="'time'"/></xsl:call-template>
        <xsl:text> in </xsl:text>
        <xsl:call-template name="plural"><xsl:with-param name="count" select="@records"/><xsl:with-param name="noun" select="'record'"/></xsl:call-template>
        <xsl:text>, such as </xsl:text><q><xsl:value-of select="r:record[1]"/></q>
      </summary>
      <ul>
        <xsl:for-each select="r:record">
          <li>
            <a href="#r{@row}"><xsl:value-of select="@name"/></a>
            <xsl:if test="@line"><xsl:text>, line </xsl:text><xsl:value-of select="@line"/></xsl:if>
            <xsl:text>: </xsl:text><xsl:value-of select="."/>
            <xsl:call-template name="product-links"/>
          </li>
        </xsl:for-each>
      </ul>
    </details>
  </xsl:template>

  <xsl:template name="product-links">
    <xsl:if test="@html | @pdf">
      <span class="links">
        <xsl:if test="@html"><xsl:text> </xsl:text><a href="{@html}" aria-label="HTML of {@name}">HTML</a></xsl:if>
        <xsl:if test="@pdf"><xsl:text> </xsl:text><a href="{@pdf}" aria-label="PDF of {@name}">PDF</a></xsl:if>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- ................................................................ slowest and worst -->

  <xsl:template name="extremes">
    <h2 id="extremes">Slowest and worst</h2>
    <div class="columns">
      <table>
        <caption>Slowest records</caption>
        <thead><tr><th scope="col">Record</th><th scope="col" class="number">Seconds</th><th scope="col" class="number">Pages</th><th scope="col">Files</th></tr></thead>
        <tbody>
          <xsl:for-each select="$report/r:slowest/r:record">
            <tr><th scope="row"><a href="#r{@row}"><xsl:value-of select="@name"/></a></th>
              <td class="number"><xsl:value-of select="format-number(@seconds, '0.000')"/></td>
              <td class="number"><xsl:value-of select="@pages"/></td>
              <td><xsl:call-template name="product-links"/></td></tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:choose>
        <xsl:when test="$report/r:worst/r:record">
          <table>
            <caption>Records done with the most doubts: least of the source accounted for, then most messages</caption>
            <thead><tr><th scope="col">Record</th><th scope="col" class="number">Accounted for</th><th scope="col" class="number">Messages</th><th scope="col">Files</th></tr></thead>
            <tbody>
              <xsl:for-each select="$report/r:worst/r:record">
                <tr><th scope="row"><a href="#r{@row}"><xsl:value-of select="@name"/></a></th>
                  <td class="number"><xsl:call-template name="share"><xsl:with-param name="value" select="@fidelity"/></xsl:call-template></td>
                  <td class="number"><xsl:value-of select="@messages"/></td>
                  <td><xsl:call-template name="product-links"/></td></tr>
              </xsl:for-each>
            </tbody>
          </table>
        </xsl:when>
        <xsl:otherwise><p>No record was done with a warning, and none lacks a character of its source.</p></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- ................................................................ records -->

  <xsl:template name="records">
    <h2 id="records">Records</h2>
    <form id="filter" hidden="hidden">
      <label>Status <select name="status"><option value="">all</option>
        <xsl:for-each select="$report/r:statuses/r:group"><option><xsl:value-of select="@name"/></option></xsl:for-each></select></label>
      <label>Kind <select name="kind"><option value="">all</option>
        <xsl:for-each select="$report/r:kinds/r:group[@name != '']"><option value="{@name}"><xsl:value-of select="translate(@name, '-', ' ')"/></option></xsl:for-each></select></label>
      <label>Language <select name="language"><option value="">all</option>
        <xsl:for-each select="$report/r:languages/r:group[@name != '']">
          <option value="{@name}"><xsl:call-template name="language"/></option>
        </xsl:for-each></select></label>
      <label>Message <select name="code"><option value="">all</option>
        <xsl:for-each select="$report/r:codes/r:code"><option><xsl:value-of select="@id"/></option></xsl:for-each></select></label>
      <label>Name or symbol <input name="text" type="search"/></label>
      <button type="reset">Show all</button>
      <output aria-live="polite"></output>
    </form>
    <div class="scroll" role="region" aria-label="Table of records" tabindex="0">
      <table id="table">
        <caption>All records, by name</caption>
        <thead>
          <tr><th scope="col">Record</th><th scope="col">Status</th><th scope="col">Kind</th><th scope="col">Symbol</th><th scope="col">Languages</th>
            <th scope="col" class="number">Pages</th><th scope="col" class="number">Seconds</th><th scope="col" class="number">Accounted for</th>
            <th scope="col">Files</th><th scope="col">Messages</th></tr>
        </thead>
        <xsl:processing-instruction name="masthead-rows"/>
      </table>
    </div>
  </xsl:template>

  <!-- ................................................................ reports -->

  <xsl:template match="r:reports">
    <h2 id="reports">Reports</h2>
    <p>What this page was made from. A record in several of them counts once; the later one is right.</p>
    <div class="scroll" role="region" aria-label="Table of reports" tabindex="0">
      <table>
        <caption>Reports, in the order they were read</caption>
        <thead><tr><th scope="col">File</th><th scope="col">Part</th><th scope="col" class="number">Records told</th><th scope="col" class="number">of</th>
          <th scope="col">State</th><th scope="col">Masthead</th><th scope="col">Options (SHA-256)</th></tr></thead>
        <tbody>
          <xsl:for-each select="r:report">
            <tr><th scope="row"><xsl:value-of select="@path"/></th>
              <td><xsl:choose><xsl:when test="@shard">shard <xsl:value-of select="@shard"/> of <xsl:value-of select="@of"/></xsl:when><xsl:otherwise>all</xsl:otherwise></xsl:choose></td>
              <td class="number"><xsl:value-of select="format-number(@lines, '#,##0')"/></td>
              <td class="number"><xsl:if test="@planned"><xsl:value-of select="format-number(@planned, '#,##0')"/></xsl:if></td>
              <td><xsl:choose><xsl:when test="@running">not ended</xsl:when><xsl:when test="@planned &gt; @lines">stopped early</xsl:when><xsl:otherwise>ended</xsl:otherwise></xsl:choose></td>
              <td><xsl:value-of select="@version"/></td>
              <td><code><xsl:value-of select="substring(@options, 1, 12)"/></code></td></tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>
</xsl:stylesheet>
