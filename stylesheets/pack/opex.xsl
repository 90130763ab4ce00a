<?xml version="1.0" encoding="UTF-8"?>
<!-- OPEX 1.2 of a file ($topic file), of a record's folder (record) and of the package (package). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:mods="http://www.loc.gov/mods/v3"
    xmlns:opex="http://www.openpreservationexchange.org/opex/v1.2"
    exclude-result-prefixes="p oai_dc dc mods">

  <xsl:import href="common.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="oai_dc:* mods:*"/>

  <xsl:template match="/">
    <opex:OPEXMetadata>
      <xsl:choose>
        <xsl:when test="$topic = 'file'"><xsl:apply-templates select="$files"/></xsl:when>
        <xsl:when test="$topic = 'record'"><xsl:apply-templates select="$single"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="$package"/></xsl:otherwise>
      </xsl:choose>
    </opex:OPEXMetadata>
  </xsl:template>

  <xsl:template match="p:file">
    <opex:Transfer>
      <opex:SourceID><xsl:value-of select="@id"/></opex:SourceID>
      <opex:Fixities>
        <opex:Fixity type="SHA-256" value="{@sha256}"/>
        <opex:Fixity type="SHA-512" value="{@sha512}"/>
      </opex:Fixities>
    </opex:Transfer>
    <opex:Properties>
      <opex:Title><xsl:value-of select="concat(../@title, ' (', @representation, ')')"/></opex:Title>
      <xsl:call-template name="security"><xsl:with-param name="record" select=".."/></xsl:call-template>
      <xsl:call-template name="identifiers"><xsl:with-param name="record" select=".."/></xsl:call-template>
    </opex:Properties>
    <opex:DescriptiveMetadata><xsl:apply-templates select="../oai_dc:dc"/></opex:DescriptiveMetadata>
  </xsl:template>

  <xsl:template match="p:record">
    <xsl:variable name="slug" select="@slug"/>
    <opex:Transfer>
      <opex:SourceID><xsl:value-of select="@id"/></opex:SourceID>
      <opex:Manifest>
        <opex:Files>
          <xsl:for-each select="$package/p:written">
            <xsl:sort select="@path"/>
            <opex:File type="content" size="{@size}">
              <xsl:if test="substring(@path, string-length(@path) - 4) = '.opex'"><xsl:attribute name="type">metadata</xsl:attribute></xsl:if>
              <xsl:value-of select="p:path(@path)"/>
            </opex:File>
          </xsl:for-each>
        </opex:Files>
      </opex:Manifest>
    </opex:Transfer>
    <opex:Properties>
      <opex:Title><xsl:value-of select="@title"/></opex:Title>
      <xsl:if test="@symbol"><opex:Description><xsl:value-of select="concat(@kind, ' ', @symbol)"/></opex:Description></xsl:if>
      <xsl:call-template name="security"><xsl:with-param name="record" select="."/></xsl:call-template>
      <xsl:call-template name="identifiers"><xsl:with-param name="record" select="."/></xsl:call-template>
    </opex:Properties>
    <opex:DescriptiveMetadata>
      <xsl:apply-templates select="oai_dc:dc"/>
      <xsl:copy-of select="mods:mods"/>
    </opex:DescriptiveMetadata>
  </xsl:template>

  <xsl:template match="p:package">
    <opex:Transfer>
      <opex:SourceID><xsl:value-of select="@id"/></opex:SourceID>
      <opex:Manifest>
        <opex:Folders>
          <xsl:for-each select="p:record"><opex:Folder><xsl:value-of select="@slug"/></opex:Folder></xsl:for-each>
        </opex:Folders>
      </opex:Manifest>
    </opex:Transfer>
    <opex:Properties><opex:Title><xsl:call-template name="package-title"/></opex:Title></opex:Properties>
  </xsl:template>

  <!-- Preservica shows to all what has no other word: a record of limited or restricted distribution must have one. -->
  <xsl:template name="security">
    <xsl:param name="record"/>
    <xsl:if test="starts-with($record/@distribution, 'Limited') or starts-with($record/@distribution, 'Restricted')">
      <opex:SecurityDescriptor>closed</opex:SecurityDescriptor>
    </xsl:if>
  </xsl:template>

  <xsl:template name="identifiers">
    <xsl:param name="record"/>
    <opex:Identifiers>
      <xsl:if test="$record/@symbol"><opex:Identifier type="un-symbol"><xsl:value-of select="$record/@symbol"/></opex:Identifier></xsl:if>
      <opex:Identifier type="akn-iri"><xsl:value-of select="$record/@iri"/></opex:Identifier>
    </opex:Identifiers>
  </xsl:template>

  <xsl:template match="oai_dc:dc">
    <oai_dc:dc>
      <xsl:copy-of select="*"/>
      <xsl:if test="p:setting('rights') != ''"><dc:rights><xsl:value-of select="p:setting('rights')"/></dc:rights></xsl:if>
      <xsl:if test="../@distribution"><dc:rights><xsl:value-of select="../@distribution"/></dc:rights></xsl:if>
    </oai_dc:dc>
  </xsl:template>
</xsl:stylesheet>
