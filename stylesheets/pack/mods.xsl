<?xml version="1.0" encoding="UTF-8"?>
<!-- MODS of all records, with the rights statement and what packages call the record. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    xmlns:mods="http://www.loc.gov/mods/v3"
    xmlns="http://www.loc.gov/mods/v3"
    exclude-result-prefixes="p mods">

  <xsl:import href="common.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="mods:*"/>

  <xsl:template match="/">
    <modsCollection><xsl:apply-templates select="$package/p:record/mods:mods"/></modsCollection>
  </xsl:template>

  <xsl:template match="mods:mods">
    <mods version="{@version}">
      <xsl:copy-of select="mods:*[not(self::mods:recordInfo)]"/>
      <identifier type="uuid"><xsl:value-of select="../@id"/></identifier>
      <identifier type="local"><xsl:value-of select="../@slug"/></identifier>
      <xsl:if test="../@distribution"><accessCondition type="restriction on access"><xsl:value-of select="../@distribution"/></accessCondition></xsl:if>
      <xsl:if test="p:setting('rights') != ''">
        <accessCondition type="use and reproduction"><xsl:value-of select="p:setting('rights')"/></accessCondition>
      </xsl:if>
      <xsl:copy-of select="mods:recordInfo"/>
    </mods>
  </xsl:template>
</xsl:stylesheet>
