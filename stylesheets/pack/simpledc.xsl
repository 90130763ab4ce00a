<?xml version="1.0" encoding="UTF-8"?>
<!-- Simple Dublin Core of the package without a namespace, the form that RODA reads. A set is told by what its records have:
     each symbol, each creator and language once, the first and the last date. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    exclude-result-prefixes="p">

  <xsl:import href="common.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:key name="creator" match="p:creator" use="."/>
  <xsl:key name="language" match="p:language" use="."/>
  <xsl:key name="distribution" match="p:record" use="@distribution"/>

  <xsl:template match="/">
    <xsl:variable name="dates" select="$package/p:record/@date"/>
    <simpledc>
      <title><xsl:call-template name="package-title"/></title>
      <xsl:for-each select="$package/p:record/p:creator[generate-id() = generate-id(key('creator', .)[1])]">
        <creator><xsl:value-of select="."/></creator>
      </xsl:for-each>
      <publisher>United Nations</publisher>
      <xsl:for-each select="$dates">
        <xsl:sort select="."/>
        <xsl:if test="position() = 1 or position() = last()"><date><xsl:value-of select="."/></date></xsl:if>
      </xsl:for-each>
      <type>Text</type>
      <xsl:for-each select="$package/p:record">
        <identifier><xsl:value-of select="@symbol"/><xsl:if test="not(@symbol)"><xsl:value-of select="@iri"/></xsl:if></identifier>
      </xsl:for-each>
      <xsl:for-each select="$package/p:record/p:language[generate-id() = generate-id(key('language', .)[1])]">
        <language><xsl:value-of select="."/></language>
      </xsl:for-each>
      <xsl:if test="p:setting('rights') != ''"><rights><xsl:value-of select="p:setting('rights')"/></rights></xsl:if>
      <xsl:for-each select="$package/p:record[@distribution][generate-id() = generate-id(key('distribution', @distribution)[1])]">
        <rights><xsl:value-of select="@distribution"/></rights>
      </xsl:for-each>
    </simpledc>
  </xsl:template>
</xsl:stylesheet>
