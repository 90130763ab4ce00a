<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables: head rows repeat on each page, columns share the width by the length of what stands in them. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    exclude-result-prefixes="exsl akn">

  <xsl:template match="akn:table" mode="block">
    <xsl:param name="lead" select="/.."/>
    <xsl:call-template name="anchor"/>
    <xsl:if test="$lead">
      <xsl:call-template name="paragraph">
        <xsl:with-param name="lead" select="$lead"/>
        <xsl:with-param name="nodes" select="/.."/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="akn:caption">
      <xsl:call-template name="paragraph"><xsl:with-param name="style" select="'Caption'"/></xsl:call-template>
    </xsl:for-each>
    <xsl:if test="akn:tr">
      <xsl:variable name="columns">
        <xsl:for-each select="akn:tr">
          <xsl:sort select="sum(akn:*/@colspan) + count(akn:*[not(@colspan)])" data-type="number" order="descending"/>
          <xsl:if test="position() = 1">
            <xsl:value-of select="sum(akn:*/@colspan) + count(akn:*[not(@colspan)])"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="widths">
        <xsl:call-template name="column-widths"><xsl:with-param name="columns" select="number($columns)"/></xsl:call-template>
      </xsl:variable>
      <xsl:variable name="grid" select="exsl:node-set($widths)/w:gridCol"/>
      <w:tbl>
        <w:tblPr>
          <w:tblStyle w:val="RecordTable"/>
          <xsl:variable name="lang"><xsl:call-template name="language-here"/></xsl:variable>
          <xsl:if test="$lang = 'ar'"><w:bidiVisual/></xsl:if>
          <w:tblW w:w="{sum($grid/@w:w)}" w:type="dxa"/>
          <xsl:if test="sum($grid/@w:w) &lt;= $frame-width - $text-start - $text-end"><w:tblInd w:w="{$text-start}" w:type="dxa"/></xsl:if>
          <w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>
          <!-- for readers by voice -->
          <xsl:if test="akn:caption">
            <xsl:variable name="caption"><xsl:apply-templates select="akn:caption" mode="plain"/></xsl:variable>
            <w:tblCaption w:val="{normalize-space($caption)}"/>
          </xsl:if>
        </w:tblPr>
        <w:tblGrid><xsl:copy-of select="$grid"/></w:tblGrid>
        <xsl:for-each select="akn:tr">
          <xsl:call-template name="row"><xsl:with-param name="grid" select="$grid"/></xsl:call-template>
        </xsl:for-each>
      </w:tbl>
      <w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="row">
    <xsl:param name="grid"/>
    <xsl:variable name="is-head" select="@class = 'head' or (akn:th and not(akn:td))"/>
    <w:tr>
      <w:trPr>
        <w:cantSplit/>
        <xsl:if test="$is-head"><w:tblHeader/></xsl:if>
      </w:trPr>
      <xsl:for-each select="akn:th | akn:td">
        <xsl:variable name="before" select="preceding-sibling::akn:th | preceding-sibling::akn:td"/>
        <xsl:variable name="first" select="sum($before/@colspan) + count($before[not(@colspan)]) + 1"/>
        <xsl:variable name="span" select="sum(@colspan) + count(self::*[not(@colspan)])"/>
        <w:tc>
          <w:tcPr>
            <w:tcW w:w="{sum($grid[position() >= $first and position() &lt; $first + $span]/@w:w)}" w:type="dxa"/>
            <xsl:if test="$span > 1"><w:gridSpan w:val="{$span}"/></xsl:if>
            <xsl:if test="$is-head">
              <w:tcBorders>
                <w:bottom w:val="single" w:sz="12" w:space="0" w:color="auto"/>
              </w:tcBorders>
              <w:vAlign w:val="bottom"/>
            </xsl:if>
          </w:tcPr>
          <xsl:variable name="has-text" select="text()[normalize-space()] or not(*)"/>
          <xsl:if test="$has-text"><xsl:call-template name="paragraph"/></xsl:if>
          <xsl:if test="not($has-text)">
            <xsl:apply-templates select="*" mode="block"/>
            <!-- a cell ends with a paragraph -->
            <xsl:if test="*[last()][self::akn:table]"><w:p/></xsl:if>
          </xsl:if>
        </w:tc>
      </xsl:for-each>
      <xsl:variable name="filled" select="sum(akn:*/@colspan) + count(akn:*[not(@colspan)])"/>
      <xsl:for-each select="$grid[position() > $filled]">
        <w:tc>
          <w:tcPr><w:tcW w:w="{@w:w}" w:type="dxa"/></w:tcPr>
          <w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>
        </w:tc>
      </xsl:for-each>
    </w:tr>
  </xsl:template>

  <!-- Longest cell of each column, at least 6 and at most 40 characters, then its share of the width. A head wraps. -->
  <xsl:template name="column-widths">
    <xsl:param name="columns"/>
    <xsl:variable name="rows" select="akn:tr[not(akn:*/@colspan)]"/>
    <xsl:variable name="table" select="."/>
    <xsl:variable name="lengths">
      <!-- the cells of the widest row count the columns; a table of spans only shares evenly -->
      <xsl:for-each select="(($rows[count(akn:*) = $columns])[1]/akn:*)">
        <xsl:variable name="column" select="position()"/>
        <xsl:for-each select="$rows/akn:*[position() = $column]">
          <xsl:sort select="string-length(normalize-space(.)) div (1 + boolean(self::akn:th))" data-type="number" order="descending"/>
          <xsl:if test="position() = 1">
            <xsl:variable name="length" select="string-length(normalize-space(.)) div (1 + boolean(self::akn:th))"/>
            <column>
              <xsl:choose>
                <xsl:when test="$length &lt; 6">6</xsl:when>
                <xsl:when test="$length > 40">40</xsl:when>
                <xsl:otherwise><xsl:value-of select="$length"/></xsl:otherwise>
              </xsl:choose>
            </column>
          </xsl:if>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="total" select="sum(exsl:node-set($lengths)/column)"/>
    <!-- small tables stay in the text column -->
    <xsl:variable name="width">
      <xsl:choose>
        <xsl:when test="$total &lt; 90"><xsl:value-of select="$frame-width - $text-start - $text-end"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$frame-width"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($lengths)/column">
      <w:gridCol w:w="{floor($width * . div $total)}"/>
    </xsl:for-each>
    <xsl:if test="not($total > 0)">
      <xsl:for-each select="(//akn:*)[position() &lt;= $columns]"><w:gridCol w:w="{floor($frame-width div $columns)}"/></xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Numbers end below each other; so does the head of a column whose first number does. They run from left to right in Arabic
       too: in a right-to-left paragraph a blank would turn "1 240,5" into "240,5 1". -->
  <xsl:variable name="number-signs" select="'0123456789.,-&#x2013;&#x2212;%()&#xA0;&#x202F; '"/>
  <xsl:template match="akn:td | akn:td//*" mode="style" priority="2">
    <xsl:variable name="cell" select="ancestor-or-self::akn:td[1]"/>
    <xsl:text>Table</xsl:text>
    <xsl:choose>
      <xsl:when test="$cell/parent::akn:tr/@class = 'total'">Total</xsl:when>
      <xsl:when test="translate($cell, $number-signs, '') = '' and normalize-space($cell) != ''"/>
      <xsl:otherwise>Text</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="translate($cell, $number-signs, '') = '' and normalize-space($cell) != ''">Number</xsl:if>
  </xsl:template>
  <xsl:template match="akn:th | akn:th//*" mode="style" priority="2">
    <xsl:variable name="head" select="ancestor-or-self::akn:th[1]"/>
    <xsl:variable name="below" select="$head/../following-sibling::akn:tr[not(@class = 'head')][1]
        /akn:*[position() = count($head/preceding-sibling::akn:*) + 1]"/>
    <xsl:text>TableHead</xsl:text>
    <xsl:if test="$below and translate($below, $number-signs, '') = '' and normalize-space($below) != ''">Number</xsl:if>
  </xsl:template>

</xsl:stylesheet>
