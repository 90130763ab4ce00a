<?xml version="1.0" encoding="UTF-8"?>
<!-- Archivematica's metadata.csv: a row for each file, with Dublin Core of its record. Columns repeat as often as a record has values. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    exclude-result-prefixes="p">

  <xsl:import href="common.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The record with the most values decides how many columns there are. -->
  <xsl:variable name="creator-columns">
    <xsl:for-each select="$package/p:record">
      <xsl:sort select="count(p:creator)" data-type="number" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="count(p:creator)"/></xsl:if>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="language-columns">
    <xsl:for-each select="$package/p:record">
      <xsl:sort select="count(p:language)" data-type="number" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="count(p:language)"/></xsl:if>
    </xsl:for-each>
  </xsl:variable>

  <xsl:template name="columns">
    <xsl:param name="count"/>
    <xsl:param name="name" select="''"/>
    <xsl:param name="values" select="/.."/>
    <xsl:if test="$count &gt; 0">
      <xsl:text>,</xsl:text>
      <xsl:choose>
        <xsl:when test="$name != ''"><xsl:value-of select="$name"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="p:csv(string($values[1]))"/></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="columns">
        <xsl:with-param name="count" select="$count - 1"/>
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="values" select="$values[position() &gt; 1]"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="/">
    <xsl:text>filename,dc.title</xsl:text>
    <xsl:call-template name="columns"><xsl:with-param name="count" select="$creator-columns"/><xsl:with-param name="name" select="'dc.creator'"/></xsl:call-template>
    <xsl:text>,dc.publisher,dc.date,dc.type,dc.format,dc.identifier,dc.identifier</xsl:text>
    <xsl:call-template name="columns"><xsl:with-param name="count" select="$language-columns"/><xsl:with-param name="name" select="'dc.language'"/></xsl:call-template>
    <xsl:text>,dc.rights,dcterms.accessRights&#10;</xsl:text>
    <xsl:apply-templates select="$files"/>
  </xsl:template>

  <xsl:template match="p:file">
    <xsl:value-of select="concat(p:csv(p:path(@path)), ',', p:csv(../@title))"/>
    <xsl:call-template name="columns"><xsl:with-param name="count" select="$creator-columns"/><xsl:with-param name="values" select="../p:creator"/></xsl:call-template>
    <xsl:value-of select="concat(',', p:csv('United Nations'), ',', p:csv(../@date), ',', p:csv(../@kind), ',', p:csv(@media-type), ',',
        p:csv(../@symbol), ',', p:csv(../@iri))"/>
    <xsl:call-template name="columns"><xsl:with-param name="count" select="$language-columns"/><xsl:with-param name="values" select="../p:language"/></xsl:call-template>
    <xsl:value-of select="concat(',', p:csv(p:setting('rights')), ',', p:csv(../@distribution), '&#10;')"/>
  </xsl:template>
</xsl:stylesheet>
