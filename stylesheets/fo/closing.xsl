<?xml version="1.0" encoding="UTF-8"?>
<!-- The end of a text: signatures, place and date, adoption, the closing rule. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:exsl="http://exslt.org/common"
    xmlns:func="http://exslt.org/functions"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:mhs="urn:masthead:stylesheet:1"
    extension-element-prefixes="func exsl"
    exclude-result-prefixes="akn mhs exsl">

  <xsl:template match="akn:conclusions"><fo:block role="Div"><xsl:call-template name="id"/><xsl:call-template name="in-language"/></fo:block></xsl:template>

  <xsl:template match="akn:p[akn:signature]" mode="block">
    <fo:block xsl:use-attribute-sets="signature" role="P">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:signature"><xsl:call-template name="span"/></xsl:template>

  <!-- "Signed" in italics, the family name in bold. -->
  <xsl:template match="akn:signature//akn:docStatus[@refersTo = '#signed'][not(akn:i)]">
    <fo:inline font-style="{mhs:language(.)/mhs:emphasis/@style}"><xsl:apply-templates/></fo:inline>
  </xsl:template>
  <!-- Brackets printed with the word stay upright. -->
  <xsl:template match="akn:signature//akn:docStatus[@refersTo = '#signed']/text()[starts-with(., '(')][substring(., string-length(.)) = ')']">
    <fo:inline font-style="normal">(</fo:inline>
    <xsl:value-of select="substring(., 2, string-length(.) - 2)"/>
    <fo:inline font-style="normal">)</fo:inline>
  </xsl:template>
  <xsl:template match="akn:signature//akn:person[not(*)]/text()[mhs:language(.)/mhs:signature/@family-name = 'last']">
    <xsl:call-template name="family-name"><xsl:with-param name="text" select="."/></xsl:call-template>
  </xsl:template>
  <xsl:template name="family-name">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="normalize-space(substring-after($text, ' ')) != ''">
        <xsl:value-of select="concat(substring-before($text, ' '), ' ')"/>
        <xsl:call-template name="family-name"><xsl:with-param name="text" select="substring-after($text, ' ')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><fo:inline font-weight="bold"><xsl:value-of select="$text"/></fo:inline></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "55th plenary meeting / 5 December 2025". -->
  <xsl:template match="akn:container[@name = 'adoption']/akn:p" mode="block">
    <fo:block xsl:use-attribute-sets="signature" role="P" font-style="{mhs:language(.)/mhs:emphasis/@style}">
      <xsl:if test="preceding-sibling::akn:p"><xsl:attribute name="space-before">0pt</xsl:attribute></xsl:if>
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:container[@name = 'placeDate']/akn:p" mode="block">
    <fo:block xsl:use-attribute-sets="paragraph" role="P" text-indent="0pt" space-before="12pt">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template name="end-rule">
    <fo:block role="artifact" text-align="center" text-indent="0pt" space-before.minimum="3pt" space-before.optimum="15.5pt"
        space-before.maximum="15.5pt" start-indent="0pt" end-indent="0pt" font-size="1pt" line-height="1pt"
        keep-with-previous.within-column="always">
      <fo:leader leader-pattern="rule" rule-style="solid" rule-thickness="0.25pt" leader-length="72pt" role="artifact"/>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
