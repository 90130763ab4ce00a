<?xml version="1.0" encoding="UTF-8"?>
<!-- Akoma Ntoso (AKN4UN) to clean, reflowed plain text: the normal form for search and for comparing.
     One paragraph a line, an empty line between two, numbers before their text, table cells parted by tabs, notes
     after the part that calls them. The words are the record's, in its order; nothing is added. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="akn">

  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>
  <xsl:preserve-space elements="akn:p akn:heading akn:subheading akn:num akn:from akn:listIntroduction akn:listWrapUp akn:crossHeading
      akn:docTitle akn:docType akn:docDate akn:docNumber akn:docAuthority akn:docStatus akn:docProponent akn:docCommittee akn:docStage
      akn:docketNumber akn:session akn:date akn:person akn:role akn:organization akn:location akn:event akn:concept akn:process
      akn:object akn:term akn:quantity akn:ref akn:mref akn:rref akn:a akn:inline akn:i akn:b akn:u akn:sub akn:sup akn:span
      akn:signature akn:recordedTime akn:embeddedText akn:remark akn:def akn:entity akn:summary akn:narrative akn:scene akn:caption
      akn:tocItem akn:block akn:longTitle akn:shortTitle"/>

  <xsl:variable name="new-line" select="'&#10;'"/>

  <xsl:template match="/">
    <xsl:apply-templates select="akn:akomaNtoso/akn:*"/>
  </xsl:template>

  <xsl:template match="akn:meta"/>

  <!-- A document: its parts, then the notes called in them; the attachments are documents of their own. -->
  <xsl:template match="akn:doc | akn:statement | akn:debate | akn:debateReport | akn:act | akn:bill | akn:judgment | akn:amendment
      | akn:officialGazette | akn:documentCollection">
    <xsl:apply-templates select="akn:*[not(self::akn:attachments)]"/>
    <xsl:variable name="id" select="generate-id()"/>
    <xsl:for-each select="akn:*[not(self::akn:attachments)]//akn:authorialNote[generate-id(ancestor::*[akn:meta][1]) = $id]">
      <xsl:apply-templates select="akn:p" mode="note"/>
    </xsl:for-each>
    <xsl:apply-templates select="akn:attachments"/>
  </xsl:template>

  <xsl:template match="akn:authorialNote/akn:p" mode="note">
    <xsl:call-template name="line">
      <xsl:with-param name="lead"><xsl:if test="not(preceding-sibling::akn:p)"><xsl:value-of select="../@marker"/></xsl:if></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Blocks: a line each. The first one of a numbered part stands behind its number. -->
  <xsl:template match="akn:p | akn:block | akn:crossHeading | akn:subheading | akn:from | akn:listIntroduction | akn:listWrapUp | akn:caption
      | akn:narrative | akn:scene | akn:summary | akn:tocItem | akn:longTitle">
    <xsl:call-template name="line">
      <xsl:with-param name="lead"><xsl:call-template name="number-before"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="akn:heading">
    <xsl:call-template name="line">
      <xsl:with-param name="lead"><xsl:value-of select="normalize-space(../akn:num)"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A number is printed by what follows it; alone it is a line. -->
  <xsl:template match="akn:num">
    <xsl:variable name="block" select="following::*[self::akn:heading or self::akn:p or self::akn:listIntroduction][1]"/>
    <!-- a heading prints the number of its own part only -->
    <xsl:variable name="printer" select="$block[self::akn:heading]/parent::* | $block[not(self::akn:heading)]/ancestor::*"/>
    <xsl:if test="count($printer | ..) > count($printer)">
      <xsl:call-template name="line"/>
    </xsl:if>
  </xsl:template>

  <!-- The number of the innermost part whose first block this is, and of those around it that also begin here. -->
  <xsl:template name="number-before">
    <xsl:variable name="block" select="."/>
    <xsl:for-each select="ancestor::*[akn:num and not(akn:heading)]">
      <xsl:variable name="first" select="(.//akn:heading | .//akn:p | .//akn:listIntroduction)[not(ancestor::akn:authorialNote)][1]"/>
      <xsl:if test="generate-id($first) = generate-id($block)">
        <xsl:value-of select="normalize-space(akn:num)"/>
        <xsl:text> </xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="line">
    <xsl:param name="lead"/>
    <xsl:variable name="text"><xsl:apply-templates mode="text"/></xsl:variable>
    <xsl:variable name="start" select="normalize-space($lead)"/>
    <xsl:value-of select="$start"/>
    <xsl:if test="$start != '' and normalize-space($text) != ''"><xsl:text> </xsl:text></xsl:if>
    <xsl:call-template name="tidy"><xsl:with-param name="text" select="$text"/></xsl:call-template>
    <xsl:if test="$start != '' or normalize-space($text) != ''"><xsl:value-of select="concat($new-line, $new-line)"/></xsl:if>
  </xsl:template>

  <!-- Line breaks inside a block (signatures, adoption lines) stay; other white space is one space. -->
  <xsl:template name="tidy">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '&#xE000;')">
        <xsl:value-of select="normalize-space(substring-before($text, '&#xE000;'))"/>
        <xsl:value-of select="$new-line"/>
        <xsl:call-template name="tidy"><xsl:with-param name="text" select="substring-after($text, '&#xE000;')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space($text)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="akn:tr">
    <xsl:for-each select="akn:td | akn:th">
      <xsl:if test="position() &gt; 1"><xsl:text>&#9;</xsl:text></xsl:if>
      <xsl:for-each select="akn:p | akn:block">
        <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:variable name="text"><xsl:apply-templates mode="text"/></xsl:variable>
        <xsl:value-of select="normalize-space($text)"/>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:value-of select="$new-line"/>
    <xsl:if test="not(following-sibling::akn:tr)"><xsl:value-of select="$new-line"/></xsl:if>
  </xsl:template>

  <!-- Inside a block. -->
  <xsl:template match="akn:authorialNote" mode="text"><xsl:value-of select="@marker"/></xsl:template>
  <xsl:template match="akn:eol" mode="text"><xsl:text>&#xE000;</xsl:text></xsl:template>
  <xsl:template match="akn:embeddedStructure" mode="text">
    <xsl:for-each select=".//akn:p[not(ancestor::akn:authorialNote)]">
      <xsl:if test="position() &gt; 1"><xsl:text>&#xE000;</xsl:text></xsl:if>
      <xsl:apply-templates mode="text"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="text()" mode="text"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="text()"/>
</xsl:stylesheet>
