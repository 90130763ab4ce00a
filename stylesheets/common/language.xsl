<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages: which one a node is in, and the row of words.xml that says how it is set.
     Reads common/words.xml. Gives the functions mhs:words, mhs:language, mhs:advance, mhs:is-symbol, mhs:address
     and the variables $record-language, $record-words. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:func="http://exslt.org/functions"
    xmlns:mhs="urn:masthead:stylesheet:1"
    extension-element-prefixes="func"
    exclude-result-prefixes="akn mhs">

  <xsl:variable name="words" select="document('words.xml')/mhs:words"/>

  <!-- The record's language as AKN writes it (three letters), then as xml:lang does. -->
  <xsl:variable name="record-iso"
      select="string(/akn:akomaNtoso/*/akn:meta/akn:identification/akn:FRBRExpression/akn:FRBRlanguage/@language)"/>
  <xsl:variable name="record-words"
      select="$words/mhs:language[@iso = $record-iso]
              | $words/mhs:language[@code = 'en'][not($words/mhs:language[@iso = $record-iso])]"/>
  <xsl:variable name="record-language" select="string($record-words/@code)"/>

  <!-- The row for a language code such as "fr" or "zh-CN"; the record's own row for a language we have none for. -->
  <func:function name="mhs:words">
    <xsl:param name="code"/>
    <xsl:variable name="row" select="$words/mhs:language[@code = substring(concat($code, '--'), 1, 2)]"/>
    <xsl:choose>
      <xsl:when test="$row"><func:result select="$row"/></xsl:when>
      <xsl:otherwise><func:result select="$record-words"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- The row for the language a node is in. -->
  <func:function name="mhs:language">
    <xsl:param name="node" select="."/>
    <xsl:variable name="code" select="$node/ancestor-or-self::*[@xml:lang][1]/@xml:lang"/>
    <xsl:choose>
      <!-- by far the most: no need to look among the rows -->
      <xsl:when test="not($code) or starts-with($code, $record-language)"><func:result select="$record-words"/></xsl:when>
      <xsl:otherwise><func:result select="mhs:words($code)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- How wide a short text (a printed number) is, in 1/1000 em. $weight is normal or bold. -->
  <func:function name="mhs:advance">
    <xsl:param name="text"/>
    <xsl:param name="weight" select="'normal'"/>
    <xsl:variable name="table" select="$words/mhs:advances[@weight = $weight]"/>
    <xsl:variable name="first" select="substring($text, 1, 1)"/>
    <xsl:variable name="row" select="$table/mhs:advance[contains(., $first)]"/>
    <xsl:variable name="wide" select="contains('一二三四五六七八九十㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩、（）', $first)"/>
    <xsl:choose>
      <xsl:when test="$text = ''"><func:result select="0"/></xsl:when>
      <xsl:when test="$wide">
        <func:result select="$table/@wide + mhs:advance(substring($text, 2), $weight)"/>
      </xsl:when>
      <xsl:when test="normalize-space($first) = ''">
        <func:result select="250 + mhs:advance(substring($text, 2), $weight)"/>
      </xsl:when>
      <xsl:when test="$row">
        <func:result select="$row[1]/@em + mhs:advance(substring($text, 2), $weight)"/>
      </xsl:when>
      <xsl:otherwise>
        <func:result select="$table/@other + mhs:advance(substring($text, 2), $weight)"/>
      </xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- True for text that is a document symbol and nothing else: capital letters, a slash, no foreign sign. -->
  <func:function name="mhs:is-symbol">
    <xsl:param name="text"/>
    <xsl:variable name="organ" select="substring-before($text, '/')"/>
    <func:result select="$organ != '' and string-length($text) &lt; 60
        and translate($organ, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '') = ''
        and translate($text, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/.()-&#x2013; &#xA0;', '') = ''
        and translate($text, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/.()-&#x2013; &#xA0;', '') != ''"/>
  </func:function>

  <!-- The public address of the document with this symbol, in this language. -->
  <func:function name="mhs:address">
    <xsl:param name="symbol"/>
    <xsl:param name="code" select="$record-language"/>
    <func:result select="concat('https://docs.un.org/', $code, '/', translate($symbol, '&#x2013; &#xA0;', '-'))"/>
  </func:function>
</xsl:stylesheet>
