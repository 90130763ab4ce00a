<?xml version="1.0" encoding="UTF-8"?>
<!-- bag-info.txt of a bag (RFC 8493 §2.2.2). Archivematica makes XML names of the labels: no others than those of the RFC. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    exclude-result-prefixes="p">

  <xsl:import href="common.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template name="fact">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:if test="normalize-space($value) != ''"><xsl:value-of select="concat($label, ': ', normalize-space($value), '&#10;')"/></xsl:if>
  </xsl:template>

  <xsl:template match="/">
    <xsl:variable name="payload" select="$package/p:written[starts-with(@path, 'data/')]"/>
    <xsl:variable name="title"><xsl:call-template name="package-title"/></xsl:variable>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'Source-Organization'"/><xsl:with-param name="value" select="p:setting('organization')"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'Contact-Name'"/><xsl:with-param name="value" select="p:setting('contact')"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'Contact-Email'"/><xsl:with-param name="value" select="p:setting('email')"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'External-Description'"/><xsl:with-param name="value" select="$title"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'Bagging-Date'"/><xsl:with-param name="value" select="substring($package/@created, 1, 10)"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'External-Identifier'"/><xsl:with-param name="value" select="concat('urn:uuid:', $package/@id)"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'Internal-Sender-Identifier'"/>
      <xsl:with-param name="value"><xsl:value-of select="$single/@symbol"/><xsl:if test="not($single/@symbol)"><xsl:value-of select="$package/@name"/></xsl:if></xsl:with-param>
    </xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'Payload-Oxum'"/>
      <xsl:with-param name="value" select="concat(format-number(sum($payload/@size), '0'), '.', count($payload))"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'Bag-Software-Agent'"/><xsl:with-param name="value" select="concat($package/@program, ' ', $package/@version)"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'BagIt-Profile-Identifier'"/><xsl:with-param name="value" select="$package/@profile"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
