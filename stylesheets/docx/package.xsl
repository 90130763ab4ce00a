<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts beside the text: relationships, sections with running heads, settings, numbering, properties. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:str="http://exslt.org/strings"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:rel="http://schemas.openxmlformats.org/package/2006/relationships"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    exclude-result-prefixes="exsl str akn rel">

  <xsl:variable name="wml-type" select="'application/vnd.openxmlformats-officedocument.wordprocessingml.'"/>
  <xsl:variable name="office-type" select="'application/vnd.openxmlformats-officedocument.'"/>
  <xsl:variable name="rels-type" select="'application/vnd.openxmlformats-package.relationships+xml'"/>
  <xsl:variable name="office-rel" select="'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'"/>
  <xsl:variable name="rel-namespace" select="'http://schemas.openxmlformats.org/package/2006/relationships'"/>

  <!-- Measures in twips. Letter: as UN files made in New York; A4: as those made in Geneva. -->
  <xsl:variable name="is-a4" select="$paper = 'a4'"/>
  <xsl:variable name="margin" select="1134 * $is-a4 + 1200 * not($is-a4)"/>
  <xsl:variable name="page-width" select="11906 * $is-a4 + 12240 * not($is-a4)"/>
  <xsl:variable name="page-height" select="16838 * $is-a4 + 15840 * not($is-a4)"/>
  <xsl:variable name="frame-width" select="$page-width - 2 * $margin"/>
  <xsl:variable name="column-start" select="1134 * $is-a4 + 1267 * not($is-a4)"/>
  <xsl:variable name="column-end" select="1134 * $is-a4 + 1260 * not($is-a4)"/>
  <!-- where text begins and ends: columns have no margins of their own -->
  <xsl:variable name="text-start" select="$column-start * not($is-in-columns)"/>
  <xsl:variable name="text-end" select="$column-end * not($is-in-columns)"/>
  <xsl:variable name="organ-width" select="5472 - 100 * $is-a4"/>
  <xsl:variable name="step" select="567 * $is-a4 + 475 * not($is-a4)"/>

  <!-- ============================================================ relationships -->

  <xsl:template name="relationship-parts">
    <xsl:variable name="top">
      <part type="{$office-rel}officeDocument" target="word/document.xml"/>
      <part type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" target="docProps/core.xml"/>
      <part type="{$office-rel}extended-properties" target="docProps/app.xml"/>
      <part type="{$office-rel}custom-properties" target="docProps/custom.xml"/>
    </xsl:variable>
    <xsl:variable name="inner">
      <part type="{$office-rel}styles" target="styles.xml"/>
      <part type="{$office-rel}numbering" target="numbering.xml"/>
      <part type="{$office-rel}settings" target="settings.xml"/>
      <part type="{$office-rel}fontTable" target="fontTable.xml"/>
      <part type="{$office-rel}footnotes" target="footnotes.xml"/>
      <xsl:for-each select="exsl:node-set($running)/*">
        <part type="{$office-rel}{name()}" target="{name()}-{@page}.xml"/>
      </xsl:for-each>
      <part type="{$office-rel}customXml" target="../customXml/item1.xml"/>
    </xsl:variable>
    <xsl:call-template name="relationships">
      <xsl:with-param name="of" select="'/_rels/.rels'"/>
      <xsl:with-param name="parts" select="exsl:node-set($top)/part"/>
    </xsl:call-template>
    <xsl:call-template name="relationships">
      <xsl:with-param name="of" select="'/word/_rels/document.xml.rels'"/>
      <xsl:with-param name="parts" select="exsl:node-set($inner)/part"/>
      <xsl:with-param name="links" select="$record//akn:a[not(ancestor::akn:authorialNote)]"/>
    </xsl:call-template>
    <xsl:if test="$notes//akn:a">
      <xsl:call-template name="relationships">
        <xsl:with-param name="of" select="'/word/_rels/footnotes.xml.rels'"/>
        <xsl:with-param name="links" select="$notes//akn:a"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="relationships">
    <xsl:param name="of"/>
    <xsl:param name="parts" select="/.."/>
    <xsl:param name="links" select="/.."/>
    <pkg:part pkg:name="{$of}" pkg:contentType="{$rels-type}">
      <pkg:xmlData>
        <xsl:element name="Relationships" namespace="{$rel-namespace}">
          <xsl:for-each select="$parts">
            <xsl:element name="Relationship" namespace="{$rel-namespace}">
              <xsl:attribute name="Id">part<xsl:value-of select="position()"/></xsl:attribute>
              <xsl:attribute name="Type"><xsl:value-of select="@type"/></xsl:attribute>
              <xsl:attribute name="Target"><xsl:value-of select="@target"/></xsl:attribute>
            </xsl:element>
          </xsl:for-each>
          <xsl:for-each select="$links">
            <xsl:variable name="n"><xsl:call-template name="number-in"><xsl:with-param name="list" select="'link'"/></xsl:call-template></xsl:variable>
            <xsl:if test="$n != '' and not(ancestor::akn:a)">
              <xsl:element name="Relationship" namespace="{$rel-namespace}">
                <xsl:attribute name="Id">link<xsl:value-of select="$n"/></xsl:attribute>
                <xsl:attribute name="Type"><xsl:value-of select="$office-rel"/>hyperlink</xsl:attribute>
                <xsl:attribute name="Target">
                  <xsl:choose>
                    <xsl:when test="contains(@href, '%')"><xsl:value-of select="@href"/></xsl:when>
                    <xsl:when test="contains(@href, '#')">
                      <xsl:value-of select="concat(str:encode-uri(substring-before(@href, '#'), false()), '#',
                                            str:encode-uri(substring-after(@href, '#'), false()))"/>
                    </xsl:when>
                    <xsl:otherwise><xsl:value-of select="str:encode-uri(@href, false())"/></xsl:otherwise>
                  </xsl:choose>
                </xsl:attribute>
                <xsl:attribute name="TargetMode">External</xsl:attribute>
              </xsl:element>
            </xsl:if>
          </xsl:for-each>
        </xsl:element>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <!-- ============================================================ sections, running heads -->

  <!-- The first page has no running head; even and odd pages mirror each other. -->
  <xsl:variable name="running">
    <header page="first"/>
    <header page="even"/>
    <header page="default"/>
    <footer page="first"/>
    <footer page="even"/>
    <footer page="default"/>
  </xsl:variable>

  <xsl:template name="section">
    <xsl:param name="is-first"/>
    <xsl:param name="is-cover" select="false()"/>
    <xsl:param name="language"/>
    <w:sectPr>
      <xsl:if test="$is-first">
        <xsl:for-each select="exsl:node-set($running)/*">
          <!-- the running parts are numbers 6 to 11 of the document's relationships -->
          <xsl:element name="w:{name()}Reference">
            <xsl:attribute name="w:type"><xsl:value-of select="@page"/></xsl:attribute>
            <xsl:attribute name="r:id">part<xsl:value-of select="position() + 5"/></xsl:attribute>
          </xsl:element>
        </xsl:for-each>
      </xsl:if>
      <w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr>
      <w:type w:val="nextPage"/>
      <w:pgSz w:w="{$page-width}" w:h="{$page-height}"/>
      <w:pgMar w:top="800" w:right="{$margin}" w:bottom="1200" w:left="{$margin}" w:header="576" w:footer="680" w:gutter="0"/>
      <xsl:choose>
        <xsl:when test="$is-in-columns and not($is-cover)"><w:cols w:num="2" w:space="190"/></xsl:when>
        <xsl:otherwise><w:cols w:space="720"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$is-first"><w:titlePg/></xsl:if>
      <xsl:if test="$language = 'ar'"><w:bidi/></xsl:if>
    </w:sectPr>
  </xsl:template>

  <xsl:template name="header-parts">
    <xsl:for-each select="exsl:node-set($running)/*">
      <pkg:part pkg:name="/word/{name()}-{@page}.xml" pkg:contentType="{$wml-type}{name()}+xml">
        <pkg:xmlData><xsl:apply-templates select="." mode="running"/></pkg:xmlData>
      </pkg:part>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="header" mode="running">
    <w:hdr>
      <w:p>
        <w:pPr>
          <w:pStyle w:val="Header"><xsl:if test="@page = 'default'"><xsl:attribute name="w:val">OddHeader</xsl:attribute></xsl:if></w:pStyle>
        </w:pPr>
        <w:r><w:t><xsl:value-of select="$symbol"/></w:t></w:r>
      </w:p>
    </w:hdr>
  </xsl:template>
  <xsl:template match="header[@page = 'first']" mode="running">
    <w:hdr><w:p><w:pPr><w:pStyle w:val="FirstHeader"/></w:pPr></w:p></w:hdr>
  </xsl:template>

  <xsl:template match="footer" mode="running">
    <w:ftr>
      <w:p>
        <w:pPr><w:pStyle w:val="Footer"/></w:pPr>
        <xsl:choose>
          <xsl:when test="@page = 'even'">
            <xsl:call-template name="page-number"/>
            <w:r><w:tab/></w:r>
            <xsl:call-template name="job-number-run"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="job-number-run"/>
            <w:r><w:tab/></w:r>
            <xsl:call-template name="page-number"/>
          </xsl:otherwise>
        </xsl:choose>
      </w:p>
    </w:ftr>
  </xsl:template>
  <xsl:template match="footer[@page = 'first']" mode="running">
    <w:ftr>
      <w:p><w:pPr><w:pStyle w:val="FirstFooter"/></w:pPr><w:r><w:t xml:space="preserve"><xsl:value-of select="$job-number"/></w:t></w:r></w:p>
    </w:ftr>
  </xsl:template>

  <!-- "21-07541" of "21-07541 (E)  080621" -->
  <xsl:template name="job-number-run">
    <w:r>
      <w:rPr><w:rStyle w:val="JobNumber"/></w:rPr>
      <w:t><xsl:value-of select="substring-before(concat($job-number, ' '), ' ')"/></w:t>
    </w:r>
  </xsl:template>

  <xsl:template name="page-number">
    <xsl:call-template name="field"><xsl:with-param name="name" select="'PAGE'"/></xsl:call-template>
    <w:r><w:rPr><w:rStyle w:val="PageNumber"/></w:rPr><w:t>/</w:t></w:r>
    <xsl:call-template name="field"><xsl:with-param name="name" select="'NUMPAGES'"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="field">
    <xsl:param name="name"/>
    <w:r><w:rPr><w:rStyle w:val="PageNumber"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>
    <w:r><w:rPr><w:rStyle w:val="PageNumber"/></w:rPr><w:instrText xml:space="preserve"> <xsl:value-of select="$name"/> </w:instrText></w:r>
    <w:r><w:rPr><w:rStyle w:val="PageNumber"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r>
    <w:r><w:rPr><w:rStyle w:val="PageNumber"/></w:rPr><w:t>1</w:t></w:r>
    <w:r><w:rPr><w:rStyle w:val="PageNumber"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>
  </xsl:template>

  <!-- ============================================================ settings, fonts -->

  <xsl:template name="settings-parts">
    <pkg:part pkg:name="/word/settings.xml" pkg:contentType="{$wml-type}settings+xml">
      <pkg:xmlData>
        <w:settings>
          <w:zoom w:percent="100"/>
          <w:defaultTabStop w:val="{$step}"/>
          <xsl:if test="$language = 'ru' or $language = 'fr' or $language = 'es'"><w:autoHyphenation/></xsl:if>
          <w:evenAndOddHeaders/>
          <w:characterSpacingControl w:val="doNotCompress"/>
          <w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
          <w:compat>
            <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
            <w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
            <w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
            <w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
          </w:compat>
          <w:themeFontLang w:val="{$latin-tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
          <w:decimalSymbol w:val="."/>
          <w:listSeparator w:val=","/>
        </w:settings>
      </pkg:xmlData>
    </pkg:part>
    <pkg:part pkg:name="/word/fontTable.xml" pkg:contentType="{$wml-type}fontTable+xml">
      <pkg:xmlData>
        <w:fonts>
          <w:font w:name="Times New Roman">
            <w:altName w:val="Liberation Serif"/>
            <w:panose1 w:val="02020603050405020304"/>
            <w:charset w:val="00"/>
            <w:family w:val="roman"/>
            <w:pitch w:val="variable"/>
          </w:font>
          <w:font w:name="SimSun">
            <w:altName w:val="&#x5B8B;&#x4F53;"/>
            <w:panose1 w:val="02010600030101010101"/>
            <w:charset w:val="86"/>
            <w:family w:val="auto"/>
            <w:pitch w:val="variable"/>
          </w:font>
          <w:font w:name="Simplified Arabic">
            <w:altName w:val="Amiri"/>
            <w:panose1 w:val="02020603050405020304"/>
            <w:charset w:val="B2"/>
            <w:family w:val="roman"/>
            <w:pitch w:val="variable"/>
          </w:font>
        </w:fonts>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <!-- language of Latin and Cyrillic runs -->
  <xsl:variable name="latin-tag"><xsl:call-template name="latin-language"/></xsl:variable>
  <xsl:template name="latin-language">
    <xsl:choose>
      <xsl:when test="$language = 'zh' or $language = 'ar'">en-GB</xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="word-language"><xsl:with-param name="lang" select="$language"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
