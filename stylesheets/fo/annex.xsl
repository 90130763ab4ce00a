<?xml version="1.0" encoding="UTF-8"?>
<!-- Attachments: annexes, enclosures, appendices; collections of documents. Each starts a page. -->
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

  <!-- Titles of annexes are smaller in letters than in reports and resolutions. -->
  <xsl:variable name="annex-style">
    <xsl:text>annex</xsl:text>
    <xsl:if test="not($record/@name = 'officialLetter' or $record/@name = 'noteVerbale')">-of-report</xsl:if>
  </xsl:variable>
  <!-- In resolutions of the Assembly and its Council annexes follow the text; "Annex" stands over the column. -->
  <xsl:variable name="run-on" select="starts-with($symbols[1], 'A/') and contains($symbols[1], 'RES/')"/>

  <xsl:template match="akn:attachments | akn:components"><xsl:apply-templates/></xsl:template>

  <xsl:template match="akn:attachment | akn:component[preceding-sibling::akn:component]">
    <fo:block role="Part" text-indent="0pt">
      <xsl:choose>
        <xsl:when test="$run-on and self::akn:attachment"><xsl:attribute name="space-before">30pt</xsl:attribute></xsl:when>
        <xsl:otherwise><xsl:attribute name="break-before">page</xsl:attribute></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="id"/>
      <xsl:if test="akn:num | akn:heading">
        <fo:block xsl:use-attribute-sets="heading" role="{mhs:heading-role(.)}">
          <xsl:call-template name="heading-attributes"><xsl:with-param name="style" select="string($annex-style)"/></xsl:call-template>
          <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
          <xsl:for-each select="akn:num"><xsl:apply-templates/><xsl:if test="../akn:heading"><fo:block role="NonStruct"/></xsl:if></xsl:for-each>
          <xsl:for-each select="akn:heading"><xsl:apply-templates/></xsl:for-each>
        </fo:block>
      </xsl:if>
      <xsl:apply-templates select="akn:*[not(self::akn:num or self::akn:heading)]"/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:component"><fo:block role="Part"><xsl:call-template name="id"/><xsl:apply-templates/></fo:block></xsl:template>
  <xsl:template match="akn:component/akn:* | akn:attachment/akn:*" priority="-0.1"><xsl:apply-templates/></xsl:template>
  <xsl:template match="akn:documentRef | akn:interstitial"><xsl:apply-templates/></xsl:template>

  <!-- "Annex": a short label stands at the edge of the frame, a long one over the column. -->
  <xsl:template match="akn:preface/akn:p[akn:docType[not(ancestor::akn:docTitle)]][not(akn:docTitle)]" mode="title">
    <fo:block xsl:use-attribute-sets="heading">
      <xsl:call-template name="heading-attributes"><xsl:with-param name="style" select="string($annex-style)"/></xsl:call-template>
      <xsl:if test="not(preceding-sibling::akn:p)"><xsl:attribute name="space-before.conditionality">retain</xsl:attribute></xsl:if>
      <xsl:attribute name="role"><xsl:call-template name="title-role"/></xsl:attribute>
      <xsl:if test="string-length(normalize-space()) &lt;= 20 and ancestor::akn:attachment and not($run-on)">
        <xsl:attribute name="start-indent"><xsl:value-of select="concat(-$hang, 'pt')"/></xsl:attribute>
      </xsl:if>
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:p[akn:inline/@name = 'akn4un:originalLanguage']" mode="title">
    <fo:block role="P" text-align="end" text-indent="0pt" space-after="12pt" keep-with-next.within-column="always">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
