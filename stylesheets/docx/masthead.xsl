<?xml version="1.0" encoding="UTF-8"?>
<!--
  The cover page: the masthead is a table at the start of the body, so that its text is in the
  document and its notes are real notes. Rows are "at least" as high as in UN files, never less:
  an exact height would hide text. The first page's own header is empty and lets it start higher.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    exclude-result-prefixes="akn">

  <xsl:template match="akn:coverPage" mode="masthead">
    <xsl:variable name="name" select="akn:p[akn:docAuthority/@refersTo = '#publisher']"/>
    <xsl:variable name="symbols" select="akn:p[akn:docNumber/@refersTo = '#symbol']"/>
    <xsl:variable name="organs" select="akn:p[.//akn:docAuthority[not(@refersTo = '#publisher')]
        or akn:inline/@name = 'akn4un:year']"/>
    <xsl:variable name="issue" select="akn:p[akn:docStatus or akn:docDate/@refersTo = '#dateOfIssuance'
        or akn:inline/@name = 'akn4un:languageOfExpression' or akn:inline/@name = 'akn4un:originalLanguage'
        or akn:inline/@name = 'akn4un:distribution'][not(akn:docTitle)]"/>
    <xsl:variable name="meeting" select="../akn:preface/akn:container[@name = 'meeting']/akn:p"/>
    <xsl:variable name="above" select="$name | $symbols | $organs | $issue | $meeting"/>
    <xsl:variable name="side" select="$frame-width - $column-start - $organ-width"/>
    <xsl:if test="$above">
      <w:tbl>
        <w:tblPr>
          <w:tblStyle w:val="MastheadTable"/>
          <xsl:if test="$language = 'ar'"><w:bidiVisual/></xsl:if>
          <w:tblW w:w="{$frame-width}" w:type="dxa"/>
          <w:tblLayout w:type="fixed"/>
          <w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>
        </w:tblPr>
        <w:tblGrid>
          <w:gridCol w:w="{$column-start}"/>
          <w:gridCol w:w="{$organ-width}"/>
          <w:gridCol w:w="{$side}"/>
        </w:tblGrid>
        <w:tr>
          <w:trPr><w:cantSplit/><w:trHeight w:val="500" w:hRule="atLeast"/></w:trPr>
          <xsl:call-template name="masthead-cell">
            <xsl:with-param name="width" select="$column-start"/>
            <xsl:with-param name="rule" select="4"/>
          </xsl:call-template>
          <xsl:call-template name="masthead-cell">
            <xsl:with-param name="width" select="$organ-width"/>
            <xsl:with-param name="rule" select="4"/>
            <xsl:with-param name="lines" select="$name"/>
            <xsl:with-param name="style" select="'MastheadName'"/>
          </xsl:call-template>
          <xsl:call-template name="masthead-cell">
            <xsl:with-param name="width" select="$side"/>
            <xsl:with-param name="rule" select="4"/>
            <xsl:with-param name="lines" select="$symbols"/>
            <xsl:with-param name="style" select="'MastheadSymbol'"/>
          </xsl:call-template>
        </w:tr>
        <w:tr>
          <w:trPr><w:cantSplit/><w:trHeight w:val="2890" w:hRule="atLeast"/></w:trPr>
          <xsl:call-template name="masthead-cell">
            <xsl:with-param name="width" select="$column-start"/>
            <xsl:with-param name="rule" select="12"/>
          </xsl:call-template>
          <xsl:call-template name="masthead-cell">
            <xsl:with-param name="width" select="$organ-width"/>
            <xsl:with-param name="rule" select="12"/>
            <xsl:with-param name="lines" select="$organs | $meeting"/>
            <xsl:with-param name="style" select="'MastheadOrgan'"/>
          </xsl:call-template>
          <xsl:call-template name="masthead-cell">
            <xsl:with-param name="width" select="$side"/>
            <xsl:with-param name="rule" select="12"/>
            <xsl:with-param name="lines" select="$issue"/>
            <xsl:with-param name="style" select="'MastheadIssue'"/>
          </xsl:call-template>
        </w:tr>
      </w:tbl>
    </xsl:if>
    <xsl:apply-templates select="*[count(. | $above) > count($above)]" mode="block"/>
  </xsl:template>

  <xsl:template name="masthead-cell">
    <xsl:param name="width"/>
    <xsl:param name="rule"/>
    <xsl:param name="lines" select="/.."/>
    <xsl:param name="style" select="'MastheadIssue'"/>
    <w:tc>
      <w:tcPr>
        <w:tcW w:w="{$width}" w:type="dxa"/>
        <w:tcBorders><w:bottom w:val="single" w:sz="{$rule}" w:space="0" w:color="auto"/></w:tcBorders>
        <xsl:if test="$rule = 4"><w:vAlign w:val="bottom"/></xsl:if>
      </w:tcPr>
      <xsl:for-each select="$lines">
        <xsl:variable name="line-style">
          <xsl:choose>
            <xsl:when test="akn:inline/@name = 'akn4un:year'">MastheadYear</xsl:when>
            <xsl:when test="akn:inline/@name = 'akn4un:meetingName'">MastheadMeeting</xsl:when>
            <xsl:when test="parent::akn:container">MastheadIssue</xsl:when>
            <xsl:otherwise><xsl:value-of select="$style"/></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:call-template name="paragraph"><xsl:with-param name="style" select="string($line-style)"/></xsl:call-template>
      </xsl:for-each>
      <xsl:if test="not($lines)"><w:p><w:pPr><w:pStyle w:val="{$style}"/></w:pPr></w:p></xsl:if>
    </w:tc>
  </xsl:template>

  <!-- Number, day and place of a meeting stand under the organ's name. -->
  <xsl:template match="akn:preface[../akn:coverPage]/akn:container[@name = 'meeting']" mode="block" priority="3">
    <xsl:apply-templates select="akn:*[not(self::akn:p)]" mode="block"/>
  </xsl:template>

  <!-- The organ's letter of a symbol is set large: S of S/2021/540. -->
  <xsl:template match="akn:coverPage/akn:p/akn:docNumber/text()[not(preceding-sibling::node())][contains(., '/')]" mode="run">
    <w:r>
      <w:rPr><w:rStyle w:val="SymbolInitial"/></w:rPr>
      <w:t><xsl:value-of select="normalize-space(substring-before(., '/'))"/></w:t>
    </w:r>
    <w:r>
      <w:t xml:space="preserve">/<xsl:value-of select="normalize-space(substring-after(., '/'))"/></w:t>
    </w:r>
  </xsl:template>

  <!-- below the masthead: session, agenda item, the resolution's first lines -->
  <xsl:template match="akn:coverPage/*" mode="style">SessionLine</xsl:template>
  <xsl:template match="akn:coverPage/akn:p[akn:session or akn:inline/@name = 'akn4un:agendaItemTitle']" mode="style">SessionName</xsl:template>
  <xsl:template match="akn:coverPage/akn:p[akn:docTitle]" mode="style">Title</xsl:template>
  <xsl:template match="akn:coverPage/akn:p[akn:docProponent]" mode="style">Proponent</xsl:template>

  <!-- the first pages of a meeting record, and its votes -->
  <xsl:template match="akn:container[@name = 'presidentAndMembers']/akn:p" mode="style" priority="2">Members</xsl:template>
  <xsl:template match="akn:container[@name = 'agenda']/akn:p" mode="style" priority="2">AgendaItem</xsl:template>
  <xsl:template match="akn:container[@name = 'agenda']/akn:p[1]" mode="style" priority="3">AgendaHeading</xsl:template>
  <xsl:template match="akn:container[@name = 'correctionsNotice']/akn:p" mode="style" priority="2">CorrectionsNotice</xsl:template>
  <xsl:template match="akn:rollCall//akn:p" mode="style" priority="2">VoteStates</xsl:template>
  <xsl:template match="akn:rollCall//akn:p[akn:quantity]" mode="style" priority="3">VoteLabel</xsl:template>

</xsl:stylesheet>
