<?xml version="1.0" encoding="UTF-8"?>
<!-- Metadata of a DSpace item, in the elements that DSpace has from the start. $topic is the schema: dc or dcterms. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    exclude-result-prefixes="p">

  <xsl:import href="common.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template name="value">
    <xsl:param name="element"/>
    <xsl:param name="qualifier" select="'none'"/>
    <xsl:param name="text"/>
    <xsl:if test="normalize-space($text) != ''">
      <dcvalue element="{$element}" qualifier="{$qualifier}"><xsl:value-of select="$text"/></dcvalue>
    </xsl:if>
  </xsl:template>

  <xsl:template match="/">
    <dublin_core schema="{$topic}">
      <xsl:choose>
        <xsl:when test="$topic = 'dc'"><xsl:apply-templates select="$single" mode="dc"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="$single" mode="dcterms"/></xsl:otherwise>
      </xsl:choose>
    </dublin_core>
  </xsl:template>

  <xsl:template match="p:record" mode="dc">
    <dcvalue element="title" qualifier="none" language="{@language}"><xsl:value-of select="@title"/></dcvalue>
    <xsl:for-each select="p:creator">
      <xsl:call-template name="value"><xsl:with-param name="element" select="'contributor'"/><xsl:with-param name="qualifier" select="'author'"/><xsl:with-param name="text" select="."/></xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="value"><xsl:with-param name="element" select="'date'"/><xsl:with-param name="qualifier" select="'issued'"/><xsl:with-param name="text" select="@date"/></xsl:call-template>
    <xsl:call-template name="value"><xsl:with-param name="element" select="'publisher'"/><xsl:with-param name="text" select="'United Nations'"/></xsl:call-template>
    <xsl:call-template name="value"><xsl:with-param name="element" select="'identifier'"/><xsl:with-param name="qualifier" select="'govdoc'"/><xsl:with-param name="text" select="@symbol"/></xsl:call-template>
    <xsl:call-template name="value"><xsl:with-param name="element" select="'identifier'"/><xsl:with-param name="qualifier" select="'other'"/><xsl:with-param name="text" select="@iri"/></xsl:call-template>
    <xsl:call-template name="value"><xsl:with-param name="element" select="'identifier'"/><xsl:with-param name="qualifier" select="'other'"/><xsl:with-param name="text" select="concat('urn:uuid:', @id)"/></xsl:call-template>
    <xsl:call-template name="value"><xsl:with-param name="element" select="'language'"/><xsl:with-param name="qualifier" select="'iso'"/><xsl:with-param name="text" select="@language"/></xsl:call-template>
    <xsl:call-template name="value"><xsl:with-param name="element" select="'type'"/><xsl:with-param name="text" select="@kind"/></xsl:call-template>
    <xsl:call-template name="value"><xsl:with-param name="element" select="'rights'"/><xsl:with-param name="text" select="p:setting('rights')"/></xsl:call-template>
    <xsl:call-template name="value"><xsl:with-param name="element" select="'rights'"/><xsl:with-param name="qualifier" select="'uri'"/><xsl:with-param name="text" select="p:setting('rights-uri')"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="p:record" mode="dcterms">
    <xsl:call-template name="value"><xsl:with-param name="element" select="'accessRights'"/><xsl:with-param name="text" select="@distribution"/></xsl:call-template>
    <xsl:call-template name="value"><xsl:with-param name="element" select="'conformsTo'"/><xsl:with-param name="text" select="'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
