<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: calls, footnotes, notes under a table, the rule above the footnotes. -->
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

  <xsl:template name="note-separator">
    <fo:block start-indent="-12pt" padding-before="6pt" padding-after="4.7pt" line-height="6pt" font-size="6pt" text-align="start">
      <fo:leader leader-pattern="rule" rule-style="solid" rule-thickness="0.25pt"
          leader-length="{$profile/mhs:notes/@rule}" role="artifact"/>
    </fo:block>
  </xsl:template>

  <!-- Nothing stands between the text and the call, whatever the source has there. -->
  <xsl:template match="text()[following-sibling::node()[1][self::akn:authorialNote]]">
    <xsl:value-of select="mhs:closed-up(.)"/>
  </xsl:template>
  <func:function name="mhs:closed-up">
    <xsl:param name="text"/>
    <xsl:variable name="last" select="substring($text, string-length($text))"/>
    <xsl:choose>
      <xsl:when test="$last != '' and normalize-space($last) = ''">
        <func:result select="mhs:closed-up(substring($text, 1, string-length($text) - 1))"/>
      </xsl:when>
      <xsl:otherwise><func:result select="$text"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- A footnote at its call. -->
  <xsl:template match="akn:authorialNote">
    <fo:footnote>
      <xsl:call-template name="note-call"/>
      <xsl:call-template name="note-body"/>
    </fo:footnote>
  </xsl:template>

  <!-- In a table, in a fixed box, and in a note there can be only the call; who sets the table or the box sets the note. -->
  <xsl:template match="akn:table//akn:authorialNote | akn:authorialNote//akn:authorialNote" priority="2">
    <xsl:call-template name="note-call"/>
  </xsl:template>
  <xsl:template match="akn:coverPage//akn:authorialNote" priority="2">
    <xsl:choose>
      <xsl:when test="mhs:in-box(.)"><xsl:call-template name="note-call"/></xsl:when>
      <xsl:otherwise>
        <fo:footnote>
          <xsl:call-template name="note-call"/>
          <xsl:call-template name="note-body"/>
        </fo:footnote>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The raised mark, linked to its note. Asterisks and marks in brackets are printed as they are. -->
  <xsl:template name="note-call">
    <fo:inline font-weight="normal" font-style="normal">
      <xsl:choose>
        <xsl:when test="@eId">
          <fo:basic-link internal-destination="{@eId}" id="{@eId}-call" role="Link">
            <xsl:call-template name="raise"/>
            <xsl:value-of select="@marker"/>
          </fo:basic-link>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="raise"/><xsl:value-of select="@marker"/></xsl:otherwise>
      </xsl:choose>
    </fo:inline>
  </xsl:template>
  <xsl:template name="raise">
    <xsl:param name="size" select="'0.65em'"/>
    <xsl:if test="translate(@marker, '*()', '') = @marker">
      <xsl:attribute name="baseline-shift">super</xsl:attribute>
      <xsl:attribute name="font-size"><xsl:value-of select="$size"/></xsl:attribute>
      <xsl:attribute name="line-height">0</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="note-body">
    <fo:footnote-body role="Note">
      <xsl:if test="@eId"><xsl:attribute name="id"><xsl:value-of select="@eId"/></xsl:attribute></xsl:if>
      <xsl:apply-templates select="akn:*" mode="note"/>
      <xsl:if test="not(akn:*)">
        <fo:block xsl:use-attribute-sets="note" role="P">
          <xsl:call-template name="note-mark"/>
          <xsl:apply-templates/>
        </fo:block>
      </xsl:if>
    </fo:footnote-body>
  </xsl:template>

  <xsl:template match="akn:*" mode="note">
    <fo:block xsl:use-attribute-sets="note" role="P">
      <xsl:call-template name="block-language"/>
      <xsl:if test="not(preceding-sibling::akn:*)">
        <xsl:for-each select=".."><xsl:call-template name="note-mark"/></xsl:for-each>
      </xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="not(following-sibling::akn:*)">
        <xsl:for-each select=".//akn:authorialNote/akn:*"><xsl:apply-templates select="." mode="note"/></xsl:for-each>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- The mark before a note hangs left of the column; it leads back to the call. -->
  <xsl:template name="note-mark">
    <xsl:if test="@marker">
      <xsl:variable name="plain" select="translate(@marker, '*()', '') != @marker"/>
      <xsl:variable name="width" select="mhs:advance(@marker) * (0.006 + 0.0025 * $plain) + mhs:spacing() * (string-length(@marker) - 1)"/>
      <xsl:attribute name="text-indent"><xsl:value-of select="concat(format-number(-$width - 3, '0.##'), 'pt')"/></xsl:attribute>
      <fo:inline role="Lbl">
        <xsl:choose>
          <xsl:when test="@eId and not(ancestor::akn:authorialNote)">
            <fo:basic-link internal-destination="{@eId}-call" role="Link">
              <xsl:call-template name="raise"><xsl:with-param name="size" select="'0.7em'"/></xsl:call-template>
              <xsl:value-of select="@marker"/>
            </fo:basic-link>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="raise"><xsl:with-param name="size" select="'0.7em'"/></xsl:call-template>
            <xsl:value-of select="@marker"/>
          </xsl:otherwise>
        </xsl:choose>
      </fo:inline>
      <fo:leader leader-pattern="space" leader-length="3pt" role="artifact"/>
    </xsl:if>
  </xsl:template>

  <!-- Notes of a table, under it: context is the table. -->
  <xsl:template name="table-notes">
    <xsl:for-each select=".//akn:authorialNote[not(ancestor::akn:authorialNote)]">
      <fo:block role="Note" space-before="3pt">
        <xsl:if test="@eId"><xsl:attribute name="id"><xsl:value-of select="@eId"/></xsl:attribute></xsl:if>
        <xsl:apply-templates select="akn:*" mode="note"/>
      </fo:block>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
