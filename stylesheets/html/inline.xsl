<?xml version="1.0" encoding="UTF-8"?>
<!-- Inline elements. What has no mark of its own in HTML keeps its text; a change of language becomes a span. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:mhs="urn:masthead:stylesheet:1"
    exclude-result-prefixes="akn mhs">

  <xsl:key name="by-eId" match="akn:*[@eId][not(ancestor::akn:meta)]" use="@eId"/>

  <xsl:template match="akn:meta"/>

  <xsl:template match="akn:*">
    <xsl:choose>
      <xsl:when test="@xml:lang"><span><xsl:call-template name="language"/><xsl:apply-templates/></span></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- lang and dir where an element states its language. -->
  <xsl:template name="language">
    <xsl:if test="@xml:lang">
      <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
      <xsl:attribute name="dir"><xsl:value-of select="mhs:language(.)/@direction"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="id">
    <xsl:if test="@eId"><xsl:attribute name="id"><xsl:value-of select="@eId"/></xsl:attribute></xsl:if>
  </xsl:template>

  <!-- "(Signed)" is set apart where the script has italics, and nowhere else. -->
  <xsl:template match="akn:signature//akn:docStatus[@refersTo = '#signed'][mhs:language(.)/mhs:emphasis/@style = 'italic']">
    <i><xsl:apply-templates/></i>
  </xsl:template>

  <xsl:template match="akn:i | akn:remark">
    <xsl:choose>
      <xsl:when test="mhs:language(.)/mhs:emphasis/@style = 'italic'"><i><xsl:apply-templates/></i></xsl:when>
      <xsl:otherwise><b><xsl:apply-templates/></b></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="akn:b"><b><xsl:apply-templates/></b></xsl:template>
  <xsl:template match="akn:u"><u><xsl:apply-templates/></u></xsl:template>
  <xsl:template match="akn:sup"><sup><xsl:apply-templates/></sup></xsl:template>
  <xsl:template match="akn:sub"><sub><xsl:apply-templates/></sub></xsl:template>
  <xsl:template match="akn:eol | akn:br"><br/></xsl:template>
  <xsl:template match="akn:eop"/>

  <xsl:template match="akn:date[@date] | akn:docDate[@date]">
    <time datetime="{@date}"><xsl:apply-templates/></time>
  </xsl:template>
  <xsl:template match="akn:recordedTime[@time]">
    <time datetime="{@time}"><xsl:apply-templates/></time>
  </xsl:template>

  <xsl:template match="akn:a[@href]"><a href="{@href}"><xsl:apply-templates/></a></xsl:template>

  <!-- A link holds no other link. -->
  <xsl:template match="akn:a//akn:a | akn:a//akn:ref | akn:ref//akn:a | akn:ref//akn:ref" priority="2"><xsl:apply-templates/></xsl:template>

  <!-- A reference leads to a place in this page, or to the document's public address. -->
  <xsl:template match="akn:ref | akn:rref | akn:mref">
    <xsl:variable name="local" select="key('by-eId', substring-after(self::*[starts-with(@href, '#')]/@href, '#'))[1]"/>
    <xsl:variable name="annex" select="self::*[starts-with(@href, '!annex_')]/ancestor::akn:*[akn:attachments][last()]
        /akn:attachments/akn:attachment[position()
        = number(substring-before(concat(substring-after(current()/@href, '!annex_'), '_'), '_'))]"/>
    <xsl:choose>
      <xsl:when test="($local | $annex)/@eId"><a href="#{($local | $annex)/@eId}"><xsl:apply-templates/></a></xsl:when>
      <xsl:when test="starts-with(@href, 'http')"><a href="{@href}"><xsl:apply-templates/></a></xsl:when>
      <xsl:when test="starts-with(@href, '/akn/') and mhs:is-symbol(normalize-space(.))">
        <a href="{mhs:address(normalize-space(.))}"><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
