<?xml version="1.0" encoding="UTF-8"?>
<!-- Akoma Ntoso (AKN4UN) to MODS 3.7. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns="http://www.loc.gov/mods/v3"
    xmlns:mhs="urn:masthead:stylesheet:1"
    exclude-result-prefixes="akn mhs">

  <xsl:import href="common/description.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template match="/">
    <mods version="3.7">
      <titleInfo xml:lang="{$record-language}"><title><xsl:value-of select="$title"/></title></titleInfo>
      <xsl:for-each select="$creators">
        <name type="corporate">
          <namePart><xsl:value-of select="@showAs"/></namePart>
          <role><roleTerm type="text" authority="marcrelator">creator</roleTerm></role>
        </name>
      </xsl:for-each>
      <typeOfResource>text</typeOfResource>
      <genre><xsl:value-of select="$kind"/></genre>
      <originInfo>
        <publisher>United Nations</publisher>
        <xsl:if test="$issued != ''"><dateIssued encoding="w3cdtf"><xsl:value-of select="$issued"/></dateIssued></xsl:if>
        <xsl:if test="$date != ''"><dateCreated encoding="w3cdtf"><xsl:value-of select="$date"/></dateCreated></xsl:if>
      </originInfo>
      <xsl:for-each select="$languages">
        <language><languageTerm type="code" authority="iso639-2b">
          <xsl:choose>
            <xsl:when test=". = 'zho'">chi</xsl:when>
            <xsl:when test=". = 'fra'">fre</xsl:when>
            <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
          </xsl:choose>
        </languageTerm></language>
      </xsl:for-each>
      <physicalDescription><internetMediaType>application/pdf</internetMediaType><digitalOrigin>born digital</digitalOrigin></physicalDescription>
      <xsl:if test="$symbol != ''">
        <identifier type="document symbol"><xsl:value-of select="$symbol"/></identifier>
        <location><url><xsl:value-of select="mhs:address($symbol)"/></url></location>
      </xsl:if>
      <identifier type="iri"><xsl:value-of select="$work/akn:FRBRuri/@value"/></identifier>
      <recordInfo><recordOrigin>Read from the text of the record by Masthead</recordOrigin></recordInfo>
    </mods>
  </xsl:template>
</xsl:stylesheet>
