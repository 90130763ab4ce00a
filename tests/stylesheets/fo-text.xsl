<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of an AKN record or of the XSL-FO made from it, without space: first everything outside notes, then the
     notes in order. Left out: metadata of the record, page furniture and note marks of the FO. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/akn:akomaNtoso">
    <xsl:for-each select="//text()[not(ancestor::akn:meta)][not(ancestor::akn:authorialNote)]"><xsl:call-template name="bare"/></xsl:for-each>
    <xsl:for-each select="//akn:authorialNote">
      <xsl:text>&#10;note </xsl:text>
      <xsl:for-each select=".//text()"><xsl:call-template name="bare"/></xsl:for-each>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="/fo:root">
    <xsl:for-each select="//fo:flow//text()[not(ancestor::fo:footnote-body or ancestor::*[@role = 'Note'])]
        [not(ancestor::fo:basic-link[contains(@id, '-call')])]"><xsl:call-template name="bare"/></xsl:for-each>
    <xsl:for-each select="//fo:flow//fo:footnote-body | //fo:flow//fo:block[@role = 'Note']">
      <xsl:text>&#10;note </xsl:text>
      <xsl:for-each select=".//text()[not(ancestor::fo:inline[@role = 'Lbl'])]"><xsl:call-template name="bare"/></xsl:for-each>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="bare">
    <xsl:value-of select="translate(., ' &#9;&#10;&#13;&#xA0;', '')"/>
  </xsl:template>
</xsl:stylesheet>
