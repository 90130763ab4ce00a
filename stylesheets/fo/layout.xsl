<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages: masters, rules, running heads and feet, the foot of the first page. All of it is decoration to a reader
     (role artifact): the record's own text is in the flow. Measures come from profiles.xml. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:func="http://exslt.org/functions"
    xmlns:mhs="urn:masthead:stylesheet:1"
    xmlns:mhx="urn:masthead:xslt:1"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    extension-element-prefixes="func"
    exclude-result-prefixes="akn mhs mhx">

  <xsl:variable name="profiles" select="document('profiles.xml')/mhs:profiles/mhs:profile"/>
  <xsl:variable name="profile" select="($profiles[@paper = $paper] | $profiles[not($profiles[@paper = $paper])])[1]"/>
  <xsl:variable name="hang" select="$profile/mhs:column/@left - $profile/mhs:frame/@left"/>
  <xsl:variable name="hang-end" select="$profile/mhs:frame/@right - $profile/mhs:column/@right"/>

  <!-- Symbols as printed, or the one in the metadata where the text has none (made-up numbers start with nn-). -->
  <xsl:variable name="record" select="/akn:akomaNtoso/*"/>
  <xsl:variable name="printed-symbols" select="$record/akn:coverPage//akn:docNumber[@refersTo = '#symbol']"/>
  <xsl:variable name="known-number"
      select="$record/akn:meta/akn:identification/akn:FRBRWork/akn:FRBRnumber[not(starts-with(@value, 'nn-'))]/@showAs"/>
  <xsl:variable name="symbols" select="$printed-symbols | $known-number[not($printed-symbols)][mhs:is-symbol(.)]"/>
  <xsl:variable name="job-number"
      select="normalize-space($record/akn:meta/akn:presentation//akn:docketNumber[@refersTo = '#publicationJobNumber'])"/>
  <xsl:variable name="job-short" select="mhs:job-short($job-number)"/>

  <!-- The job number itself: the word with a hyphen, before the bracket with the language; dates may come first. -->
  <func:function name="mhs:job-short">
    <xsl:param name="text"/>
    <xsl:variable name="word" select="substring-before(concat(normalize-space(translate($text, '(', ' ')), ' '), ' ')"/>
    <xsl:choose>
      <xsl:when test="$word = '' or contains($word, '-')"><func:result select="$word"/></xsl:when>
      <xsl:otherwise><func:result select="mhs:job-short(substring-after(normalize-space(translate($text, '(', ' ')), ' '))"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- A symbol's own text: not the notes called in it. -->
  <func:function name="mhs:symbol-text">
    <xsl:param name="symbol"/>
    <xsl:variable name="text">
      <xsl:choose>
        <xsl:when test="$symbol/self::*">
          <xsl:for-each select="$symbol//text()[not(ancestor::akn:authorialNote)]"><xsl:value-of select="."/></xsl:for-each>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$symbol"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <func:result select="normalize-space($text)"/>
  </func:function>

  <!-- Left edge of a box: as measured, or its mirror image in a record set from the right. -->
  <func:function name="mhs:left">
    <xsl:param name="x"/>
    <xsl:param name="width"/>
    <xsl:choose>
      <xsl:when test="$record-words/@direction = 'rtl'"><func:result select="$profile/@width - $x - $width"/></xsl:when>
      <xsl:otherwise><func:result select="$x"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- Attributes that fix a block-container on the page in the box with this name. -->
  <xsl:template name="box-attributes">
    <xsl:param name="name"/>
    <xsl:param name="shift" select="0"/>
    <xsl:param name="wide" select="false()"/>
    <xsl:variable name="box" select="$profile/mhs:box[@name = $name]"/>
    <xsl:variable name="width" select="number(concat($box[not($wide)]/@width, $box[$wide]/@wide))"/>
    <xsl:attribute name="absolute-position">fixed</xsl:attribute>
    <xsl:attribute name="left"><xsl:value-of select="concat(mhs:left($box/@x, $width), 'pt')"/></xsl:attribute>
    <xsl:attribute name="top"><xsl:value-of select="concat($box/@top + $shift, 'pt')"/></xsl:attribute>
    <xsl:attribute name="width"><xsl:value-of select="concat($width, 'pt')"/></xsl:attribute>
    <xsl:if test="$box/@size">
      <xsl:attribute name="font-size"><xsl:value-of select="$box/@size"/></xsl:attribute>
      <xsl:attribute name="line-height"><xsl:value-of select="$box/@leading"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="$box/@spacing">
      <xsl:attribute name="letter-spacing"><xsl:value-of select="$box/@spacing"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="$box/@face">
      <xsl:attribute name="font-family"><xsl:value-of select="mhs:words($box/@face)/mhs:type/@family"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Continuation pages: of a record in columns they have places of their own. -->
  <xsl:variable name="rest" select="$profile/mhs:columns[$two-columns] | $profile/mhs:rest[not($two-columns)]"/>
  <xsl:variable name="running" select="substring('columns-', 1, 8 * $two-columns)"/>

  <xsl:template name="page-masters">
    <fo:layout-master-set>
      <xsl:call-template name="page-master">
        <xsl:with-param name="name" select="'first'"/>
        <xsl:with-param name="body" select="$profile/mhs:first"/>
        <xsl:with-param name="top" select="($profile/mhs:first[$masthead] | $profile/mhs:rest[not($masthead)])/@top"/>
      </xsl:call-template>
      <xsl:call-template name="page-master">
        <xsl:with-param name="name" select="'even'"/>
        <xsl:with-param name="body" select="$rest"/>
      </xsl:call-template>
      <xsl:call-template name="page-master">
        <xsl:with-param name="name" select="'odd'"/>
        <xsl:with-param name="body" select="$rest"/>
      </xsl:call-template>
      <fo:page-sequence-master master-name="record">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference page-position="first" master-reference="first"/>
          <fo:conditional-page-master-reference odd-or-even="even" master-reference="even"/>
          <fo:conditional-page-master-reference odd-or-even="odd" master-reference="odd"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
    </fo:layout-master-set>
  </xsl:template>

  <xsl:template name="page-master">
    <xsl:param name="name"/>
    <xsl:param name="body"/>
    <xsl:param name="top" select="$body/@top"/>
    <xsl:variable name="column" select="($body[@left] | $profile/mhs:column[not($body/@left)])[1]"/>
    <xsl:variable name="left" select="mhs:left($column/@left, $column/@right - $column/@left)"/>
    <xsl:variable name="right" select="$profile/@width - $left - ($column/@right - $column/@left)"/>
    <fo:simple-page-master master-name="{$name}" page-width="{$profile/@width}pt" page-height="{$profile/@height}pt">
      <fo:region-body margin-top="{$top}pt" margin-bottom="{$profile/@height - $body/@bottom}pt"
          margin-left="{format-number($left, '0.##')}pt" margin-right="{format-number($right, '0.##')}pt">
        <xsl:if test="$body/@count">
          <xsl:attribute name="column-count"><xsl:value-of select="$body/@count"/></xsl:attribute>
          <xsl:attribute name="column-gap"><xsl:value-of select="$body/@gap"/></xsl:attribute>
        </xsl:if>
      </fo:region-body>
      <fo:region-before region-name="{$name}-before" extent="{$top}pt"/>
      <fo:region-after region-name="{$name}-after" extent="{$profile/@height - $body/@bottom}pt"/>
    </fo:simple-page-master>
  </xsl:template>

  <xsl:template name="page-furniture">
    <xsl:if test="$masthead">
      <fo:static-content flow-name="first-before" role="artifact">
        <xsl:call-template name="page-rule"><xsl:with-param name="name" select="'thin'"/></xsl:call-template>
        <xsl:call-template name="page-rule"><xsl:with-param name="name" select="'thick'"/></xsl:call-template>
      </fo:static-content>
    </xsl:if>
    <xsl:if test="$job-number != '' or $symbols and function-available('mhx:qr')">
      <fo:static-content flow-name="first-after" role="artifact">
        <xsl:call-template name="first-foot"/>
      </fo:static-content>
    </xsl:if>
    <xsl:call-template name="running-furniture">
      <xsl:with-param name="page" select="'even'"/>
      <xsl:with-param name="outer" select="'start'"/>
      <xsl:with-param name="inner" select="'end'"/>
    </xsl:call-template>
    <xsl:call-template name="running-furniture">
      <xsl:with-param name="page" select="'odd'"/>
      <xsl:with-param name="outer" select="'end'"/>
      <xsl:with-param name="inner" select="'start'"/>
    </xsl:call-template>
    <fo:static-content flow-name="xsl-footnote-separator" role="artifact">
      <xsl:call-template name="note-separator"/>
    </fo:static-content>
  </xsl:template>

  <!-- A rule over the whole frame. -->
  <xsl:template name="page-rule">
    <xsl:param name="name"/>
    <xsl:variable name="rule" select="$profile/mhs:rule[@name = $name]"/>
    <xsl:variable name="width" select="$profile/mhs:frame/@right - $profile/mhs:frame/@left"/>
    <fo:block-container absolute-position="fixed" left="{mhs:left($profile/mhs:frame/@left, $width)}pt" top="{$rule/@y}pt"
        width="{$width}pt" height="2pt" role="artifact">
      <fo:block border-before-style="solid" border-before-width="{$rule/@weight}pt" font-size="1pt" line-height="1pt"/>
    </fo:block-container>
  </xsl:template>

  <!-- Even pages have the symbol and the page number at the start, odd pages at the end; the job number opposite. -->
  <xsl:template name="running-furniture">
    <xsl:param name="page"/>
    <xsl:param name="outer"/>
    <xsl:param name="inner"/>
    <fo:static-content flow-name="{$page}-before" role="artifact">
      <xsl:if test="$symbols">
        <fo:block-container font-weight="bold" role="artifact">
          <xsl:call-template name="box-attributes">
            <xsl:with-param name="name" select="concat($running, 'head')"/>
            <xsl:with-param name="shift" select="-(count($symbols) - 1) * $profile/mhs:head/@step"/>
          </xsl:call-template>
          <xsl:for-each select="$symbols">
            <fo:block text-align="{$outer}"><xsl:value-of select="mhs:symbol-text(.)"/></fo:block>
          </xsl:for-each>
        </fo:block-container>
      </xsl:if>
      <xsl:call-template name="running-title"><xsl:with-param name="inner" select="$inner"/></xsl:call-template>
      <xsl:call-template name="page-rule"><xsl:with-param name="name" select="concat($running, 'head')"/></xsl:call-template>
    </fo:static-content>
    <fo:static-content flow-name="{$page}-after" role="artifact">
      <fo:block-container font-weight="bold" role="artifact">
        <xsl:call-template name="box-attributes"><xsl:with-param name="name" select="concat($running, 'number')"/></xsl:call-template>
        <fo:block text-align="{$outer}">
          <fo:bidi-override direction="ltr" unicode-bidi="embed">
            <fo:page-number/>
            <xsl:if test="$profile/mhs:foot/@total = 'true'">/<fo:page-number-citation-last ref-id="record"/></xsl:if>
          </fo:bidi-override>
        </fo:block>
      </fo:block-container>
      <xsl:if test="$job-short != '' and $profile/mhs:foot/@job = 'true'">
        <fo:block-container role="artifact">
          <xsl:call-template name="box-attributes"><xsl:with-param name="name" select="concat($running, 'job-small')"/></xsl:call-template>
          <fo:block text-align="{$inner}"><xsl:value-of select="$job-short"/></fo:block>
        </fo:block-container>
      </xsl:if>
    </fo:static-content>
  </xsl:template>

  <!-- What stands opposite the symbol: the title of an Assembly resolution, the day of a meeting; between them the item
       the Council speaks on. -->
  <xsl:template name="running-title">
    <xsl:param name="inner"/>
    <xsl:variable name="title" select="mhs:plain($record/akn:preface/akn:p[akn:docNumber]/akn:docTitle[1])"/>
    <xsl:variable name="item" select="mhs:plain($record/akn:debateBody/akn:debateSection[@name = 'agendaItem'][1]/akn:heading)"/>
    <!-- Three lines at most, the last one beside the symbol; ideographs are twice as wide. -->
    <xsl:variable name="most" select="75 * (1 + ($record-words/@code != 'zh'))"/>
    <xsl:if test="not($verbatim) and $title != ''">
      <fo:block-container font-weight="bold" display-align="after" height="{$profile/mhs:head/@step * 3}pt" role="artifact">
        <xsl:call-template name="box-attributes">
          <xsl:with-param name="name" select="'head'"/>
          <xsl:with-param name="shift" select="-2 * $profile/mhs:head/@step"/>
        </xsl:call-template>
        <fo:block text-align="{$inner}" hyphenate="false" start-indent="{$profile/mhs:head/@indent * ($inner = 'end')}pt"
            end-indent="{$profile/mhs:head/@indent * ($inner = 'start')}pt"><xsl:value-of select="mhs:abridged($title, $most)"/></fo:block>
      </fo:block-container>
    </xsl:if>
    <xsl:if test="$verbatim and $meeting-date != ''">
      <fo:block-container font-weight="bold" role="artifact">
        <xsl:call-template name="box-attributes"><xsl:with-param name="name" select="concat($running, 'head')"/></xsl:call-template>
        <fo:block text-align="{$inner}"><xsl:value-of select="concat(substring($meeting-date, 9, 2), '/', substring($meeting-date, 6, 2), '/',
            substring($meeting-date, 1, 4))"/></fo:block>
      </fo:block-container>
      <xsl:if test="$item != '' and $two-columns and starts-with($symbols[1], 'S/')">
        <fo:block-container role="artifact">
          <xsl:call-template name="box-attributes"><xsl:with-param name="name" select="'columns-item'"/></xsl:call-template>
          <fo:block text-align="center" hyphenate="false"><xsl:value-of select="mhs:abridged($item, 72)"/></fo:block>
        </fo:block-container>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- A text cut between words to at most so many characters. -->
  <func:function name="mhs:abridged">
    <xsl:param name="text"/>
    <xsl:param name="most"/>
    <xsl:choose>
      <xsl:when test="string-length($text) &lt;= $most"><func:result select="$text"/></xsl:when>
      <xsl:when test="substring($text, $most, 1) = ' '"><func:result select="concat(substring($text, 1, $most - 1), '…')"/></xsl:when>
      <xsl:when test="$most &lt; 20"><func:result select="concat(substring($text, 1, $most), '…')"/></xsl:when>
      <xsl:otherwise><func:result select="mhs:abridged($text, $most - 1)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <xsl:template name="first-foot">
    <xsl:if test="$job-number != ''">
      <fo:block-container role="artifact">
        <xsl:call-template name="box-attributes"><xsl:with-param name="name" select="'job'"/></xsl:call-template>
        <fo:block white-space-collapse="false"><fo:bidi-override direction="ltr" unicode-bidi="embed"><xsl:value-of
            select="$record/akn:meta/akn:presentation//akn:docketNumber[@refersTo = '#publicationJobNumber']"/></fo:bidi-override></fo:block>
      </fo:block-container>
      <xsl:call-template name="drawing">
        <xsl:with-param name="name" select="'recycle-mark'"/>
        <xsl:with-param name="svg" select="document('recycle.xml')"/>
        <xsl:with-param name="alt" select="$record-words/mhs:word[@key = 'recycle']"/>
      </xsl:call-template>
      <xsl:if test="function-available('mhx:code39')">
        <xsl:call-template name="drawing">
          <xsl:with-param name="name" select="'barcode'"/>
          <xsl:with-param name="svg" select="mhx:code39(concat('*', translate($job-short, '-* ', ''), '*'))"/>
        </xsl:call-template>
      </xsl:if>
      <fo:block-container role="artifact" font-weight="bold">
        <xsl:call-template name="box-attributes"><xsl:with-param name="name" select="'recycle'"/></xsl:call-template>
        <xsl:if test="string-length($record-words/mhs:word[@key = 'recycle']) &gt; 30"><xsl:attribute name="font-size">8pt</xsl:attribute></xsl:if>
        <fo:block text-align="end" hyphenate="false" letter-spacing="0pt"><xsl:value-of select="$record-words/mhs:word[@key = 'recycle']"/></fo:block>
      </fo:block-container>
    </xsl:if>
    <xsl:if test="$symbols and function-available('mhx:qr')">
      <xsl:call-template name="drawing">
        <xsl:with-param name="name" select="'qr'"/>
        <xsl:with-param name="svg" select="mhx:qr(mhs:address(mhs:symbol-text($symbols[1])))"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A drawing (svg:svg) in a box of the page, scaled to fill it. -->
  <xsl:template name="drawing">
    <xsl:param name="name"/>
    <xsl:param name="svg"/>
    <xsl:param name="alt" select="$record-words/mhs:word[@key = $name]"/>
    <xsl:variable name="box" select="$profile/mhs:box[@name = $name]"/>
    <fo:block-container role="artifact">
      <xsl:call-template name="box-attributes"><xsl:with-param name="name" select="$name"/></xsl:call-template>
      <fo:block font-size="1pt" line-height="1pt">
        <fo:instream-foreign-object content-width="{$box/@width}pt" content-height="{$box/@height}pt"
            scaling="non-uniform" fox:alt-text="{$alt}">
          <xsl:copy-of select="$svg"/>
        </fo:instream-foreign-object>
      </fo:block>
    </fo:block-container>
  </xsl:template>
</xsl:stylesheet>
