<?xml version="1.0" encoding="UTF-8"?>
<!-- The masthead: the cover page set in the flow, in printed order, in boxes fixed on the first page. Each line belongs to
     a zone (publisher, symbol, organ, meeting, distribution, session, title); lines of one zone that follow each other
     make one box. Session and title lines stand below the thick rule in ordinary flow. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:exsl="http://exslt.org/common"
    xmlns:func="http://exslt.org/functions"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:mhs="urn:masthead:stylesheet:1"
    extension-element-prefixes="func exsl"
    exclude-result-prefixes="akn mhs exsl">

  <!-- Names the zone a cover line belongs to; a line that says nothing goes with the line before it, and after the
       publisher and the symbol to the issuer. -->
  <xsl:template match="akn:*" mode="zone">
    <xsl:variable name="before"><xsl:apply-templates select="preceding-sibling::*[1]" mode="zone"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$before = 'publisher' or $before = 'symbol'">organ</xsl:when>
      <xsl:when test="$before != ''"><xsl:value-of select="$before"/></xsl:when>
      <xsl:otherwise>session</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="akn:p[akn:docAuthority/@refersTo = '#publisher']" mode="zone" priority="9">publisher</xsl:template>
  <xsl:template match="akn:p[akn:docTitle or akn:docProponent]" mode="zone" priority="8">title</xsl:template>
  <xsl:template match="akn:p[akn:docNumber]" mode="zone" priority="7">symbol</xsl:template>
  <xsl:template match="akn:p[.//akn:session or akn:inline[starts-with(@name, 'akn4un:agendaItem')] or .//akn:docCommittee]"
      mode="zone" priority="6">session</xsl:template>
  <!-- The first date is the one of the document, a second one belongs to the session. -->
  <xsl:template match="akn:p[akn:docStatus or akn:docDate[not(../preceding-sibling::akn:p/akn:docDate)] or akn:inline[@name = 'akn4un:languageOfExpression'
      or @name = 'akn4un:originalLanguage' or @name = 'akn4un:distribution']]" mode="zone" priority="5">distribution</xsl:template>
  <!-- An organ above the Distr. block names the issuer, one below it heads its own session lines. -->
  <xsl:template match="akn:p[.//akn:docAuthority]" mode="zone" priority="4">
    <xsl:choose>
      <xsl:when test="preceding-sibling::akn:p[akn:docStatus or akn:docDate]">session</xsl:when>
      <xsl:otherwise>organ</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="akn:p[.//akn:inline/@name = 'akn4un:year']" mode="zone" priority="3">
    <xsl:choose>
      <xsl:when test="preceding-sibling::akn:p[akn:docStatus or akn:docDate]">session</xsl:when>
      <xsl:otherwise>organ</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <func:function name="mhs:zone">
    <xsl:param name="line"/>
    <xsl:variable name="zone"><xsl:apply-templates select="$line" mode="zone"/></xsl:variable>
    <func:result select="string($zone)"/>
  </func:function>

  <!-- Does the cover fit above the thick rule? Lines as they would be set, by zone. A record that has more there than a
       masthead holds is set without one: nothing may be printed over something else. -->
  <xsl:variable name="cover-tree">
    <xsl:for-each select="$record/akn:coverPage/akn:*">
      <xsl:variable name="zone" select="mhs:zone(.)"/>
      <line zone="{$zone}" rows="{1 + floor(string-length(normalize-space()) div (30 + 20 * ($zone = 'symbol' or $zone = 'publisher')))}"/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="masthead" select="$record/akn:coverPage and sum(exsl:node-set($cover-tree)/*[@zone = 'organ']/@rows) &lt;= 6
      and sum(exsl:node-set($cover-tree)/*[@zone = 'distribution']/@rows) &lt;= 9
      and sum(exsl:node-set($cover-tree)/*[@zone = 'symbol']/@rows) &lt;= 2
      and sum(exsl:node-set($cover-tree)/*[@zone = 'publisher']/@rows) &lt;= 1"/>

  <xsl:template match="akn:coverPage">
    <xsl:choose>
      <xsl:when test="$masthead">
        <xsl:call-template name="emblem"/>
        <xsl:call-template name="cover-run"><xsl:with-param name="line" select="*[1]"/></xsl:call-template>
        <xsl:call-template name="masthead-notes"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*" mode="plain-cover"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="akn:*" mode="plain-cover">
    <fo:block role="P" text-align="start" text-indent="0pt" space-after="3pt">
      <xsl:if test=".//akn:docAuthority | .//akn:docNumber | .//akn:session"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:p[akn:docTitle or akn:docProponent]" mode="plain-cover"><xsl:apply-templates select="." mode="title"/></xsl:template>

  <xsl:template name="emblem">
    <xsl:if test="$emblem != ''">
      <xsl:variable name="box" select="$profile/mhs:box[@name = 'emblem']"/>
      <fo:block-container>
        <xsl:call-template name="box-attributes"><xsl:with-param name="name" select="'emblem'"/></xsl:call-template>
        <fo:block font-size="1pt" line-height="{$box/@height}pt">
          <fo:external-graphic src="url('{$emblem}')" content-width="{$box/@width}pt" content-height="{$box/@height}pt"
              scaling="uniform" role="Figure" fox:alt-text="{$record-words/mhs:word[@key = 'emblem']}"/>
        </fo:block>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <!-- One run of lines of the same zone, then the next run. -->
  <xsl:template name="cover-run">
    <xsl:param name="line"/>
    <xsl:if test="$line">
      <xsl:variable name="zone" select="mhs:zone($line)"/>
      <xsl:variable name="heads" select="$zone = 'session' and $line[.//akn:docAuthority]"/>
      <xsl:variable name="others" select="$line/following-sibling::*[mhs:zone(.) != $zone
          or ($zone = 'session' and .//akn:docAuthority)][1]"/>
      <xsl:variable name="run" select="$line | $line/following-sibling::*[not($others)
          or count(. | $others/preceding-sibling::*) = count($others/preceding-sibling::*)]"/>
      <!-- The lines of a second organ that follow at once stand beside those of the first. -->
      <xsl:variable name="second" select="$others[$heads][mhs:zone(.) = 'session']"/>
      <xsl:variable name="after" select="$second/following-sibling::*[mhs:zone(.) != 'session' or .//akn:docAuthority][1]"/>
      <xsl:choose>
        <xsl:when test="$second">
          <xsl:call-template name="two-sessions">
            <xsl:with-param name="first" select="$run"/>
            <xsl:with-param name="second" select="$second | $second/following-sibling::*[not($after)
                or count(. | $after/preceding-sibling::*) = count($after/preceding-sibling::*)]"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="zone-box">
            <xsl:with-param name="zone" select="$zone"/>
            <xsl:with-param name="run" select="$run"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="cover-run">
        <xsl:with-param name="line" select="$after | $others[not($second)]"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="two-sessions">
    <xsl:param name="first"/>
    <xsl:param name="second"/>
    <xsl:variable name="start" select="$profile/mhs:box[@name = 'second-session']/@x - $profile/mhs:frame/@left"/>
    <fo:block role="Div" start-indent="{-$hang}pt" end-indent="{-$hang-end}pt" space-after="{$profile/mhs:session/@after}">
      <fo:table role="Div" table-layout="fixed" text-align="start" hyphenate="false" width="{$profile/mhs:frame/@right - $profile/mhs:frame/@left}pt">
        <fo:table-column column-number="1" column-width="{$start}pt"/>
        <fo:table-column column-number="2" column-width="proportional-column-width(1)"/>
        <fo:table-body role="NonStruct" start-indent="0pt" end-indent="0pt">
          <fo:table-row role="NonStruct">
            <fo:table-cell role="Div" padding-end="9pt"><xsl:apply-templates select="$first" mode="masthead"/></fo:table-cell>
            <fo:table-cell role="Div"><xsl:apply-templates select="$second" mode="masthead"/></fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <xsl:template name="zone-box">
    <xsl:param name="zone"/>
    <xsl:param name="run"/>
    <xsl:choose>
      <xsl:when test="$zone = 'title'">
        <xsl:apply-templates select="$run" mode="title"/>
      </xsl:when>
      <xsl:when test="$zone = 'session'">
        <fo:block role="Div" text-align="start" hyphenate="false" start-indent="{-$hang}pt"
            end-indent="{$profile/mhs:frame/@right - $profile/mhs:frame/@left - $profile/mhs:session/@width - $hang-end}pt"
            space-after="{$profile/mhs:session/@after}">
          <xsl:apply-templates select="$run" mode="masthead"/>
        </fo:block>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="fixed-zone">
          <xsl:with-param name="zone" select="$zone"/>
          <xsl:with-param name="run" select="$run"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A box above the thick rule. A later run of the same zone goes below the earlier one. -->
  <xsl:template name="fixed-zone">
    <xsl:param name="zone"/>
    <xsl:param name="run"/>
    <xsl:variable name="earlier" select="count($run[1]/preceding-sibling::*[mhs:zone(.) = $zone])"/>
    <xsl:variable name="row" select="mhs:language($run[1])"/>
    <fo:block-container role="Div" text-align="start" hyphenate="false">
      <xsl:call-template name="box-attributes">
        <xsl:with-param name="name" select="$zone"/>
        <xsl:with-param name="shift" select="$earlier * 12"/>
        <xsl:with-param name="wide" select="$zone = 'organ' and not(../akn:coverPage/akn:p[akn:docStatus or akn:docDate])"/>
      </xsl:call-template>
      <xsl:if test="$row/@direction != $record-words/@direction">
        <xsl:attribute name="writing-mode"><xsl:value-of select="$row/@writing-mode"/></xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$zone = 'symbol'">
          <fo:block role="P" text-align="end" letter-spacing="0pt">
            <xsl:for-each select="$run">
              <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
              <xsl:apply-templates mode="symbol"/>
            </xsl:for-each>
          </fo:block>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="$run" mode="masthead"/></xsl:otherwise>
      </xsl:choose>
    </fo:block-container>
  </xsl:template>

  <!-- Lines of the masthead. A line of unknown meaning where the issuer stands is the issuer if no other is known. -->
  <xsl:template match="akn:*" mode="masthead">
    <fo:block role="P">
      <xsl:if test="mhs:zone(.) = 'organ'">
        <xsl:choose>
          <xsl:when test="not(../akn:p[.//akn:docAuthority[not(@refersTo = '#publisher')]][mhs:zone(.) = 'organ'])">
            <xsl:attribute name="font-weight">bold</xsl:attribute>
            <xsl:attribute name="letter-spacing">-0.015em</xsl:attribute>
          </xsl:when>
          <xsl:otherwise>
            <xsl:attribute name="font-size"><xsl:value-of select="$profile/mhs:box[@name = 'distribution']/@size"/></xsl:attribute>
            <xsl:attribute name="line-height"><xsl:value-of select="$profile/mhs:box[@name = 'distribution']/@leading"/></xsl:attribute>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:if>
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:p[akn:docAuthority/@refersTo = '#publisher']" mode="masthead">
    <fo:block role="P" letter-spacing="0pt">
      <xsl:call-template name="block-language"/>
      <xsl:if test="mhs:language(.)/mhs:masthead/@name-start = 'frame'">
        <xsl:attribute name="start-indent"><xsl:value-of select="concat(-$hang, 'pt')"/></xsl:attribute>
        <xsl:attribute name="end-indent">-80pt</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:p[.//akn:docAuthority][not(akn:docAuthority/@refersTo = '#publisher')]" mode="masthead">
    <fo:block role="P" font-weight="bold">
      <xsl:choose>
        <xsl:when test="mhs:zone(.) != 'organ'">
          <xsl:attribute name="font-size"><xsl:value-of select="$profile/mhs:session/@organ"/></xsl:attribute>
        </xsl:when>
        <xsl:when test="$record-words/mhs:emphasis/@style = 'italic'">
          <xsl:attribute name="letter-spacing">-0.015em</xsl:attribute>
        </xsl:when>
      </xsl:choose>
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:p[.//akn:session or .//akn:docCommittee or akn:inline/@name = 'akn4un:agendaItemTitle']" mode="masthead">
    <fo:block role="P" font-weight="bold">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:p[.//akn:inline/@name = 'akn4un:year']" mode="masthead">
    <fo:block role="P" font-size="{$profile/mhs:box[@name = 'distribution']/@size}"
        line-height="{$profile/mhs:box[@name = 'distribution']/@leading}">
      <xsl:if test="preceding-sibling::akn:p[akn:docStatus or akn:docDate]">
        <xsl:attribute name="font-weight">bold</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:p[akn:docStatus/@refersTo = '#provisional']" mode="masthead">
    <fo:block role="P" font-style="{mhs:language(.)/mhs:emphasis/@style}">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <!-- "Original: English" right after the date: the line of the language of the text stays empty. -->
  <xsl:template match="akn:p[akn:inline/@name = 'akn4un:originalLanguage'][preceding-sibling::*[1]/akn:docDate]" mode="masthead">
    <fo:block role="P" space-before="{$profile/mhs:box[@name = 'distribution']/@leading}">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- Symbols: the letters before the first slash large, the rest small. -->
  <xsl:template match="akn:docNumber" mode="symbol">
    <xsl:apply-templates mode="symbol"/>
  </xsl:template>
  <xsl:template match="akn:*" mode="symbol"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="text()" mode="symbol"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="akn:docNumber//text()[contains(., '/')]" mode="symbol">
    <fo:inline font-size="{$profile/mhs:box[@name = 'symbol']/@initial}">
      <xsl:value-of select="substring-before(., '/')"/>
    </fo:inline>
    <xsl:text>/</xsl:text>
    <xsl:value-of select="substring-after(., '/')"/>
  </xsl:template>

  <!-- Notes called in a fixed box cannot be footnotes there: their bodies hang on the first line of the flow, which has
       no height and lets nothing stand off from it. -->
  <xsl:template name="masthead-notes">
    <xsl:variable name="notes" select=".//akn:authorialNote[mhs:in-box(.)]"/>
    <xsl:if test="$notes">
      <fo:block font-size="1pt" line-height="0pt" role="NonStruct" space-after="0pt" space-after.precedence="force">
        <xsl:for-each select="$notes">
          <fo:footnote>
            <fo:inline/>
            <xsl:call-template name="note-body"/>
          </fo:footnote>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <func:function name="mhs:in-box">
    <xsl:param name="note"/>
    <xsl:variable name="line" select="$note/ancestor::akn:*[parent::akn:coverPage]"/>
    <xsl:variable name="zone" select="mhs:zone($line)"/>
    <func:result select="$masthead and $line and $zone != 'title'
        and ($zone != 'session' or count($line/../akn:p[.//akn:docAuthority][mhs:zone(.) = 'session']) &gt; 1)"/>
  </func:function>
</xsl:stylesheet>
