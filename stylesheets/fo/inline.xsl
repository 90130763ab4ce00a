<?xml version="1.0" encoding="UTF-8"?>
<!-- Inline elements: emphasis, links, line breaks, quoted blocks, signatures of persons. The fallback for everything the
     other files do not name: a span where text runs, a block elsewhere, so that nothing is ever lost. -->
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

  <xsl:key name="by-eId" match="akn:*[@eId][not(ancestor::akn:meta)]" use="@eId"/>

  <xsl:template match="akn:meta"/>

  <!-- Anything unknown keeps its text. -->
  <xsl:template match="akn:*">
    <xsl:choose>
      <xsl:when test="ancestor::akn:p or ancestor::akn:heading or ancestor::akn:num or ancestor::akn:subheading
          or ancestor::akn:from or ancestor::akn:crossHeading or ancestor::akn:listIntroduction or ancestor::akn:listWrapUp
          or ancestor::akn:tocItem or ancestor::akn:caption or ancestor::akn:summary">
        <xsl:call-template name="span"/>
      </xsl:when>
      <xsl:when test="text()[normalize-space() != '']">
        <fo:block xsl:use-attribute-sets="paragraph" role="P"><xsl:call-template name="block-language"/><xsl:apply-templates/></fo:block>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="in-language"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Text without a mark of its own; a language switch makes it a span. -->
  <xsl:template name="span">
    <xsl:choose>
      <xsl:when test="@xml:lang">
        <fo:inline role="Span"><xsl:call-template name="block-language"/><xsl:apply-templates/></fo:inline>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="akn:i">
    <fo:inline>
      <xsl:attribute name="font-style"><xsl:value-of select="mhs:language(.)/mhs:emphasis/@style"/></xsl:attribute>
      <xsl:attribute name="font-weight"><xsl:value-of select="mhs:language(.)/mhs:emphasis/@weight"/></xsl:attribute>
      <xsl:apply-templates/>
    </fo:inline>
  </xsl:template>
  <xsl:template match="akn:b"><fo:inline font-weight="bold"><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="akn:u"><fo:inline text-decoration="underline"><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="akn:sup"><fo:inline xsl:use-attribute-sets="raised"><xsl:apply-templates/></fo:inline></xsl:template>
  <xsl:template match="akn:sub">
    <fo:inline baseline-shift="sub" font-size="0.65em" line-height="0"><xsl:apply-templates/></fo:inline>
  </xsl:template>
  <xsl:template match="akn:br | akn:eol"><fo:block role="NonStruct"/></xsl:template>
  <xsl:template match="akn:eop"/>
  <xsl:template match="akn:decoration"><xsl:apply-templates/></xsl:template>
  <xsl:template match="akn:img">
    <fo:external-graphic src="url('{@src}')" role="Figure" fox:alt-text="{@alt}"/>
  </xsl:template>

  <xsl:template match="akn:a[@href]">
    <fo:basic-link xsl:use-attribute-sets="link" external-destination="url('{@href}')">
      <xsl:call-template name="unbroken"/>
      <xsl:apply-templates/>
    </fo:basic-link>
  </xsl:template>

  <!-- A symbol or a resolution number of usual length stays on one line. -->
  <xsl:template name="unbroken">
    <xsl:if test="string-length() &lt; 24"><xsl:attribute name="keep-together.within-line">always</xsl:attribute></xsl:if>
  </xsl:template>

  <!-- In the title a link looks like the title. -->
  <xsl:template match="akn:docTitle//akn:a[@href]">
    <fo:basic-link role="Link" external-destination="url('{@href}')"><xsl:apply-templates/></fo:basic-link>
  </xsl:template>

  <!-- A reference: to a place in this record, to a component of it, to another document by its printed symbol. -->
  <xsl:template match="akn:ref | akn:rref | akn:mref">
    <xsl:variable name="local" select="key('by-eId', substring-after(self::*[starts-with(@href, '#')]/@href, '#'))[1]"/>
    <xsl:variable name="annex" select="self::*[starts-with(@href, '!annex_')]
        /ancestor::akn:*[akn:attachments][last()]/akn:attachments/akn:attachment[position()
        = number(substring-before(concat(substring-after(current()/@href, '!annex_'), '_'), '_'))]"/>
    <xsl:variable name="target" select="($local | $annex)/@eId"/>
    <xsl:choose>
      <xsl:when test="$target">
        <fo:basic-link internal-destination="{$target}" role="Link"><xsl:apply-templates/></fo:basic-link>
      </xsl:when>
      <xsl:when test="starts-with(@href, 'http')">
        <fo:basic-link xsl:use-attribute-sets="link" external-destination="url('{@href}')"><xsl:apply-templates/></fo:basic-link>
      </xsl:when>
      <xsl:when test="starts-with(@href, '/akn/') and mhs:is-symbol(normalize-space(.))">
        <fo:basic-link xsl:use-attribute-sets="link"
            external-destination="url('{mhs:address(normalize-space(.))}')">
          <xsl:call-template name="unbroken"/>
          <xsl:apply-templates/>
        </fo:basic-link>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Quoted text in blocks of its own. -->
  <xsl:template match="akn:embeddedStructure | akn:quotedStructure">
    <fo:block role="BlockQuote" start-indent="inherited-property-value(start-indent) + 23.7pt"
        end-indent="inherited-property-value(end-indent) + 23.7pt" text-indent="0pt" space-before="6pt">
      <xsl:call-template name="id"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="akn:remark"><fo:inline font-style="italic"><xsl:apply-templates/></fo:inline></xsl:template>

  <xsl:template name="id">
    <xsl:if test="@eId"><xsl:attribute name="id"><xsl:value-of select="@eId"/></xsl:attribute></xsl:if>
  </xsl:template>
</xsl:stylesheet>
