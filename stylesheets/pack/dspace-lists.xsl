<?xml version="1.0" encoding="UTF-8"?>
<!-- The lists of a DSpace item: its files with their bundles ($topic contents), its collection ($topic collections). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    exclude-result-prefixes="p">

  <xsl:import href="common.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:choose>
      <xsl:when test="$topic = 'collections'"><xsl:value-of select="concat(p:setting('collection'), '&#10;')"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="contents"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- DSpace opens the primary file first: the PDF. -->
  <xsl:template name="contents">
    <xsl:for-each select="$files">
      <xsl:value-of select="concat(p:path(@path), '&#9;bundle:ORIGINAL&#9;description:', @format-name)"/>
      <xsl:if test="@representation = 'pdf'"><xsl:text>&#9;primary:true</xsl:text></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="$package/p:written">
      <xsl:variable name="name" select="p:path(@path)"/>
      <xsl:if test="$name = 'premis.xml' or $name = 'mods.xml' or $name = 'marc.xml'">
        <xsl:value-of select="concat($name, '&#9;bundle:METADATA&#10;')"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
