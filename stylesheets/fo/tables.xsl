<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables: rules above and under the heads and at the end, heads on every page, totals in bold, numbers at the end edge,
     column widths by what is in them. -->
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

  <!-- True for a cell that holds a number, a dash or nothing else. -->
  <func:function name="mhs:numeric">
    <xsl:param name="cell"/>
    <xsl:variable name="text" select="normalize-space($cell)"/>
    <func:result select="$text != '' and translate($text, '0123456789.,()+-&#x2013;&#x2014;&#x2212;%$ &#xA0;&#x202F;…', '') = ''"/>
  </func:function>

  <func:function name="mhs:columns">
    <xsl:param name="row"/>
    <func:result select="sum($row/akn:*/@colspan) + count($row/akn:*[not(@colspan)])"/>
  </func:function>

  <xsl:template match="akn:table">
    <xsl:variable name="heads" select="akn:tr[@class = 'head'][not(preceding-sibling::akn:tr[not(@class = 'head')])]"/>
    <xsl:variable name="plain" select="not($heads) and not(.//akn:th)"/>
    <xsl:variable name="top" select="$heads | akn:tr[not($heads)][akn:th and not(akn:td)][not(preceding-sibling::akn:tr[akn:td])]"/>
    <xsl:variable name="rows" select="akn:tr[count(. | $top) != count($top)]"/>
    <xsl:variable name="widest"><xsl:call-template name="widest"/></xsl:variable>
    <!-- Many columns take the whole frame. -->
    <xsl:variable name="frame" select="$widest &gt;= 6 and not($two-columns)"/>
    <xsl:apply-templates select="akn:caption"/>
    <fo:table role="Table" table-layout="fixed" width="100%" text-indent="0pt" start-indent="0pt" end-indent="0pt"
        font-size="0.85em" line-height="{mhs:language(.)/mhs:type/@note-leading}" text-align="start" space-before="6pt" space-after="6pt">
      <!-- A small one is not parted. -->
      <xsl:if test="count(akn:tr) &lt;= 6"><xsl:attribute name="keep-together.within-column">always</xsl:attribute></xsl:if>
      <xsl:if test="$frame">
        <xsl:attribute name="start-indent"><xsl:value-of select="concat(-$hang, 'pt')"/></xsl:attribute>
        <xsl:attribute name="end-indent"><xsl:value-of select="concat(-$hang-end, 'pt')"/></xsl:attribute>
        <xsl:attribute name="width"><xsl:value-of select="concat($profile/mhs:frame/@right - $profile/mhs:frame/@left, 'pt')"/></xsl:attribute>
      </xsl:if>
      <!-- Heads that are running text, not names of columns, are printed once. -->
      <xsl:if test="$top/akn:*[string-length(normalize-space()) &gt; 240]">
        <xsl:attribute name="table-omit-header-at-break">true</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="id"/>
      <xsl:if test="not($plain)">
        <xsl:attribute name="border-before-style">solid</xsl:attribute>
        <xsl:attribute name="border-before-width">0.48pt</xsl:attribute>
        <xsl:attribute name="border-after-style">solid</xsl:attribute>
        <xsl:attribute name="border-after-width">1.44pt</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="column">
        <xsl:with-param name="rows" select="akn:tr[not(*/@colspan)]"/>
        <xsl:with-param name="last" select="number($widest)"/>
      </xsl:call-template>
      <xsl:if test="$top and $rows">
        <fo:table-header role="THead" start-indent="0pt" end-indent="0pt"><xsl:apply-templates select="$top"/></fo:table-header>
      </xsl:if>
      <fo:table-body role="TBody" start-indent="0pt" end-indent="0pt"><xsl:apply-templates select="$rows | $top[not($rows)]"/></fo:table-body>
    </fo:table>
    <xsl:call-template name="table-notes"/>
  </xsl:template>

  <!-- The number of columns: those of the row that has most. -->
  <xsl:template name="widest">
    <xsl:for-each select="akn:tr">
      <xsl:sort select="mhs:columns(.)" data-type="number" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="mhs:columns(.)"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- A column is as wide as its longest words ask, within limits; measured on its plain cells. -->
  <xsl:template name="column">
    <xsl:param name="rows"/>
    <xsl:param name="last"/>
    <xsl:param name="column" select="1"/>
    <xsl:if test="$column &lt;= $last">
      <xsl:variable name="length">
        <xsl:for-each select="$rows/akn:*[$column]">
          <xsl:sort select="string-length(normalize-space())" data-type="number" order="descending"/>
          <xsl:if test="position() = 1"><xsl:value-of select="string-length(normalize-space())"/></xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="part">
        <xsl:choose>
          <xsl:when test="not($length &gt; 8)">12</xsl:when>
          <xsl:when test="$length &gt; 40">44</xsl:when>
          <xsl:otherwise><xsl:value-of select="$length + 4"/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <fo:table-column column-number="{$column}" column-width="proportional-column-width({$part})"/>
      <xsl:call-template name="column">
        <xsl:with-param name="rows" select="$rows"/>
        <xsl:with-param name="last" select="$last"/>
        <xsl:with-param name="column" select="$column + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The line "Table 1" plain, the title under it bold; a unit in brackets plain. -->
  <xsl:template match="akn:caption">
    <fo:block role="Caption" text-indent="0pt" space-before="12pt" space-after="6pt" text-align="start" hyphenate="false"
        keep-with-next.within-column="always" keep-together.within-column="always">
      <xsl:call-template name="block-language"/>
      <xsl:choose>
        <xsl:when test="akn:eol">
          <xsl:apply-templates select="akn:eol[1]/preceding-sibling::node()"/>
          <xsl:variable name="unit" select="akn:eol[position() &gt; 1][starts-with(normalize-space(following-sibling::node()[1]), '(')][1]"/>
          <xsl:variable name="tail" select="$unit/following-sibling::node()"/>
          <fo:block font-weight="bold" role="NonStruct">
            <xsl:apply-templates select="akn:eol[1]/following-sibling::node()[count(. | $unit) != count($unit)][count(. | $tail) != count($tail)]"/>
          </fo:block>
          <xsl:if test="$unit"><fo:block role="NonStruct"><xsl:apply-templates select="$tail"/></fo:block></xsl:if>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <xsl:template match="akn:tr">
    <fo:table-row role="TR" keep-together.within-column="always">
      <xsl:if test="@class = 'total'"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
      <xsl:apply-templates select="akn:*"/>
      <xsl:if test="not(akn:*)"><fo:table-cell role="TD"><fo:block/></fo:table-cell></xsl:if>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="akn:td | akn:th">
    <xsl:variable name="column" select="count(preceding-sibling::akn:*) + 1"/>
    <xsl:variable name="head" select="../@class = 'head' or self::akn:th and not(../akn:td)"/>
    <xsl:variable name="sample" select="(. | ../../akn:tr[akn:td and not(@class = 'head')][1]/akn:*[$column])[last()]"/>
    <fo:table-cell padding-before="2.5pt" padding-after="2.5pt" padding-end="4pt">
      <xsl:attribute name="role"><xsl:choose><xsl:when test="$head or self::akn:th">TH</xsl:when><xsl:otherwise>TD</xsl:otherwise></xsl:choose></xsl:attribute>
      <xsl:if test="@colspan &gt; 1"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
      <xsl:if test="@rowspan &gt; 1"><xsl:attribute name="number-rows-spanned"><xsl:value-of select="@rowspan"/></xsl:attribute></xsl:if>
      <xsl:if test="$head"><xsl:call-template name="head-cell"/></xsl:if>
      <xsl:if test="$column &gt; 1 and (not($head) and mhs:numeric(.) or $head and mhs:numeric($sample))">
        <xsl:attribute name="text-align">end</xsl:attribute>
        <xsl:attribute name="padding-end">0pt</xsl:attribute>
        <xsl:attribute name="padding-start">4pt</xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="text()[normalize-space() != ''] or not(akn:*)"><fo:block><xsl:apply-templates/></fo:block></xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </fo:table-cell>
  </xsl:template>

  <!-- Heads: small italics at the bottom of the cell, a heavy rule under the last row, a light one under a spanning head. -->
  <xsl:template name="head-cell">
    <xsl:attribute name="font-size">0.82em</xsl:attribute>
    <xsl:attribute name="font-style"><xsl:value-of select="mhs:language(.)/mhs:emphasis/@style"/></xsl:attribute>
    <xsl:attribute name="display-align">after</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-width">
      <xsl:choose>
        <xsl:when test="../following-sibling::akn:tr[1][@class = 'head' or akn:th and not(akn:td)] and not(@rowspan)">0.24pt</xsl:when>
        <xsl:otherwise>1.44pt</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="akn:td/akn:p | akn:th/akn:p" mode="block">
    <fo:block role="P">
      <xsl:call-template name="id"/>
      <xsl:call-template name="block-language"/>
      <xsl:choose>
        <xsl:when test="mhs:language(.)/@direction = 'rtl' and mhs:numeric(.)">
          <fo:bidi-override direction="ltr" unicode-bidi="embed"><xsl:apply-templates/></fo:bidi-override>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:p[@class = 'tableNote']" mode="block">
    <fo:block xsl:use-attribute-sets="note" role="P" space-after="3pt"><xsl:call-template name="block-language"/><xsl:apply-templates/></fo:block>
  </xsl:template>
</xsl:stylesheet>
