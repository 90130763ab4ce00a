<?xml version="1.0" encoding="UTF-8"?>
<!-- docProps: what the record says of itself, for search and for record keepers. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:dcterms="http://purl.org/dc/terms/"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    xmlns:mh="urn:masthead:record:1"
    exclude-result-prefixes="exsl akn mh">

  <xsl:variable name="app-namespace" select="'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'"/>
  <xsl:variable name="custom-namespace" select="'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties'"/>

  <xsl:variable name="publisher" select="$cover//akn:docAuthority[@refersTo = '#publisher'][1]"/>
  <xsl:variable name="organs">
    <xsl:for-each select="$cover//akn:docAuthority[not(@refersTo = '#publisher')]">
      <xsl:if test="position() > 1">; </xsl:if>
      <xsl:value-of select="normalize-space(.)"/>
    </xsl:for-each>
  </xsl:variable>

  <xsl:template name="property-parts">
    <pkg:part pkg:name="/docProps/core.xml" pkg:contentType="application/vnd.openxmlformats-package.core-properties+xml">
      <pkg:xmlData>
        <cp:coreProperties>
          <dc:title><xsl:value-of select="$title"/></dc:title>
          <xsl:variable name="item" select="normalize-space($cover//akn:inline[@name = 'akn4un:agendaItemTitle'][1])"/>
          <xsl:if test="$item != ''"><dc:subject><xsl:value-of select="$item"/></dc:subject></xsl:if>
          <dc:creator>
            <xsl:choose>
              <xsl:when test="$organs != ''"><xsl:value-of select="$organs"/></xsl:when>
              <xsl:otherwise>United Nations</xsl:otherwise>
            </xsl:choose>
          </dc:creator>
          <xsl:if test="$symbol != ''"><dc:identifier><xsl:value-of select="$symbol"/></dc:identifier></xsl:if>
          <dc:language>
            <xsl:call-template name="word-language"><xsl:with-param name="lang" select="$language"/></xsl:call-template>
          </dc:language>
          <xsl:if test="$date != ''">
            <dcterms:created xsi:type="dcterms:W3CDTF"><xsl:value-of select="$date"/>T00:00:00Z</dcterms:created>
            <dcterms:modified xsi:type="dcterms:W3CDTF"><xsl:value-of select="$date"/>T00:00:00Z</dcterms:modified>
          </xsl:if>
          <cp:category><xsl:value-of select="$record/@name"/></cp:category>
        </cp:coreProperties>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/docProps/app.xml" pkg:contentType="{$office-type}extended-properties+xml">
      <pkg:xmlData>
        <xsl:element name="Properties" namespace="{$app-namespace}">
          <xsl:element name="Application" namespace="{$app-namespace}"><xsl:value-of select="$producer"/></xsl:element>
          <xsl:element name="Company" namespace="{$app-namespace}">United Nations</xsl:element>
        </xsl:element>
      </pkg:xmlData>
    </pkg:part>
    <xsl:call-template name="custom-properties"/>
    <xsl:call-template name="record-part"/>
  </xsl:template>

  <!-- The record itself as Akoma Ntoso, a custom XML part: what the Word document was made of, with the source's hash
       in its metadata. Word gives the part its properties when it saves. -->
  <xsl:template name="record-part">
    <pkg:part pkg:name="/customXml/item1.xml" pkg:contentType="application/xml">
      <pkg:xmlData><xsl:copy-of select="/akn:akomaNtoso"/></pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <xsl:template name="custom-properties">
    <xsl:variable name="rows">
      <row name="Symbol"><xsl:value-of select="$symbol"/></row>
      <row name="Organ"><xsl:value-of select="$organs"/></row>
      <row name="Distribution"><xsl:value-of select="normalize-space($cover//akn:docStatus[1])"/></row>
      <row name="Date of issue"><xsl:value-of select="$date"/></row>
      <row name="Session"><xsl:value-of select="normalize-space($cover//akn:session[1])"/></row>
      <row name="Agenda item"><xsl:value-of select="normalize-space($cover//akn:inline[@name = 'akn4un:agendaItem'][1])"/></row>
      <row name="Original language"><xsl:value-of select="normalize-space($cover//akn:inline[@name = 'akn4un:originalLanguage'][1])"/></row>
      <row name="Job number"><xsl:value-of select="$job-number"/></row>
      <row name="Work IRI"><xsl:value-of select="$identification/akn:FRBRWork/akn:FRBRuri/@value"/></row>
      <row name="Expression IRI"><xsl:value-of select="$identification/akn:FRBRExpression/akn:FRBRuri/@value"/></row>
      <row name="Source SHA-256"><xsl:value-of select="$identification//akn:preservation/mh:source/@sha256"/></row>
    </xsl:variable>
    <pkg:part pkg:name="/docProps/custom.xml" pkg:contentType="{$office-type}custom-properties+xml">
      <pkg:xmlData>
        <xsl:element name="Properties" namespace="{$custom-namespace}">
          <xsl:for-each select="exsl:node-set($rows)/row[. != '']">
            <xsl:element name="property" namespace="{$custom-namespace}">
              <xsl:attribute name="fmtid">{D5CDD505-2E9C-101B-9397-08002B2CF9AE}</xsl:attribute>
              <xsl:attribute name="pid"><xsl:value-of select="position() + 1"/></xsl:attribute>
              <xsl:attribute name="name"><xsl:value-of select="@name"/></xsl:attribute>
              <vt:lpwstr><xsl:value-of select="."/></vt:lpwstr>
            </xsl:element>
          </xsl:for-each>
        </xsl:element>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

</xsl:stylesheet>
