<?xml version="1.0" encoding="UTF-8"?>
<!-- Akoma Ntoso (AKN4UN) to XSL-FO 1.1.
     Parameters: paper = letter (New York) or a4 (Geneva); emblem = address of a picture of the emblem, or nothing.
     To change one thing, import this file and write the template or attribute set again. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:mhs="urn:masthead:stylesheet:1"
    exclude-result-prefixes="akn mhs">

  <xsl:import href="common/language.xsl"/>
  <xsl:import href="fo/inline.xsl"/>
  <xsl:import href="fo/styles.xsl"/>
  <xsl:import href="fo/layout.xsl"/>
  <xsl:import href="fo/body.xsl"/>
  <xsl:import href="fo/leaders.xsl"/>
  <xsl:import href="fo/tables.xsl"/>
  <xsl:import href="fo/notes.xsl"/>
  <xsl:import href="fo/masthead.xsl"/>
  <xsl:import href="fo/resolution.xsl"/>
  <xsl:import href="fo/closing.xsl"/>
  <xsl:import href="fo/annex.xsl"/>
  <xsl:import href="fo/meeting.xsl"/>
  <xsl:import href="fo/metadata.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:param name="paper" select="'letter'"/>
  <xsl:param name="emblem" select="''"/>

  <!-- White space between the parts of the record means nothing; between words it does. -->
  <xsl:strip-space elements="akn:akomaNtoso akn:doc akn:statement akn:debate akn:debateReport akn:act akn:bill akn:judgment
      akn:officialGazette akn:documentCollection akn:collectionBody akn:component akn:components akn:coverPage akn:preface akn:preamble
      akn:mainBody akn:body akn:debateBody akn:debateSection akn:conclusions akn:attachments akn:attachment akn:container akn:formula
      akn:part akn:book akn:tome akn:section akn:title akn:chapter akn:division akn:article akn:rule akn:subsection akn:paragraph
      akn:subparagraph akn:alinea akn:clause akn:list akn:point akn:indent akn:intro akn:wrapUp akn:content akn:blockList akn:item
      akn:table akn:tr akn:td akn:th akn:toc akn:tblock akn:speech akn:rollCall akn:adjournment akn:authorialNote
      akn:embeddedStructure akn:quotedStructure akn:recitals akn:recital akn:citations akn:citation akn:meta"/>

  <xsl:template match="/">
    <fo:root writing-mode="{$record-words/@writing-mode}" widows="2" orphans="2" hyphenation-ladder-count="2" line-height-shift-adjustment="disregard-shifts">
      <xsl:call-template name="language-attributes"><xsl:with-param name="row" select="$record-words"/></xsl:call-template>
      <xsl:call-template name="page-masters"/>
      <xsl:call-template name="metadata"/>
      <xsl:call-template name="bookmarks"/>
      <fo:page-sequence id="record" master-reference="record" role="Document">
        <xsl:call-template name="page-furniture"/>
        <fo:flow flow-name="xsl-region-body">
          <xsl:apply-templates select="$record/akn:*"/>
          <xsl:call-template name="end-rule"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>
</xsl:stylesheet>
