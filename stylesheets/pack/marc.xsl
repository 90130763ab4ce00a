<?xml version="1.0" encoding="UTF-8"?>
<!-- MARCXML of all records. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    xmlns:marc="http://www.loc.gov/MARC21/slim"
    xmlns="http://www.loc.gov/MARC21/slim"
    exclude-result-prefixes="p marc">

  <xsl:import href="common.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="marc:record marc:collection"/>

  <xsl:template match="/">
    <collection><xsl:copy-of select="$package/p:record/marc:record"/></collection>
  </xsl:template>
</xsl:stylesheet>
