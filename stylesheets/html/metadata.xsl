<?xml version="1.0" encoding="UTF-8"?>
<!-- Title and metadata of the page: Dublin Core for catalogues, schema.org as microdata for search engines. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:mhs="urn:masthead:stylesheet:1"
    exclude-result-prefixes="akn mhs">

  <!-- The printed title, else the name, symbol or kind the metadata give. -->
  <xsl:template name="page-title">
    <xsl:variable name="printed"><xsl:for-each select="($record/akn:preface//akn:docTitle | $record/akn:coverPage//akn:docTitle)[1]"><xsl:call-template
        name="plain"/></xsl:for-each></xsl:variable>
    <xsl:variable name="name" select="string($record/akn:meta/akn:identification/akn:FRBRWork/akn:FRBRname/@value)"/>
    <xsl:variable name="symbol" select="normalize-space($record/akn:coverPage//akn:docNumber[@refersTo = '#symbol'][1])"/>
    <xsl:choose>
      <xsl:when test="string($printed) != ''"><xsl:value-of select="$printed"/></xsl:when>
      <xsl:when test="$name != ''"><xsl:value-of select="$name"/></xsl:when>
      <xsl:when test="$symbol != ''"><xsl:value-of select="$symbol"/></xsl:when>
      <xsl:when test="$record/akn:meta/akn:publication/@showAs"><xsl:value-of select="$record/akn:meta/akn:publication/@showAs"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$producer"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="page-metadata">
    <xsl:variable name="identification" select="$record/akn:meta/akn:identification"/>
    <xsl:variable name="work" select="$identification/akn:FRBRWork"/>
    <xsl:variable name="symbol" select="normalize-space($record/akn:coverPage//akn:docNumber[@refersTo = '#symbol'][1])"/>
    <xsl:variable name="title"><xsl:call-template name="page-title"/></xsl:variable>
    <title><xsl:if test="$symbol != '' and string($title) != $symbol"><xsl:value-of select="concat($symbol, ' - ')"/></xsl:if><xsl:value-of select="$title"/></title>
    <meta name="generator" content="{$producer}"/>
    <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/"/>
    <meta name="DCTERMS.title" content="{$title}"/>
    <meta name="DCTERMS.language" content="{$record-language}"/>
    <meta name="DCTERMS.publisher" content="United Nations"/>
    <xsl:if test="$symbol != ''"><meta name="DCTERMS.identifier" content="{$symbol}"/></xsl:if>
    <xsl:for-each select="$work/akn:FRBRdate[1]"><meta name="DCTERMS.created" content="{@date}"/></xsl:for-each>
    <xsl:for-each select="$identification/akn:FRBRExpression/akn:FRBRdate[1]"><meta name="DCTERMS.issued" content="{@date}"/></xsl:for-each>
    <xsl:if test="$symbol != ''"><link rel="canonical" href="{mhs:address($symbol)}"/><link itemprop="url" href="{mhs:address($symbol)}"/></xsl:if>
    <meta itemprop="name" content="{$title}"/>
    <meta itemprop="inLanguage" content="{$record-language}"/>
    <xsl:if test="$symbol != ''"><meta itemprop="identifier" content="{$symbol}"/></xsl:if>
    <xsl:for-each select="$record/akn:meta/akn:publication[@showAs != '']"><meta itemprop="genre" content="{@showAs}"/></xsl:for-each>
    <xsl:for-each select="$identification/akn:FRBRExpression/akn:FRBRdate[1]"><meta itemprop="datePublished" content="{@date}"/></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
