<?xml version="1.0" encoding="UTF-8"?>
<!-- Akoma Ntoso (AKN4UN) to what a package's description says of a record. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:mh="urn:masthead:record:1"
    xmlns:mhs="urn:masthead:stylesheet:1"
    xmlns="urn:masthead:package:1"
    exclude-result-prefixes="akn mh mhs">

  <xsl:import href="../common/description.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:variable name="source" select="$identification/akn:FRBRManifestation//mh:source"/>
    <xsl:variable name="distribution" select="$record/akn:meta/akn:references/akn:TLCConcept[starts-with(@eId, 'distribution')]"/>
    <record iri="{$expression/akn:FRBRuri/@value}" work="{$work/akn:FRBRuri/@value}" title="{normalize-space($title)}"
        language="{$record-language}" kind="{$kind}" converter="{$record/akn:meta/akn:references/akn:TLCObject[@eId = 'converter']/@showAs}"
        furniture="{count($identification/akn:FRBRManifestation//mh:furniture)}">
      <xsl:if test="$symbol != ''">
        <xsl:attribute name="symbol"><xsl:value-of select="$symbol"/></xsl:attribute>
        <xsl:attribute name="address"><xsl:value-of select="mhs:address($symbol)"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$date != ''"><xsl:attribute name="date"><xsl:value-of select="$date"/></xsl:attribute></xsl:if>
      <xsl:if test="$issued != ''"><xsl:attribute name="issued"><xsl:value-of select="$issued"/></xsl:attribute></xsl:if>
      <xsl:if test="$source">
        <xsl:attribute name="source"><xsl:value-of select="$source[1]/@name"/></xsl:attribute>
        <xsl:attribute name="source-sha256"><xsl:value-of select="$source[1]/@sha256"/></xsl:attribute>
        <xsl:attribute name="encoding"><xsl:value-of select="$source[1]/@encoding"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="$distribution">
        <xsl:attribute name="distribution"><xsl:value-of select="$distribution[1]/@showAs"/></xsl:attribute>
      </xsl:if>
      <xsl:for-each select="$creators"><creator><xsl:value-of select="@showAs"/></creator></xsl:for-each>
      <xsl:for-each select="$languages"><language><xsl:value-of select="."/></language></xsl:for-each>
    </record>
  </xsl:template>
</xsl:stylesheet>
