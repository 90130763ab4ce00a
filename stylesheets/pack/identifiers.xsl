<?xml version="1.0" encoding="UTF-8"?>
<!-- Archivematica's identifiers.json: what each file is known by. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    exclude-result-prefixes="p">

  <xsl:import href="common.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:text>[</xsl:text>
    <xsl:for-each select="$files">
      <xsl:value-of select="concat('&#10;{&quot;file&quot;: ', p:json(p:path(@path)), ', &quot;identifiers&quot;: [')"/>
      <xsl:if test="../@symbol">
        <xsl:value-of select="concat('{&quot;identifier&quot;: ', p:json(../@symbol), ', &quot;identifierType&quot;: &quot;UN-SYMBOL&quot;}, ')"/>
      </xsl:if>
      <xsl:value-of select="concat('{&quot;identifier&quot;: ', p:json(../@iri), ', &quot;identifierType&quot;: &quot;AKN-IRI&quot;}, ')"/>
      <xsl:value-of select="concat('{&quot;identifier&quot;: ', p:json(@id), ', &quot;identifierType&quot;: &quot;UUID&quot;}]}')"/>
      <xsl:if test="position() != last()">,</xsl:if>
    </xsl:for-each>
    <xsl:text>&#10;]&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
