<?xml version="1.0" encoding="UTF-8"?>
<!--
  Akoma Ntoso (AKN4UN profile) to one Word document as Flat OPC: a pkg:package that Word opens as it
  is, and that src/docx zips into a .docx.

  Rules kept here:
  - all text of the content part goes to word/document.xml or word/footnotes.xml, in its order;
    nothing is added to it;
  - a printed number is Word's own where Word's counting shows what was printed (docx/numbering.xsl), else text
    followed by a tab; so are bullets;
  - a footnote whose printed mark is the number Word would count is numbered by Word, any other one carries its mark.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    exclude-result-prefixes="akn">

  <!-- in this order: what comes later may say more of the same element -->
  <xsl:import href="docx/record.xsl"/>
  <xsl:import href="docx/numbering.xsl"/>
  <xsl:import href="docx/package.xsl"/>
  <xsl:import href="docx/properties.xsl"/>
  <xsl:import href="docx/styles.xsl"/>
  <xsl:import href="docx/runs.xsl"/>
  <xsl:import href="docx/blocks.xsl"/>
  <xsl:import href="docx/tables.xsl"/>
  <xsl:import href="docx/masthead.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- 'letter' or 'a4' -->
  <xsl:param name="paper" select="'letter'"/>
  <xsl:param name="producer" select="'Masthead'"/>

  <xsl:template match="/">
    <xsl:processing-instruction name="mso-application">progid="Word.Document"</xsl:processing-instruction>
    <pkg:package>
      <xsl:call-template name="relationship-parts"/>
      <pkg:part pkg:name="/word/document.xml" pkg:contentType="{$wml-type}document.main+xml">
        <pkg:xmlData>
          <w:document>
            <w:body>
              <xsl:apply-templates select="$record" mode="part"/>
              <xsl:call-template name="section">
                <xsl:with-param name="is-first" select="not(//akn:attachment[akn:doc] or $record/self::akn:debate[akn:coverPage]/akn:debateBody)"/>
                <xsl:with-param name="language" select="$language"/>
              </xsl:call-template>
            </w:body>
          </w:document>
        </pkg:xmlData>
      </pkg:part>
      <pkg:part pkg:name="/word/footnotes.xml" pkg:contentType="{$wml-type}footnotes+xml">
        <pkg:xmlData>
          <w:footnotes>
            <w:footnote w:type="separator" w:id="-1">
              <w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:separator/></w:r></w:p>
            </w:footnote>
            <w:footnote w:type="continuationSeparator" w:id="0">
              <w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p>
            </w:footnote>
            <xsl:apply-templates select="$notes" mode="footnote"/>
          </w:footnotes>
        </pkg:xmlData>
      </pkg:part>
      <xsl:call-template name="styles-part"/>
      <xsl:call-template name="numbering-part"/>
      <xsl:call-template name="settings-parts"/>
      <xsl:call-template name="header-parts"/>
      <xsl:call-template name="property-parts"/>
    </pkg:package>
  </xsl:template>

  <!-- A document part (the record, an annex) and then its own annexes, each in a new section. -->
  <xsl:template match="*" mode="part">
    <xsl:apply-templates select="akn:coverPage" mode="masthead"/>
    <xsl:apply-templates select="akn:*[not(self::akn:meta or self::akn:coverPage or self::akn:attachments
                                 or self::akn:components)]" mode="block"/>
    <xsl:variable name="inner" select="akn:attachments/akn:attachment[akn:doc]"/>
    <!-- A part ends its section; the last one ends with a rule, and the document with its section. -->
    <w:p>
      <w:pPr>
        <xsl:choose>
          <xsl:when test="following::akn:attachment[akn:doc] or $inner">
            <w:pStyle w:val="AfterTable"/>
            <xsl:call-template name="section">
              <xsl:with-param name="is-first" select="not(ancestor::akn:attachment or self::akn:debate[akn:coverPage]/akn:debateBody)"/>
              <xsl:with-param name="language">
                <xsl:apply-templates select="." mode="part-language"/>
              </xsl:with-param>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise><w:pStyle w:val="EndRule"/></xsl:otherwise>
        </xsl:choose>
      </w:pPr>
    </w:p>
    <xsl:apply-templates select="akn:attachments | akn:components" mode="block"/>
  </xsl:template>

  <xsl:template match="*" mode="part-language">
    <xsl:choose>
      <xsl:when test="akn:mainBody/@xml:lang"><xsl:value-of select="akn:mainBody/@xml:lang"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$language"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
