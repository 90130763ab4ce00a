<?xml version="1.0" encoding="UTF-8"?>
<!-- What was packed, and what the checks before that said, for programs: JSON. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    exclude-result-prefixes="p">

  <xsl:import href="common.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template name="member">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:if test="string($value) != ''"><xsl:value-of select="concat(', &quot;', $name, '&quot;: ', p:json($value))"/></xsl:if>
  </xsl:template>

  <xsl:template match="/">
    <xsl:value-of select="concat('{&quot;program&quot;: ', p:json(concat($package/@program, ' ', $package/@version)), ', &quot;package&quot;: ',
        p:json($package/@id), ', &quot;created&quot;: ', p:json($package/@created), ', &quot;records&quot;: [')"/>
    <xsl:for-each select="$package/p:record">
      <xsl:value-of select="concat('&#10;{&quot;name&quot;: ', p:json(@name), ', &quot;id&quot;: ', p:json(@id))"/>
      <xsl:call-template name="member"><xsl:with-param name="name" select="'symbol'"/><xsl:with-param name="value" select="@symbol"/></xsl:call-template>
      <xsl:call-template name="member"><xsl:with-param name="name" select="'date'"/><xsl:with-param name="value" select="@date"/></xsl:call-template>
      <xsl:call-template name="member"><xsl:with-param name="name" select="'converter'"/><xsl:with-param name="value" select="@converter"/></xsl:call-template>
      <xsl:call-template name="member"><xsl:with-param name="name" select="'source'"/><xsl:with-param name="value" select="@source"/></xsl:call-template>
      <xsl:call-template name="member"><xsl:with-param name="name" select="'source_sha256'"/><xsl:with-param name="value" select="@source-sha256"/></xsl:call-template>
      <xsl:call-template name="member"><xsl:with-param name="name" select="'encoding'"/><xsl:with-param name="value" select="@encoding"/></xsl:call-template>
      <xsl:text>, "files": [</xsl:text>
      <xsl:for-each select="p:file">
        <xsl:value-of select="concat('&#10;  {&quot;path&quot;: ', p:json(p:path(@path)), ', &quot;bytes&quot;: ', @size, ', &quot;sha256&quot;: ', p:json(@sha256))"/>
        <xsl:call-template name="member"><xsl:with-param name="name" select="'original'"/><xsl:with-param name="value" select="@original"/></xsl:call-template>
        <xsl:call-template name="member"><xsl:with-param name="name" select="'verify'"/><xsl:with-param name="value" select="@outcome"/></xsl:call-template>
        <xsl:call-template name="member"><xsl:with-param name="name" select="'checks'"/><xsl:with-param name="value" select="@checks"/></xsl:call-template>
        <xsl:text>}</xsl:text>
        <xsl:if test="position() != last()">,</xsl:if>
      </xsl:for-each>
      <xsl:text>]}</xsl:text>
      <xsl:if test="position() != last()">,</xsl:if>
    </xsl:for-each>
    <xsl:text>&#10;]}&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
