<?xml version="1.0" encoding="UTF-8"?>
<!-- Akoma Ntoso (AKN4UN) to unqualified Dublin Core in the OAI form. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
    xmlns:mhs="urn:masthead:stylesheet:1"
    exclude-result-prefixes="akn mhs">

  <xsl:import href="common/description.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template match="/">
    <oai_dc:dc>
      <dc:title xml:lang="{$record-language}"><xsl:value-of select="$title"/></dc:title>
      <xsl:for-each select="$creators"><dc:creator><xsl:value-of select="@showAs"/></dc:creator></xsl:for-each>
      <dc:publisher>United Nations</dc:publisher>
      <xsl:if test="$date != ''"><dc:date><xsl:value-of select="$date"/></dc:date></xsl:if>
      <dc:type>Text</dc:type>
      <dc:type><xsl:value-of select="$kind"/></dc:type>
      <dc:format>application/pdf</dc:format>
      <xsl:if test="$symbol != ''">
        <dc:identifier><xsl:value-of select="$symbol"/></dc:identifier>
        <dc:identifier><xsl:value-of select="mhs:address($symbol)"/></dc:identifier>
      </xsl:if>
      <dc:identifier><xsl:value-of select="$work/akn:FRBRuri/@value"/></dc:identifier>
      <xsl:for-each select="$languages"><dc:language><xsl:value-of select="."/></dc:language></xsl:for-each>
    </oai_dc:dc>
  </xsl:template>
</xsl:stylesheet>
