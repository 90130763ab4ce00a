<?xml version="1.0" encoding="UTF-8"?>
<!-- What a PDF knows about itself: XMP in the declarations, bookmarks. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:exsl="http://exslt.org/common"
    xmlns:func="http://exslt.org/functions"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:mhs="urn:masthead:stylesheet:1"
    xmlns:mh="urn:masthead:record:1"
    extension-element-prefixes="func exsl"
    exclude-result-prefixes="akn mhs exsl mh">

  <xsl:template name="metadata">
    <xsl:variable name="expression" select="$record/akn:meta/akn:identification/akn:FRBRExpression"/>
    <xsl:variable name="work" select="$record/akn:meta/akn:identification/akn:FRBRWork"/>
    <xsl:variable name="author" select="substring-after($work/akn:FRBRauthor[@as = '#author' or @as = '#issuingBody'][last()]/@href, '#')"/>
    <xsl:variable name="creator" select="$record/akn:meta/akn:references/akn:*[@eId = $author]/@showAs"/>
    <fo:declarations>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default"><xsl:value-of select="mhs:record-title()"/></rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li><xsl:value-of select="$record-language"/></rdf:li></rdf:Bag></dc:language>
            <xsl:if test="$symbols"><dc:identifier><xsl:value-of select="mhs:symbol-text($symbols[1])"/></dc:identifier></xsl:if>
            <!-- A record without a date has 1900 in the metadata, which is no date to tell. -->
            <xsl:if test="$expression/akn:FRBRdate[1][not(starts-with(@date, '1900-'))]/@date">
              <dc:date><rdf:Seq><rdf:li><xsl:value-of select="$expression/akn:FRBRdate[1]/@date"/></rdf:li></rdf:Seq></dc:date>
            </xsl:if>
            <dc:publisher><rdf:Bag><rdf:li>United Nations</rdf:li></rdf:Bag></dc:publisher>
            <xsl:if test="$creator"><dc:creator><rdf:Seq><rdf:li><xsl:value-of select="$creator"/></rdf:li></rdf:Seq></dc:creator></xsl:if>
          </rdf:Description>
          <rdf:Description rdf:about=""><xsl:call-template name="record-properties"/></rdf:Description>
        </rdf:RDF>
      </x:xmpmeta>
    </fo:declarations>
  </xsl:template>

  <!-- What the record says of itself, as its own schema of properties has it. -->
  <xsl:template name="record-properties">
    <xsl:variable name="cover" select="$record/akn:coverPage | $record/akn:preface"/>
    <xsl:variable name="organ" select="$record/akn:meta/akn:identification/akn:FRBRWork/akn:FRBRauthor[@as = '#issuingBody'][1]/@href"/>
    <xsl:variable name="status" select="$cover//akn:docStatus[starts-with(@refersTo, '#distribution')][1]/@refersTo"/>
    <xsl:variable name="references" select="$record/akn:meta/akn:references/akn:*"/>
    <xsl:variable name="source" select="$record/akn:meta/akn:identification//mh:source[1]"/>
    <xsl:call-template name="property">
      <xsl:with-param name="name" select="'symbol'"/>
      <xsl:with-param name="value" select="mhs:symbol-text($symbols[1])"/>
    </xsl:call-template>
    <xsl:call-template name="property">
      <xsl:with-param name="name" select="'organ'"/>
      <xsl:with-param name="value" select="$references[concat('#', @eId) = $organ]/@showAs"/>
    </xsl:call-template>
    <xsl:call-template name="property">
      <xsl:with-param name="name" select="'session'"/>
      <xsl:with-param name="value" select="mhs:plain($cover//akn:session[1])"/>
    </xsl:call-template>
    <xsl:call-template name="property">
      <xsl:with-param name="name" select="'meeting'"/>
      <xsl:with-param name="value" select="mhs:plain($cover//akn:inline[@name = 'akn4un:meetingName'][1])"/>
    </xsl:call-template>
    <xsl:call-template name="property">
      <xsl:with-param name="name" select="'agendaItem'"/>
      <xsl:with-param name="value" select="mhs:plain($cover//akn:inline[@name = 'akn4un:agendaItem'][1])"/>
    </xsl:call-template>
    <xsl:call-template name="property">
      <xsl:with-param name="name" select="'kind'"/>
      <xsl:with-param name="value" select="$record/akn:meta/akn:publication/@showAs"/>
    </xsl:call-template>
    <xsl:call-template name="property">
      <xsl:with-param name="name" select="'distribution'"/>
      <xsl:with-param name="value" select="$references[concat('#', @eId) = $status]/@showAs"/>
    </xsl:call-template>
    <xsl:call-template name="property">
      <xsl:with-param name="name" select="'jobNumber'"/>
      <xsl:with-param name="value" select="$job-short"/>
    </xsl:call-template>
    <xsl:call-template name="property">
      <xsl:with-param name="name" select="'source'"/>
      <xsl:with-param name="value" select="$source/@name"/>
    </xsl:call-template>
    <xsl:call-template name="property">
      <xsl:with-param name="name" select="'sourceDigest'"/>
      <xsl:with-param name="value" select="$source/@sha256"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="property">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:if test="normalize-space($value) != ''">
      <xsl:element name="mh:{$name}" namespace="urn:masthead:record:1"><xsl:value-of select="normalize-space($value)"/></xsl:element>
    </xsl:if>
  </xsl:template>

  <!-- The text of a title or heading, without the notes called in it. -->
  <func:function name="mhs:plain">
    <xsl:param name="nodes"/>
    <xsl:variable name="text">
      <xsl:for-each select="$nodes">
        <xsl:for-each select=".//text()[not(ancestor::akn:authorialNote)] | .//akn:eol">
          <xsl:choose><xsl:when test="self::*"><xsl:text> </xsl:text></xsl:when><xsl:otherwise><xsl:value-of select="."/></xsl:otherwise></xsl:choose>
        </xsl:for-each>
        <xsl:text> </xsl:text>
      </xsl:for-each>
    </xsl:variable>
    <func:result select="normalize-space($text)"/>
  </func:function>

  <!-- The printed title; the name in the metadata; the symbol; the kind of record. -->
  <func:function name="mhs:record-title">
    <xsl:variable name="printed" select="mhs:plain(($record/akn:preface//akn:docTitle | $record/akn:coverPage//akn:docTitle)[last()])"/>
    <xsl:variable name="named" select="string($record/akn:meta/akn:identification/akn:FRBRWork/akn:FRBRname/@value)"/>
    <xsl:variable name="meeting" select="mhs:plain($record/akn:preface//akn:inline[@name = 'akn4un:meetingName'][1])"/>
    <xsl:choose>
      <xsl:when test="$printed != ''"><func:result select="$printed"/></xsl:when>
      <xsl:when test="$named != ''"><func:result select="$named"/></xsl:when>
      <xsl:when test="$symbols"><func:result select="normalize-space(concat(mhs:symbol-text($symbols[1]), ' ', $meeting))"/></xsl:when>
      <xsl:otherwise><func:result select="string($record/akn:meta/akn:publication/@showAs)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <xsl:template name="bookmarks">
    <xsl:variable name="tree"><xsl:apply-templates select="$record" mode="bookmark"/></xsl:variable>
    <xsl:if test="exsl:node-set($tree)/*">
      <fo:bookmark-tree><xsl:copy-of select="$tree"/></fo:bookmark-tree>
    </xsl:if>
  </xsl:template>

  <xsl:template match="akn:*" mode="bookmark"><xsl:apply-templates select="akn:*" mode="bookmark"/></xsl:template>
  <xsl:template match="akn:meta | akn:p | akn:content | akn:table | akn:toc | akn:speech | akn:paragraph" mode="bookmark"/>
  <xsl:template match="akn:preface[@eId][not(ancestor::akn:attachment)][akn:p/akn:docTitle]" mode="bookmark">
    <fo:bookmark internal-destination="{@eId}">
      <fo:bookmark-title><xsl:value-of select="mhs:plain(akn:p/akn:docTitle)"/></fo:bookmark-title>
    </fo:bookmark>
  </xsl:template>
  <xsl:template match="akn:*[@eId][akn:heading][not(self::akn:attachment or self::akn:tblock)]" mode="bookmark">
    <fo:bookmark internal-destination="{@eId}">
      <fo:bookmark-title><xsl:value-of select="mhs:plain(akn:num | akn:heading)"/></fo:bookmark-title>
      <xsl:apply-templates select="akn:*" mode="bookmark"/>
    </fo:bookmark>
  </xsl:template>
  <xsl:template match="akn:attachment[@eId]" mode="bookmark">
    <xsl:variable name="label" select="mhs:plain(akn:num | akn:heading | akn:*/akn:preface/akn:p[akn:docType or akn:docTitle])"/>
    <xsl:choose>
      <xsl:when test="$label != ''">
        <fo:bookmark internal-destination="{@eId}">
          <fo:bookmark-title><xsl:value-of select="$label"/></fo:bookmark-title>
          <xsl:apply-templates select="akn:*" mode="bookmark"/>
        </fo:bookmark>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="akn:*" mode="bookmark"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
