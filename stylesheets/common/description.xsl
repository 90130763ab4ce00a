<?xml version="1.0" encoding="UTF-8"?>
<!-- What a catalogue wants to know of a record, read once from its metadata: $title, $symbol, $date, $issued, $kind,
     $creators (TLC elements), $languages (ISO 639-2 codes, the record's first), $work. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="akn">

  <xsl:import href="language.xsl"/>

  <xsl:key name="concept" match="akn:references/akn:*" use="@eId"/>

  <xsl:variable name="record" select="/akn:akomaNtoso/akn:*"/>
  <xsl:variable name="identification" select="$record/akn:meta/akn:identification"/>
  <xsl:variable name="work" select="$identification/akn:FRBRWork"/>
  <xsl:variable name="expression" select="$identification/akn:FRBRExpression"/>

  <!-- Made-up numbers of records without a symbol begin with nn-. -->
  <xsl:variable name="symbol" select="normalize-space($work/akn:FRBRnumber[not(starts-with(@value, 'nn-'))]/@showAs)"/>
  <xsl:variable name="date" select="string($work/akn:FRBRdate[1]/@date)"/>
  <xsl:variable name="issued" select="string($expression/akn:FRBRdate[1]/@date)"/>
  <xsl:variable name="kind" select="string($record/akn:meta/akn:publication/@showAs)"/>

  <xsl:variable name="printed-title">
    <xsl:for-each select="($record/akn:preface//akn:docTitle | $record/akn:coverPage//akn:docTitle)[1]//text()[not(ancestor::akn:authorialNote)]">
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="title">
    <xsl:choose>
      <xsl:when test="normalize-space($printed-title) != ''"><xsl:value-of select="normalize-space($printed-title)"/></xsl:when>
      <xsl:when test="$work/akn:FRBRname/@value"><xsl:value-of select="$work/akn:FRBRname/@value"/></xsl:when>
      <xsl:when test="$symbol != ''"><xsl:value-of select="$symbol"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$kind"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="creators" select="key('concept', substring-after($work/akn:FRBRauthor[@as = '#issuingBody' or @as = '#author']/@href, '#'))
      | key('concept', substring-after($work/akn:FRBRauthor[@as = '#issuingBody' or @as = '#author'][2]/@href, '#'))"/>

  <xsl:variable name="main-language" select="$expression/akn:FRBRlanguage[1]/@language"/>
  <xsl:variable name="languages" select="$main-language
      | $record//akn:attachment//akn:FRBRExpression/akn:FRBRlanguage/@language[not(. = $main-language)]
      [not(. = ancestor::akn:attachment/preceding::akn:FRBRExpression/akn:FRBRlanguage/@language)]"/>
</xsl:stylesheet>
