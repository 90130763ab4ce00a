<?xml version="1.0" encoding="UTF-8"?>
<!-- Akoma Ntoso (AKN4UN) to one self-contained web page: semantic HTML5, no script, nothing fetched from elsewhere.
     Words that the page adds (contents, notes, back) come from common/words.xml; the look is html/style.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:mhs="urn:masthead:stylesheet:1"
    exclude-result-prefixes="akn mhs">

  <xsl:import href="common/language.xsl"/>
  <xsl:import href="html/inline.xsl"/>
  <xsl:import href="html/blocks.xsl"/>
  <xsl:import href="html/tables.xsl"/>
  <xsl:import href="html/notes.xsl"/>
  <xsl:import href="html/contents.xsl"/>
  <xsl:import href="html/metadata.xsl"/>
  <xsl:import href="html/style.xsl"/>

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="akn:akomaNtoso akn:doc akn:statement akn:debate akn:debateReport akn:act akn:bill akn:judgment
      akn:coverPage akn:preface akn:preamble akn:mainBody akn:body akn:debateBody akn:debateSection akn:conclusions akn:attachments
      akn:attachment akn:container akn:formula akn:part akn:section akn:title akn:chapter akn:division akn:article akn:paragraph
      akn:subparagraph akn:alinea akn:list akn:point akn:indent akn:intro akn:wrapUp akn:content akn:blockList akn:item akn:table akn:tr
      akn:td akn:th akn:toc akn:tblock akn:speech akn:rollCall akn:adjournment akn:authorialNote akn:embeddedStructure akn:meta"/>

  <xsl:param name="producer" select="'Masthead'"/>

  <xsl:variable name="record" select="/akn:akomaNtoso/*"/>
  <xsl:variable name="direction" select="$record-words/@direction"/>

  <!-- A word of the page's own, in the record's language. -->
  <xsl:template name="word">
    <xsl:param name="key"/>
    <xsl:value-of select="$record-words/mhs:word[@key = $key]"/>
  </xsl:template>

  <xsl:template match="/">
    <html lang="{$record-language}" dir="{$direction}" itemscope="itemscope" itemtype="https://schema.org/DigitalDocument">
      <!-- the serializer says the encoding: XSLT 1.0 §16.2 -->
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <xsl:call-template name="page-metadata"/>
        <style><xsl:call-template name="style"/></style>
      </head>
      <body>
        <a class="skip" href="#record"><xsl:call-template name="word"><xsl:with-param name="key" select="'skip'"/></xsl:call-template></a>
        <xsl:call-template name="contents"/>
        <main id="record">
          <article>
            <xsl:if test="not($main-heading)"><h1 class="unseen"><xsl:call-template name="page-title"/></h1></xsl:if>
            <xsl:apply-templates select="$record/akn:*"/>
          </article>
          <xsl:call-template name="notes"><xsl:with-param name="document" select="$record"/></xsl:call-template>
        </main>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
