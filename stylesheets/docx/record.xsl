<?xml version="1.0" encoding="UTF-8"?>
<!-- What the other parts of akn-to-docx ask the record for: languages, symbol, notes, link targets. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="exsl akn">

  <xsl:key name="local-reference" match="akn:ref | akn:a | akn:tocItem" use="substring-after(@href, '#')"/>
  <xsl:key name="element" match="akn:*[@eId][not(ancestor::akn:meta)]" use="@eId"/>
  <xsl:key name="component" match="akn:attachment"
      use="substring-after(akn:doc/akn:meta/akn:identification/akn:FRBRWork/akn:FRBRthis/@value, '!')"/>
  <xsl:key name="listed" match="entry" use="@of"/>

  <xsl:variable name="record" select="/akn:akomaNtoso/*[akn:meta][1]"/>
  <xsl:variable name="identification" select="$record/akn:meta/akn:identification"/>
  <xsl:variable name="cover" select="$record/akn:coverPage"/>

  <!-- ISO 639-2/T as in the AKN, the tag of xml:lang, Word's tag. Strings, not nodes: each run looks here. -->
  <xsl:variable name="iso-tags" select="' ara=ar zho=zh eng=en fra=fr rus=ru spa=es '"/>
  <xsl:variable name="word-tags" select="' ar=ar-SA zh=zh-CN en=en-GB fr=fr-FR ru=ru-RU es=es-ES '"/>

  <xsl:variable name="language">
    <xsl:variable name="iso" select="$identification/akn:FRBRExpression/akn:FRBRlanguage/@language"/>
    <xsl:variable name="known" select="substring-before(substring-after($iso-tags, concat(' ', $iso, '=')), ' ')"/>
    <xsl:choose>
      <xsl:when test="$known"><xsl:value-of select="$known"/></xsl:when>
      <xsl:otherwise>en</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template name="word-language">
    <xsl:param name="lang"/>
    <xsl:variable name="known" select="substring-before(substring-after($word-tags, concat(' ', $lang, '=')), ' ')"/>
    <xsl:value-of select="$known"/>
    <xsl:if test="not($known)"><xsl:value-of select="$lang"/></xsl:if>
  </xsl:template>

  <!-- language in force at the current node -->
  <xsl:template name="language-here">
    <xsl:value-of select="substring(concat(ancestor-or-self::*[@xml:lang][1]/@xml:lang, $language), 1, 2)"/>
  </xsl:template>

  <!-- symbols as printed, one after the other; empty when the record has none -->
  <xsl:variable name="symbol">
    <xsl:for-each select="$cover//akn:docNumber[@refersTo = '#symbol']">
      <xsl:if test="position() > 1">, </xsl:if>
      <xsl:variable name="text"><xsl:apply-templates select="." mode="plain"/></xsl:variable>
      <xsl:value-of select="normalize-space($text)"/>
    </xsl:for-each>
  </xsl:variable>

  <xsl:variable name="title">
    <xsl:variable name="text">
      <xsl:apply-templates select="($record/akn:preface//akn:docTitle | $cover//akn:docTitle)[last()]" mode="plain"/>
    </xsl:variable>
    <xsl:value-of select="normalize-space($text)"/>
  </xsl:variable>

  <xsl:variable name="job-number"
      select="normalize-space($record/akn:meta/akn:presentation//akn:docketNumber[@refersTo = '#publicationJobNumber'][1])"/>

  <!-- Issuing date: what the masthead prints, else the expression's. -->
  <xsl:variable name="date"
      select="($cover//akn:docDate[@refersTo = '#dateOfIssuance']/@date
              | $identification/akn:FRBRExpression/akn:FRBRdate/@date)[1]"/>

  <!-- Verbatim records to 2024 have two columns from their second page on; later ones one. -->
  <xsl:variable name="meeting-date" select="string(($record/akn:preface//akn:docDate[@refersTo = '#dateOfMeeting']/@date
      | $identification/akn:FRBRExpression/akn:FRBRdate[not(starts-with(@date, '1900-'))]/@date)[last()])"/>
  <xsl:variable name="is-in-columns" select="boolean($record/self::akn:debate[akn:coverPage]/akn:debateBody) and contains($symbol, 'PV.')
      and $meeting-date != '' and substring($meeting-date, 1, 4) &lt;= 2024"/>

  <!-- text without what stands in notes -->
  <xsl:template match="akn:authorialNote" mode="plain"/>
  <xsl:template match="akn:eol | akn:br" mode="plain"><xsl:text> </xsl:text></xsl:template>

  <xsl:variable name="notes" select="$record//akn:authorialNote[not(ancestor::akn:authorialNote)]"/>
  <!-- "(1)" is a number too: the brackets are typed, the number counts. -->
  <xsl:variable name="numeric-notes" select="$notes[string(number(translate(@marker, '()', ''))) = translate(@marker, '()', '')]"/>

  <!-- The first note that Word's counting would get wrong; from there on every number is a mark. -->
  <xsl:variable name="counted-notes">
    <xsl:variable name="wrong">
      <xsl:for-each select="$numeric-notes">
        <xsl:if test="translate(@marker, '()', '') != position()"><place n="{position()}"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="exsl:node-set($wrong)/place">
        <xsl:value-of select="exsl:node-set($wrong)/place[1]/@n - 1"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="count($numeric-notes)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- Numbers for notes, link targets and web links; generate-id() is for looking up only. -->
  <xsl:variable name="index">
    <xsl:for-each select="$notes">
      <entry of="note {generate-id()}" n="{position()}"/>
    </xsl:for-each>
    <xsl:for-each select="$numeric-notes">
      <xsl:if test="position() &lt;= $counted-notes"><entry of="counted {generate-id()}" n="{position()}"/></xsl:if>
    </xsl:for-each>
    <xsl:for-each select="$record//akn:*[@eId][key('local-reference', @eId)] | $record//akn:attachment">
      <entry of="target {generate-id()}" n="{position()}"/>
    </xsl:for-each>
    <xsl:for-each select="$record//akn:a[starts-with(@href, 'http://') or starts-with(@href, 'https://')
                          or starts-with(@href, 'mailto:')]">
      <entry of="link {generate-id()}" n="{position()}"/>
    </xsl:for-each>
    <xsl:call-template name="number-entries"/>
  </xsl:variable>
  <xsl:variable name="index-root" select="exsl:node-set($index)"/>

  <!-- number of the current node in one of the lists above; empty when it is not in it -->
  <xsl:template name="number-in">
    <xsl:param name="list"/>
    <xsl:variable name="wanted" select="concat($list, ' ', generate-id())"/>
    <xsl:for-each select="$index-root">
      <xsl:value-of select="key('listed', $wanted)/@n"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
