<?xml version="1.0" encoding="UTF-8"?>
<!-- Resolutions and other texts with a preamble: formulas, preambular paragraphs, cross headings, the proponent line. -->
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

  <xsl:template match="akn:preamble"><fo:block role="Div"><xsl:call-template name="id"/><xsl:call-template name="in-language"/></fo:block></xsl:template>
  <xsl:template match="akn:formula | akn:preamble/akn:container | akn:recital | akn:citation | akn:recitals | akn:citations">
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="akn:crossHeading">
    <fo:block xsl:use-attribute-sets="paragraph" role="P" text-indent="{mhs:language(.)/mhs:type/@indent}">
      <xsl:call-template name="id"/>
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <!-- "[on the report of …]" in italics under the title. -->
  <xsl:template match="akn:p[akn:docProponent]" mode="title">
    <fo:block role="P" text-indent="0pt" space-before="6pt" space-after="12pt" keep-with-next.within-column="always"
        font-style="{mhs:language(.)/mhs:emphasis/@style}">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <!-- The brackets at its ends stay upright. -->
  <xsl:template match="akn:docProponent/text()[starts-with(., '[') or substring(., string-length()) = ']']">
    <xsl:variable name="opens" select="starts-with(., '[')"/>
    <xsl:variable name="closes" select="substring(., string-length()) = ']'"/>
    <xsl:if test="$opens"><fo:inline font-style="normal">[</fo:inline></xsl:if>
    <xsl:value-of select="substring(., 1 + $opens, string-length() - $opens - $closes)"/>
    <xsl:if test="$closes"><fo:inline font-style="normal">]</fo:inline></xsl:if>
  </xsl:template>
</xsl:stylesheet>
