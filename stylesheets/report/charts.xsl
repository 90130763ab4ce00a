<?xml version="1.0" encoding="UTF-8"?>
<!-- Charts of the report: SVG in the page. Each says in words what it shows; colours repeat what words and order say. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:masthead:report:1"
    exclude-result-prefixes="r">

  <!-- One bar, cut into what was done, done with warnings, and failed. -->
  <xsl:template name="status-chart">
    <xsl:variable name="ok" select="$all - $report/@warned - $report/@failed"/>
    <xsl:if test="$all &gt; 0">
      <figure>
        <svg class="status" viewBox="0 0 1000 40" preserveAspectRatio="none" role="img" aria-labelledby="status-words">
          <rect class="ok" x="0" y="0" width="{1000 * $ok div $all}" height="40"/>
          <rect class="warning" x="{1000 * $ok div $all}" y="0" width="{1000 * $report/@warned div $all}" height="40"/>
          <rect class="failed" x="{1000 * ($all - $report/@failed) div $all}" y="0" width="{1000 * $report/@failed div $all}" height="40"/>
        </svg>
        <figcaption id="status-words">
          <span class="key ok"></span> done without warnings: <xsl:call-template name="part"><xsl:with-param name="value" select="$ok"/></xsl:call-template>
          <span class="key warning"></span> with warnings: <xsl:call-template name="part"><xsl:with-param name="value" select="$report/@warned"/></xsl:call-template>
          <span class="key failed"></span> failed: <xsl:call-template name="part"><xsl:with-param name="value" select="$report/@failed"/></xsl:call-template>
        </figcaption>
      </figure>
    </xsl:if>
  </xsl:template>

  <xsl:template name="part">
    <xsl:param name="value"/>
    <xsl:value-of select="format-number($value, '#,##0')"/>
    <xsl:text> (</xsl:text><xsl:value-of select="format-number(100 * $value div $all, '0.0')"/><xsl:text> %) </xsl:text>
  </xsl:template>

  <!-- A bar behind a number of a table, which says the same. -->
  <xsl:template name="bar">
    <xsl:param name="value"/>
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect x="0" y="0" width="{100 * $value div $all}" height="10"/></svg>
  </xsl:template>

  <xsl:template name="histogram">
    <xsl:param name="bins"/>
    <xsl:param name="title"/>
    <xsl:param name="unit"/>
    <xsl:variable name="highest">
      <xsl:for-each select="$bins"><xsl:sort select="@records" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="@records"/></xsl:if></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="last" select="count($bins[@records &gt; 0][last()]/preceding-sibling::*) + 1"/>
    <xsl:variable name="shown" select="$bins[position() &lt;= $last]"/>
    <table class="histogram">
      <caption><xsl:value-of select="$title"/></caption>
      <thead><tr><th scope="col"><xsl:choose><xsl:when test="$unit = ''">Pages</xsl:when><xsl:otherwise>Time</xsl:otherwise></xsl:choose></th>
        <th scope="col" class="number">Records</th><td></td></tr></thead>
      <tbody>
        <xsl:for-each select="$shown">
          <tr>
            <th scope="row"><xsl:call-template name="bin"><xsl:with-param name="unit" select="$unit"/></xsl:call-template></th>
            <td class="number"><xsl:value-of select="format-number(@records, '#,##0')"/></td>
            <td><svg class="bin" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect x="0" y="0" width="{100 * @records div $highest}" height="10"/></svg></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Times are from ... to below ...; pages are whole. -->
  <xsl:template name="bin">
    <xsl:param name="unit"/>
    <xsl:choose>
      <xsl:when test="$unit = '' and not(@below)"><xsl:value-of select="@from"/> or more</xsl:when>
      <xsl:when test="$unit = '' and @below - @from &lt;= 1"><xsl:value-of select="@from"/></xsl:when>
      <xsl:when test="$unit = '' and @from = 0"><xsl:value-of select="@below - 1"/></xsl:when>
      <xsl:when test="$unit = ''"><xsl:value-of select="concat(@from, ' to ', @below - 1)"/></xsl:when>
      <xsl:when test="not(@below)"><xsl:value-of select="concat(@from, $unit, ' or more')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('under ', @below, $unit)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
