<?xml version="1.0" encoding="UTF-8"?>
<!-- Rows of the report's table of records, for some hundred records at a time. What the filter asks for is in data attributes. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:r="urn:masthead:report:1"
    exclude-result-prefixes="r">

  <xsl:import href="words.xsl"/>

  <xsl:output method="html" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/">
    <tbody><xsl:apply-templates select="r:records/r:record"/></tbody>
  </xsl:template>

  <xsl:template match="r:record">
    <tr id="r{@row}" data-status="{@status}" data-kind="{@kind}" data-language="{@languages}">
      <xsl:if test="r:message"><xsl:attribute name="data-code">
        <xsl:for-each select="r:message"><xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if><xsl:value-of select="@code"/></xsl:for-each>
      </xsl:attribute></xsl:if>
      <th scope="row"><xsl:value-of select="@name"/></th>
      <td><span class="severity {@status}"><xsl:value-of select="@status"/></span><xsl:if test="@skipped"> (earlier run)</xsl:if></td>
      <td><xsl:value-of select="translate(@kind, '-', ' ')"/></td>
      <td><xsl:value-of select="@symbol"/></td>
      <td><xsl:value-of select="@languages"/></td>
      <td class="number"><xsl:if test="@pages &gt; 0"><xsl:value-of select="@pages"/></xsl:if></td>
      <td class="number"><xsl:value-of select="format-number(@seconds, '0.000')"/></td>
      <td class="number">
        <xsl:if test="@status != 'failed'">
          <xsl:call-template name="share"><xsl:with-param name="value" select="@fidelity"/></xsl:call-template>
        </xsl:if>
      </td>
      <td class="links">
        <xsl:for-each select="r:product">
          <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
          <a href="{@href}" aria-label="{@format} of {../@name}"><xsl:value-of select="@format"/></a>
        </xsl:for-each>
      </td>
      <td><xsl:if test="r:message"><ul><xsl:apply-templates select="r:message"/></ul></xsl:if></td>
    </tr>
  </xsl:template>

  <xsl:template match="r:message">
    <li>
      <xsl:if test="@file"><xsl:value-of select="@file"/><xsl:text>, </xsl:text></xsl:if>
      <xsl:if test="@line">
        <xsl:text>line </xsl:text><xsl:value-of select="@line"/>
        <xsl:if test="@column"><xsl:text>, column </xsl:text><xsl:value-of select="@column"/></xsl:if>
        <xsl:text>: </xsl:text>
      </xsl:if>
      <span class="severity {@severity}"><xsl:value-of select="@severity"/></span><xsl:text> </xsl:text>
      <xsl:value-of select="."/><xsl:text> </xsl:text><code><xsl:value-of select="@code"/></code>
    </li>
  </xsl:template>
</xsl:stylesheet>
