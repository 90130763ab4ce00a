<?xml version="1.0" encoding="UTF-8"?>
<!-- Running text: titles, headings, numbered and plain paragraphs, lists, tables of contents. -->
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

  <!-- How deep headings start: below the title where there is one, one deeper in each attachment. -->
  <func:function name="mhs:heading-role">
    <xsl:param name="node"/>
    <xsl:variable name="titled" select="boolean($record/akn:preface//akn:docTitle | $record/akn:coverPage//akn:docTitle)"/>
    <xsl:variable name="depth" select="number($titled) + count($node/ancestor::akn:attachment | $node/ancestor::akn:component)
        + count($node/ancestor-or-self::akn:*[akn:heading or akn:subheading and not(akn:heading)][not(self::akn:attachment)]
        [not(self::akn:tblock)])"/>
    <xsl:choose>
      <xsl:when test="$depth &gt; 6"><func:result select="'H6'"/></xsl:when>
      <xsl:when test="$depth &lt; 1"><func:result select="'H1'"/></xsl:when>
      <xsl:otherwise><func:result select="concat('H', $depth)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <!-- Attributes of the heading style with this name in the profile. -->
  <xsl:template name="heading-attributes">
    <xsl:param name="style"/>
    <xsl:variable name="row" select="$profile/mhs:heading[@name = $style]"/>
    <xsl:attribute name="font-size"><xsl:value-of select="$row/@size"/></xsl:attribute>
    <xsl:attribute name="letter-spacing"><xsl:value-of select="concat(mhs:heading-spacing($style), 'pt')"/></xsl:attribute>
    <xsl:attribute name="space-before"><xsl:value-of select="$row/@before"/></xsl:attribute>
    <xsl:attribute name="space-after"><xsl:value-of select="$row/@after"/></xsl:attribute>
  </xsl:template>

  <!-- The style of a level's heading. -->
  <xsl:template match="akn:*" mode="heading-style">other</xsl:template>
  <xsl:template match="akn:part | akn:book | akn:tome" mode="heading-style">part</xsl:template>
  <xsl:template match="akn:section" mode="heading-style">section</xsl:template>
  <xsl:template match="akn:title" mode="heading-style">title-level</xsl:template>

  <!-- A title line: first one is the title, further ones are subtitles. -->
  <xsl:template match="akn:preface">
    <xsl:call-template name="in-language"/>
  </xsl:template>
  <xsl:template match="akn:preface/akn:p"><xsl:apply-templates select="." mode="title"/></xsl:template>

  <xsl:template match="akn:*" mode="title">
    <fo:block xsl:use-attribute-sets="paragraph" role="P" text-indent="0pt" space-before="6pt">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <!-- The H1 of the record: 14 points for a subject with a subtitle under it or a resolution, 12 for letters. -->
  <xsl:template match="akn:p[akn:docTitle]" mode="title">
    <xsl:variable name="style">
      <xsl:choose>
        <xsl:when test="ancestor::akn:attachment"><xsl:value-of select="$annex-style"/></xsl:when>
        <xsl:when test="ancestor::akn:coverPage or following-sibling::akn:p/akn:inline/@name = 'akn4un:subTitle'">subject</xsl:when>
        <xsl:otherwise>title</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <fo:block xsl:use-attribute-sets="heading" end-indent="6pt">
      <xsl:call-template name="heading-attributes"><xsl:with-param name="style" select="string($style)"/></xsl:call-template>
      <xsl:if test="$style = $annex-style and not(preceding-sibling::akn:p)"><xsl:attribute name="space-before.conditionality">retain</xsl:attribute></xsl:if>
      <xsl:attribute name="role"><xsl:call-template name="title-role"/></xsl:attribute>
      <xsl:call-template name="block-language"/>
      <xsl:call-template name="title-id"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <!-- The first title of a preface carries the preface's id, for bookmarks. -->
  <xsl:template name="title-id">
    <xsl:if test="parent::akn:preface/@eId and not(preceding-sibling::akn:p[akn:docTitle])">
      <xsl:attribute name="id"><xsl:value-of select="../@eId"/></xsl:attribute>
    </xsl:if>
  </xsl:template>
  <!-- Only the first title is the H1 (or the heading of its annex); a second one is next to it or below. -->
  <xsl:template name="title-role">
    <xsl:variable name="depth" select="count(ancestor::akn:attachment | ancestor::akn:component)"/>
    <xsl:choose>
      <xsl:when test="parent::akn:preface and not($depth) and $record/akn:coverPage//akn:docTitle">H2</xsl:when>
      <xsl:when test="preceding-sibling::akn:p[akn:docTitle or akn:docType]">P</xsl:when>
      <xsl:when test="$depth &gt; 5">H6</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('H', $depth + 1)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- "71/4." and the like hang left of the title. -->
  <xsl:template match="akn:p[akn:docTitle][akn:docNumber]" mode="title" priority="2">
    <xsl:variable name="number" select="normalize-space(akn:docNumber)"/>
    <xsl:variable name="width" select="mhs:advance($number, 'bold') * 0.012 + mhs:heading-spacing('title') * (string-length($number) - 1)"/>
    <fo:block xsl:use-attribute-sets="heading" text-indent="{format-number(-$width - 12, '0.##')}pt">
      <xsl:call-template name="heading-attributes"><xsl:with-param name="style" select="'title'"/></xsl:call-template>
      <xsl:attribute name="role"><xsl:call-template name="title-role"/></xsl:attribute>
      <xsl:call-template name="block-language"/>
      <xsl:call-template name="title-id"/>
      <xsl:apply-templates select="akn:docNumber"/>
      <fo:leader leader-pattern="space" leader-length="12pt" role="artifact"/>
      <xsl:apply-templates select="akn:docNumber/following-sibling::node()[self::* or normalize-space() != '']"/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:p[akn:inline/@name = 'akn4un:subTitle']" mode="title">
    <fo:block xsl:use-attribute-sets="heading" role="P">
      <xsl:call-template name="heading-attributes"><xsl:with-param name="style" select="'subtitle'"/></xsl:call-template>
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- The committee of a meeting stands at the edge of the frame. -->
  <xsl:template match="akn:p[akn:docCommittee]" mode="title">
    <fo:block role="P" font-weight="bold" start-indent="{-$hang}pt" space-after="6pt">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- Parts of the record. -->
  <xsl:template match="akn:mainBody | akn:body | akn:debateBody | akn:collectionBody">
    <fo:block role="Div">
      <xsl:if test="not(../akn:preface/akn:p/akn:docTitle)"><xsl:call-template name="id"/></xsl:if>
      <xsl:call-template name="in-language"/>
    </fo:block>
  </xsl:template>

  <!-- Levels: a heading if they have one, then what is in them. -->
  <xsl:template match="akn:part | akn:book | akn:tome | akn:section | akn:title | akn:chapter | akn:division | akn:article | akn:rule
      | akn:subsection | akn:subchapter | akn:subdivision | akn:subpart | akn:subtitle | akn:debateSection">
    <fo:block role="Sect">
      <xsl:call-template name="id"/>
      <xsl:call-template name="level-heading"/>
      <xsl:apply-templates select="akn:*[not(self::akn:num or self::akn:heading or self::akn:subheading)]"/>
    </fo:block>
  </xsl:template>

  <xsl:template name="level-heading">
    <xsl:variable name="number" select="normalize-space(akn:num)"/>
    <xsl:variable name="style"><xsl:apply-templates select="." mode="heading-style"/></xsl:variable>
    <xsl:variable name="hangs" select="akn:num and akn:heading and string-length($number) &lt;= 8 and not(contains($number, ' ')
        and mhs:language(.)/@direction = 'ltr') and not(self::akn:article)"/>
    <xsl:if test="akn:num | akn:heading">
      <fo:block xsl:use-attribute-sets="heading">
        <xsl:call-template name="heading-attributes"><xsl:with-param name="style" select="string($style)"/></xsl:call-template>
        <!-- The title's space is enough above the first one. -->
        <xsl:if test="parent::akn:mainBody and not(preceding-sibling::akn:*)"><xsl:attribute name="space-before">0pt</xsl:attribute></xsl:if>
        <xsl:attribute name="role">
          <xsl:choose>
            <xsl:when test="akn:heading"><xsl:value-of select="mhs:heading-role(.)"/></xsl:when>
            <xsl:otherwise>P</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:for-each select="akn:heading"><xsl:call-template name="block-language"/></xsl:for-each>
        <xsl:choose>
          <xsl:when test="$hangs">
            <xsl:call-template name="hanging-number"><xsl:with-param name="style" select="string($style)"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="akn:num">
            <xsl:apply-templates select="akn:num/node()"/>
            <xsl:if test="akn:heading"><fo:block role="NonStruct"/></xsl:if>
          </xsl:when>
        </xsl:choose>
        <xsl:apply-templates select="akn:heading/node()"/>
      </fo:block>
    </xsl:if>
    <xsl:for-each select="akn:subheading">
      <fo:block xsl:use-attribute-sets="heading" role="P" space-after="6pt"><xsl:apply-templates/></fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- The number of a heading ends 12 points left of the column. -->
  <xsl:template name="hanging-number">
    <xsl:param name="style"/>
    <xsl:variable name="em" select="number(substring-before(concat($profile/mhs:heading[@name = $style]/@size, 'em'), 'em'))
        * number(substring-before(mhs:language(.)/mhs:type/@size, 'pt'))"/>
    <xsl:variable name="number" select="normalize-space(akn:num)"/>
    <xsl:variable name="width" select="mhs:advance($number, 'bold') * $em div 1000 + mhs:heading-spacing($style) * (string-length($number) - 1)"/>
    <xsl:attribute name="text-indent"><xsl:value-of select="concat(format-number(-$width - 12, '0.##'), 'pt')"/></xsl:attribute>
    <xsl:apply-templates select="akn:num/node()"/>
    <fo:leader leader-pattern="space" leader-length="12pt" role="artifact"/>
  </xsl:template>

  <!-- Paragraph level: the number goes in front of the first block of text. -->
  <xsl:template match="akn:paragraph | akn:alinea | akn:subparagraph | akn:clause | akn:subclause | akn:proviso
      | akn:transitional | akn:hcontainer">
    <xsl:if test="akn:heading | akn:subheading">
      <xsl:for-each select="akn:heading | akn:subheading">
        <fo:block xsl:use-attribute-sets="heading" role="P" space-before="12pt" space-after="6pt"><xsl:apply-templates/></fo:block>
      </xsl:for-each>
    </xsl:if>
    <fo:block role="Div">
      <xsl:call-template name="id"/>
      <xsl:if test="akn:num and not(mhs:first-line(.))">
        <fo:block xsl:use-attribute-sets="paragraph" role="P"><xsl:apply-templates select="akn:num/node()"/></fo:block>
      </xsl:if>
      <xsl:apply-templates select="akn:*[not(self::akn:num or self::akn:heading or self::akn:subheading)]"/>
    </fo:block>
  </xsl:template>

  <!-- The p that takes the number of a level: the first block of its content or of its list's introduction. -->
  <func:function name="mhs:first-line">
    <xsl:param name="level"/>
    <func:result select="($level/akn:content | $level/akn:intro | $level/akn:list[not($level/akn:intro)][1]/akn:intro)[1]/akn:*[1][self::akn:p]"/>
  </func:function>

  <!-- The number a p has to print, as a node; none when it is not the first line of its level. -->
  <func:function name="mhs:number">
    <xsl:param name="line"/>
    <xsl:variable name="holder" select="$line[not(preceding-sibling::akn:*)]/parent::*[self::akn:content or self::akn:intro][not(preceding-sibling::akn:content)]"/>
    <xsl:variable name="level" select="$holder/parent::akn:*[not(self::akn:list)] | $holder/parent::akn:list[not(preceding-sibling::akn:intro or preceding-sibling::akn:list)]/parent::akn:*"/>
    <func:result select="$level/akn:num"/>
  </func:function>

  <!-- A p: in a context of the other direction it needs a container of its own. -->
  <xsl:template match="akn:p">
    <xsl:choose>
      <xsl:when test="@xml:lang and mhs:language(.)/@direction != mhs:language(..)/@direction">
        <fo:block-container writing-mode="{mhs:language(.)/@writing-mode}" role="Div">
          <xsl:apply-templates select="." mode="block"/>
        </fo:block-container>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="block"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="akn:*" mode="block">
    <fo:block xsl:use-attribute-sets="paragraph" role="P">
      <xsl:attribute name="text-indent"><xsl:apply-templates select="." mode="indent"/></xsl:attribute>
      <xsl:call-template name="block-language"/>
      <xsl:call-template name="id"/>
      <xsl:call-template name="paragraph-number"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template name="paragraph-number">
    <xsl:variable name="number" select="mhs:number(.)"/>
    <xsl:if test="$number">
      <xsl:apply-templates select="$number/node()"/>
      <xsl:call-template name="number-gap">
        <xsl:with-param name="number" select="$number"/>
        <xsl:with-param name="room" select="23.7"/>
        <xsl:with-param name="size" select="number(substring-before(mhs:language(.)/mhs:type/@size, 'pt'))"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- First-line indent of a p: none before a number, one step for an unnumbered or an operative paragraph. -->
  <xsl:template match="akn:*" mode="indent">
    <xsl:choose>
      <xsl:when test="mhs:number(.) and not(ancestor::akn:paragraph[1]/@refersTo = '#operative')">0pt</xsl:when>
      <xsl:otherwise><xsl:value-of select="mhs:language(.)/mhs:type/@indent"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="akn:td/akn:p | akn:th/akn:p | akn:embeddedStructure/akn:p | akn:quotedStructure/akn:p
      | akn:tblock/akn:p | akn:p[@class = 'salutation']" mode="indent">0pt</xsl:template>

  <!-- Lists. -->
  <xsl:template match="akn:list">
    <xsl:apply-templates select="akn:intro"/>
    <xsl:call-template name="list-items"><xsl:with-param name="item" select="akn:point | akn:indent"/></xsl:call-template>
    <xsl:apply-templates select="akn:wrapUp | akn:alinea"/>
  </xsl:template>
  <xsl:template match="akn:blockList">
    <xsl:apply-templates select="akn:listIntroduction"/>
    <xsl:call-template name="list-items"><xsl:with-param name="item" select="akn:item"/></xsl:call-template>
    <xsl:apply-templates select="akn:listWrapUp"/>
  </xsl:template>
  <xsl:template match="akn:intro | akn:wrapUp | akn:content"><xsl:apply-templates/></xsl:template>
  <xsl:template match="akn:listIntroduction | akn:listWrapUp">
    <fo:block xsl:use-attribute-sets="paragraph" role="P" text-indent="{mhs:language(.)/mhs:type/@indent}">
      <xsl:if test="self::akn:listIntroduction"><xsl:attribute name="keep-with-next.within-column">always</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template name="list-items">
    <xsl:param name="item"/>
    <xsl:if test="$item">
      <fo:block role="L"><xsl:apply-templates select="$item"/></fo:block>
    </xsl:if>
  </xsl:template>

  <!-- How many items an item is in. Those deeper than the fifth stand under each other: lines must stay long enough to be read. -->
  <func:function name="mhs:item-depth">
    <xsl:param name="item"/>
    <xsl:variable name="depth" select="count($item/ancestor::akn:point | $item/ancestor::akn:indent | $item/ancestor::akn:item)"/>
    <func:result select="$depth * ($depth &lt;= 4) + 4 * ($depth &gt; 4)"/>
  </func:function>

  <!-- Where an item's lines start, in points from the column: @first the number, @text its text, @rest the other lines. -->
  <xsl:template match="akn:*" mode="item-shape">
    <xsl:variable name="depth" select="mhs:item-depth(.)"/>
    <xsl:variable name="running" select="not($depth) and not(../parent::akn:section or ../parent::akn:title or ../parent::akn:mainBody
        or ../parent::akn:chapter or ../parent::akn:division)"/>
    <shape first="{23.7 * ($depth + 1)}" text="{23.7 * ($depth + 2)}" rest="{number(not($running)) * 23.7 * ($depth + 2)}" number="23.7"/>
  </xsl:template>
  <xsl:template match="akn:*[@class = 'bullet'] | akn:indent" mode="item-shape">
    <xsl:variable name="depth" select="mhs:item-depth(.)"/>
    <shape first="{17 + 17.9 * $depth}" text="{23.7 + 23.7 * $depth}" rest="{23.7 + 23.7 * $depth}" number="{6.7 + 5.8 * $depth}"/>
  </xsl:template>

  <xsl:template match="akn:point | akn:indent | akn:item">
    <xsl:variable name="shape-tree"><xsl:apply-templates select="." mode="item-shape"/></xsl:variable>
    <xsl:variable name="shape" select="exsl:node-set($shape-tree)/*"/>
    <xsl:variable name="lead" select="(mhs:first-line(.) | self::akn:item/akn:*[not(self::akn:num)][1][self::akn:p])[1]"/>
    <fo:block role="LI" xsl:use-attribute-sets="paragraph">
      <xsl:call-template name="id"/>
      <xsl:attribute name="start-indent"><xsl:value-of select="concat($shape/@rest, 'pt')"/></xsl:attribute>
      <xsl:attribute name="text-indent"><xsl:value-of select="concat(format-number($shape/@first - $shape/@rest, '0.##'), 'pt')"/></xsl:attribute>
      <xsl:if test="akn:num">
        <fo:inline role="Lbl"><xsl:apply-templates select="akn:num/node()"/></fo:inline>
        <xsl:call-template name="number-gap">
          <xsl:with-param name="number" select="akn:num"/>
          <xsl:with-param name="room" select="$shape/@number"/>
          <xsl:with-param name="size" select="number(substring-before(mhs:language(.)/mhs:type/@size, 'pt'))"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="akn:heading"><fo:inline role="Span" font-weight="bold"><xsl:apply-templates select="akn:heading/node()"/></fo:inline><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="$lead">
        <fo:inline role="LBody">
          <xsl:for-each select="$lead"><xsl:call-template name="block-language"/><xsl:apply-templates/></xsl:for-each>
        </fo:inline>
      </xsl:if>
      <xsl:if test="$lead/following-sibling::akn:* or akn:*[not(self::akn:num or self::akn:heading)][count(.//. | $lead) != count(.//.)
          or .//akn:point or .//akn:indent or .//akn:wrapUp]">
        <fo:block role="LBody" text-indent="0pt" space-before="6pt">
          <xsl:apply-templates select="$lead/following-sibling::akn:*"/>
          <xsl:apply-templates select="akn:*[not(self::akn:num or self::akn:heading)]" mode="item-rest">
            <xsl:with-param name="lead" select="$lead"/>
          </xsl:apply-templates>
        </fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- What follows the first line of an item: lists under it, blocks when there was no first line. -->
  <xsl:template match="akn:*" mode="item-rest">
    <xsl:param name="lead"/>
    <xsl:if test="not($lead/parent::akn:item) and count(. | $lead/..) != 1 or not($lead)">
      <xsl:apply-templates select="."/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="akn:list" mode="item-rest">
    <xsl:param name="lead"/>
    <xsl:if test="count(akn:intro | $lead/..) != 1"><xsl:apply-templates select="akn:intro"/></xsl:if>
    <xsl:call-template name="list-items"><xsl:with-param name="item" select="akn:point | akn:indent"/></xsl:call-template>
    <xsl:apply-templates select="akn:wrapUp | akn:alinea"/>
  </xsl:template>

  <!-- Tables of contents; a summary in a box. -->
  <xsl:template match="akn:toc"><fo:block role="TOC" space-before="12pt" space-after="12pt"><xsl:call-template name="id"/><xsl:apply-templates select="akn:tocItem"/></fo:block></xsl:template>
  <xsl:template match="akn:tocItem">
    <fo:block role="TOCI" text-indent="0pt" start-indent="{(@level - 1) * 12}pt" space-after="3pt" text-align="start">
      <xsl:choose>
        <xsl:when test="mhs:dotted(.)">
          <xsl:attribute name="text-align-last">justify</xsl:attribute>
          <xsl:call-template name="contents-line"><xsl:with-param name="indent" select="(@level - 1) * 12"/></xsl:call-template>
        </xsl:when>
        <xsl:when test="key('by-eId', substring-after(@href, '#'))">
          <fo:basic-link internal-destination="{substring-after(@href, '#')}" role="Link"><xsl:apply-templates/></fo:basic-link>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:container">
    <fo:block role="Div"><xsl:call-template name="id"/><xsl:call-template name="in-language"/></fo:block>
  </xsl:template>
  <!-- A summary stands in a box, its name in the middle. -->
  <xsl:template match="akn:container[@name = 'summary']">
    <fo:block role="Sect" border="0.5pt solid black" padding="8pt 8pt 2pt 8pt" start-indent="8pt" end-indent="8pt" space-before="12pt" space-after="18pt">
      <xsl:call-template name="id"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:container[@name = 'summary']/akn:p[@class = 'heading']" mode="block">
    <xsl:call-template name="summary-name"/>
  </xsl:template>
  <xsl:template name="summary-name">
    <fo:block role="P" text-align="center" text-indent="0pt" space-after="6pt" keep-with-next.within-column="always"
        font-style="{mhs:language(.)/mhs:emphasis/@style}">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:container[@name = 'summary']/akn:tblock">
    <fo:block role="Div">
      <xsl:call-template name="id"/>
      <xsl:for-each select="akn:heading"><xsl:call-template name="summary-name"/></xsl:for-each>
      <xsl:apply-templates select="akn:*[not(self::akn:heading or self::akn:num)]"/>
    </fo:block>
  </xsl:template>

  <!-- "Contents" stands at the edge of the frame, the names of its columns in small italics. -->
  <xsl:template match="akn:container[@name = 'contents']/akn:p[@class = 'heading']" mode="block">
    <fo:block role="P" text-align="start" text-indent="0pt" start-indent="{-$hang}pt" font-size="1.4em" space-before="12pt" space-after="6pt"
        keep-with-next.within-column="always">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:container[@name = 'contents']/akn:p[preceding-sibling::*[1]/@class = 'heading'][not(mhs:dotted(.))]
      [following-sibling::akn:p[1][mhs:dotted(.)]]" mode="block">
    <xsl:variable name="words" select="normalize-space()"/>
    <fo:block role="P" text-indent="0pt" text-align="start" font-size="0.7em" space-after="3pt"
        font-style="{mhs:language(.)/mhs:emphasis/@style}" keep-with-next.within-column="always">
      <xsl:call-template name="block-language"/>
      <xsl:choose>
        <xsl:when test="not(*) and string-length($words) - string-length(translate($words, ' ', '')) = 1">
          <xsl:value-of select="substring-before($words, ' ')"/>
          <fo:leader leader-pattern="space" leader-length.minimum="12pt" leader-length.optimum="100%" leader-length.maximum="100%" role="artifact"/>
          <xsl:value-of select="substring-after($words, ' ')"/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
