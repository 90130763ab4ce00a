<?xml version="1.0" encoding="UTF-8"?>
<!-- What all stylesheets of packages share. They read the description of a package (src/pack/writer.h says what is in it).
     Parameters: $topic says which of its documents a stylesheet makes, $base where paths begin, $representation which files
     it is about ('' is all). Gives the functions p:setting, p:path, p:csv, p:json and the variables $files, $single. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    xmlns:func="http://exslt.org/functions"
    xmlns:str="http://exslt.org/strings"
    extension-element-prefixes="func"
    exclude-result-prefixes="p str">

  <xsl:param name="topic" select="''"/>
  <xsl:param name="base" select="''"/>
  <xsl:param name="representation" select="''"/>

  <xsl:variable name="package" select="/p:package"/>
  <xsl:variable name="files" select="$package/p:record/p:file[$representation = '' or @representation = $representation]"/>
  <!-- The record of a package that has one; nothing in a set. -->
  <xsl:variable name="single" select="$package/p:record[last() = 1]"/>

  <func:function name="p:setting">
    <xsl:param name="name"/>
    <func:result select="string($package/p:setting[@name = $name]/@value)"/>
  </func:function>

  <!-- A path as it is told from $base. -->
  <func:function name="p:path">
    <xsl:param name="path"/>
    <xsl:choose>
      <xsl:when test="$base != '' and starts-with($path, $base)"><func:result select="substring-after($path, $base)"/></xsl:when>
      <xsl:otherwise><func:result select="string($path)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- RFC 4180: a value in quotes, its own quotes doubled. -->
  <func:function name="p:csv">
    <xsl:param name="value"/>
    <func:result select="concat('&quot;', str:replace(normalize-space($value), '&quot;', '&quot;&quot;'), '&quot;')"/>
  </func:function>

  <!-- RFC 8259: a string. XML has no control characters but white space, which is closed up. -->
  <func:function name="p:json">
    <xsl:param name="value"/>
    <xsl:variable name="slashed" select="str:replace(normalize-space($value), '\', '\\')"/>
    <func:result select="concat('&quot;', str:replace($slashed, '&quot;', '\&quot;'), '&quot;')"/>
  </func:function>

  <!-- What people call the package: the title of the one record, or what the set is. -->
  <xsl:template name="package-title">
    <xsl:choose>
      <xsl:when test="$single"><xsl:value-of select="$single/@title"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($package/@name, ': ', count($package/p:record), ' records of the United Nations')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
