<?xml version="1.0" encoding="UTF-8"?>
<!-- Meeting records: the cover of a verbatim record, speeches, stage lines, votes; summary records. -->
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

  <!-- Verbatim records to 2024 have two columns and their own heads; later ones one. -->
  <xsl:variable name="verbatim" select="boolean($record/self::akn:debate and $symbols[contains(., 'PV.')])"/>
  <xsl:variable name="meeting-date" select="string(($record/akn:preface//akn:docDate[@refersTo = '#dateOfMeeting']/@date
      | $record/akn:meta/akn:identification/akn:FRBRExpression/akn:FRBRdate[not(starts-with(@date, '1900-'))]/@date)[last()])"/>
  <xsl:variable name="two-columns" select="$verbatim and $meeting-date != '' and substring($meeting-date, 1, 4) &lt;= 2024"/>
  <!-- Lines of the cover: 84 characters or the row of a member each. -->
  <xsl:variable name="cover-lines" select="count($record/akn:preface/akn:container[@name = 'presidentAndMembers']/akn:*)
      + count($record/akn:preface/akn:container[@name = 'presidentAndMembers']/akn:table/akn:tr)
      + count($record/akn:preface/akn:container[@name = 'agenda']/akn:p) * 2
      + string-length($record/akn:preface/akn:container[@name = 'agenda']) div 84"/>

  <!-- Meeting number, day and place stand under the organ, above the thick rule; "Provisional" at the other side. -->
  <xsl:template match="akn:preface/akn:container[@name = 'meeting']">
    <xsl:variable name="aside" select="akn:p[mhs:is-aside(.)]"/>
    <xsl:variable name="body" select="akn:*[count(. | $aside) != count($aside)]"/>
    <xsl:choose>
      <xsl:when test="$masthead and count(akn:*) &lt; 9 and string-length() &lt; 400">
        <xsl:if test="$aside[not(preceding-sibling::*)]"><xsl:call-template name="meeting-aside"/></xsl:if>
        <fo:block-container role="Div" text-align="start" hyphenate="false">
          <xsl:call-template name="box-attributes"><xsl:with-param name="name" select="'meeting'"/></xsl:call-template>
          <xsl:apply-templates select="$body" mode="meeting"/>
        </fo:block-container>
        <xsl:if test="$aside[preceding-sibling::*]"><xsl:call-template name="meeting-aside"/></xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <fo:block role="Div" text-align="start" space-after="12pt"><xsl:apply-templates mode="meeting"/></fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="meeting-aside">
    <fo:block-container role="Div" text-align="end" hyphenate="false">
      <xsl:call-template name="box-attributes"><xsl:with-param name="name" select="'aside'"/></xsl:call-template>
      <xsl:for-each select="akn:p[mhs:is-aside(.)]">
        <fo:block role="P" font-style="{mhs:language(.)/mhs:emphasis/@style}">
          <xsl:call-template name="block-language"/>
          <xsl:apply-templates/>
        </fo:block>
      </xsl:for-each>
    </fo:block-container>
  </xsl:template>
  <func:function name="mhs:is-aside">
    <xsl:param name="line"/>
    <func:result select="boolean($line/akn:docStatus) or normalize-space($line) = mhs:language($line)/mhs:word[@key = 'official-records']"/>
  </func:function>

  <xsl:template match="akn:*" mode="meeting">
    <fo:block role="P">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:p[.//akn:inline/@name = 'akn4un:meetingName' or mhs:starts-with-digit(.) and not(akn:docDate or akn:recordedTime)]"
      mode="meeting">
    <fo:block role="H1" line-height="22pt" space-before="4pt">
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates mode="meeting-name"/>
    </fo:block>
  </xsl:template>
  <func:function name="mhs:starts-with-digit">
    <xsl:param name="line"/>
    <func:result select="contains('0123456789', substring(concat(normalize-space($line), '-'), 1, 1))"/>
  </func:function>
  <!-- The number large: the digits at the start of the name, before their ending. -->
  <xsl:template match="akn:*" mode="meeting-name"><xsl:apply-templates mode="meeting-name"/></xsl:template>
  <xsl:template match="akn:authorialNote" mode="meeting-name"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="text()" mode="meeting-name">
    <xsl:variable name="digits" select="translate(., translate(., '0123456789', ''), '')"/>
    <xsl:choose>
      <xsl:when test="$digits != '' and starts-with(., $digits)">
        <fo:inline font-size="20pt" font-weight="bold" letter-spacing="0pt"><xsl:value-of select="$digits"/></fo:inline>
        <xsl:value-of select="substring-after(., $digits)"/>
      </xsl:when>
      <xsl:otherwise><fo:inline font-size="14pt" font-weight="bold"><xsl:value-of select="."/></fo:inline></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- President and members: what they are, who or whom for with dots to the third column, State or name. -->
  <xsl:template match="akn:container[@name = 'presidentAndMembers']">
    <fo:block role="Div" start-indent="{-$hang}pt" end-indent="{-$hang-end}pt">
      <xsl:call-template name="id"/>
      <fo:table role="Table" table-layout="fixed" width="{$profile/mhs:frame/@right - $profile/mhs:frame/@left}pt" text-align="start"
          text-indent="0pt" hyphenate="false" line-height="{$profile/mhs:members/@step}" space-before="0.5pt" space-before.conditionality="retain">
        <fo:table-column column-number="1" column-width="{$profile/mhs:members/@name}pt"/>
        <fo:table-column column-number="2" column-width="{$profile/mhs:members/@last - $profile/mhs:members/@name}pt"/>
        <fo:table-column column-number="3" column-width="proportional-column-width(1)"/>
        <fo:table-body role="TBody" start-indent="0pt" end-indent="0pt">
          <xsl:apply-templates select="akn:p[not(mhs:is-label(.) and following-sibling::*[1][self::akn:p])] | akn:table/akn:tr" mode="member"/>
        </fo:table-body>
      </fo:table>
      <xsl:apply-templates select="akn:*[not(self::akn:p or self::akn:table)]"/>
    </fo:block>
  </xsl:template>

  <!-- True for a line that is a label and nothing else: "President:". -->
  <func:function name="mhs:is-label">
    <xsl:param name="line"/>
    <func:result select="$line and not($line/akn:*) and string(mhs:label($line)) = string($line)"/>
  </func:function>
  <!-- The label in front of a text, with its colon; nothing when there is none. -->
  <func:function name="mhs:label">
    <xsl:param name="text"/>
    <xsl:variable name="label" select="substring-before(translate($text, '：', ':'), ':')"/>
    <xsl:choose>
      <xsl:when test="string-length($label) &gt; 30 or contains($label, '. .')"><func:result select="''"/></xsl:when>
      <xsl:otherwise><func:result select="substring($text, 1, string-length($label) + number($label != ''))"/></xsl:otherwise>
    </xsl:choose>
  </func:function>

  <xsl:template match="akn:tr" mode="member">
    <fo:table-row role="TR"><xsl:apply-templates select="akn:*"/></fo:table-row>
  </xsl:template>
  <xsl:template match="akn:p" mode="member">
    <xsl:variable name="above" select="preceding-sibling::*[1][self::akn:p][mhs:is-label(.)]"/>
    <xsl:variable name="label" select="mhs:label(string(node()[1][self::text()]))"/>
    <xsl:variable name="dotted" select="mhs:dotted(.)"/>
    <fo:table-row role="TR" keep-together.within-column="always">
      <fo:table-cell role="TD" padding-start="4.3pt">
        <xsl:call-template name="member-gap"/>
        <fo:block font-style="{mhs:language(.)/mhs:emphasis/@style}">
          <xsl:apply-templates select="$above/node()"/>
          <xsl:value-of select="$label"/>
        </fo:block>
      </fo:table-cell>
      <xsl:choose>
        <xsl:when test="$dotted">
          <xsl:call-template name="dotted-cells">
            <xsl:with-param name="dotted" select="$dotted"/>
            <xsl:with-param name="text" select="substring($dotted, 1 + string-length($label) * not($dotted/preceding-sibling::node()))"/>
            <xsl:with-param name="label" select="$label"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <fo:table-cell role="TD" number-columns-spanned="2">
            <xsl:call-template name="member-gap"/>
            <xsl:if test="string-length() &gt; 150"><xsl:attribute name="padding-after">6pt</xsl:attribute></xsl:if>
            <fo:block>
              <xsl:call-template name="block-language"/>
              <xsl:value-of select="concat(normalize-space(substring(node()[1][self::text()], string-length($label) + 1)), ' ')"/>
              <xsl:apply-templates select="node()[self::* or preceding-sibling::node()]"/>
            </fo:block>
          </fo:table-cell>
        </xsl:otherwise>
      </xsl:choose>
    </fo:table-row>
  </xsl:template>
  <!-- A new group of rows stands off. -->
  <xsl:template name="member-gap">
    <xsl:variable name="labelled" select="preceding-sibling::*[1][self::akn:p][mhs:is-label(.)] or mhs:label(string(node()[1][self::text()])) != ''"/>
    <xsl:if test="$labelled and preceding-sibling::akn:p[not(mhs:is-label(.))]">
      <xsl:attribute name="padding-before"><xsl:value-of select="$profile/mhs:members/@gap"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- The printed dots fill the second column. $text: of the node with the dots, what comes after the label. -->
  <xsl:template name="dotted-cells">
    <xsl:param name="dotted"/>
    <xsl:param name="text"/>
    <xsl:param name="label"/>
    <xsl:variable name="lead" select="$dotted/preceding-sibling::node()"/>
    <fo:table-cell role="TD" padding-end="12pt">
      <xsl:call-template name="member-gap"/>
      <fo:block text-align-last="justify">
        <xsl:call-template name="block-language"/>
        <xsl:variable name="title" select="$lead[1][self::text()]"/>
        <xsl:value-of select="mhs:fixed-spaces(substring(concat(normalize-space(substring($title, string-length($label) + 1)), ' '),
            1, 999 * boolean($title)))"/>
        <xsl:call-template name="dotted-line">
          <xsl:with-param name="dotted" select="$dotted"/>
          <xsl:with-param name="text" select="substring($text, 1 + starts-with($text, ' ') * not($lead))"/>
          <xsl:with-param name="lead" select="$lead[not(self::text()) or preceding-sibling::node()]"/>
          <xsl:with-param name="room" select="$profile/mhs:members/@last - $profile/mhs:members/@name - 12 - 12 * boolean($title)"/>
        </xsl:call-template>
      </fo:block>
    </fo:table-cell>
    <fo:table-cell role="TD">
      <xsl:call-template name="member-gap"/>
      <fo:block>
        <xsl:value-of select="mhs:after-dots($text)"/>
        <xsl:apply-templates select="$dotted/following-sibling::node()"/>
      </fo:block>
    </fo:table-cell>
  </xsl:template>
  <xsl:template match="akn:container[@name = 'presidentAndMembers']//akn:td">
    <fo:table-cell role="TD">
      <xsl:if test="@colspan &gt; 1"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
      <xsl:if test="not(preceding-sibling::akn:*)">
        <xsl:attribute name="font-style"><xsl:value-of select="mhs:language(.)/mhs:emphasis/@style"/></xsl:attribute>
        <xsl:attribute name="padding-start">4.3pt</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="not(akn:*)"><fo:block/></xsl:if>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="akn:container[@name = 'agenda']">
    <fo:block role="Div" space-before="18pt"><xsl:call-template name="id"/><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="akn:container[@name = 'agenda']/akn:p" mode="block">
    <fo:block role="P" text-align="start" space-after="6pt" start-indent="3.9pt">
      <xsl:call-template name="block-language"/>
      <xsl:if test="not(preceding-sibling::akn:p)">
        <xsl:attribute name="start-indent"><xsl:value-of select="concat(4.3 - $hang, 'pt')"/></xsl:attribute>
        <xsl:attribute name="font-size">1.2em</xsl:attribute>
        <xsl:attribute name="font-weight">bold</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <!-- The notice stands at the foot of the cover when the cover leaves room for that. -->
  <xsl:template match="akn:container[@name = 'correctionsNotice']">
    <xsl:choose>
      <xsl:when test="$masthead and $cover-lines &lt; 27 and string-length() &lt; 800">
        <fo:block-container role="Div">
          <xsl:call-template name="box-attributes"><xsl:with-param name="name" select="'notice'"/></xsl:call-template>
          <fo:block role="Div" border-before-style="solid" border-before-width="0.25pt" padding-before="5pt">
            <xsl:call-template name="id"/>
            <fo:block role="Div" start-indent="{$hang + 5}pt" end-indent="{$hang-end + 4}pt"><xsl:apply-templates/></fo:block>
          </fo:block>
        </fo:block-container>
      </xsl:when>
      <xsl:otherwise>
        <fo:block role="Div" border-before-style="solid" border-before-width="0.25pt" padding-before="5pt" space-before="36pt">
          <xsl:if test="string-length() &lt; 1500">
            <xsl:attribute name="font-size">0.87em</xsl:attribute>
            <xsl:attribute name="line-height">1.2</xsl:attribute>
          </xsl:if>
          <xsl:call-template name="id"/>
          <xsl:apply-templates/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="akn:container[@name = 'correctionsNotice']/akn:p" mode="indent">0pt</xsl:template>

  <!-- The text of a verbatim record starts a page. -->
  <xsl:template match="akn:debate[akn:coverPage]/akn:debateBody">
    <fo:block role="Div" break-before="page"><xsl:call-template name="id"/><xsl:call-template name="in-language"/></fo:block>
  </xsl:template>

  <!-- A numbered paragraph of a summary record is no section: its number goes in front of the speech. -->
  <xsl:template match="akn:debateSection[@name = 'paragraph'][not(akn:heading)]">
    <fo:block role="Div"><xsl:call-template name="id"/><xsl:apply-templates select="akn:*[not(self::akn:num)]"/></fo:block>
  </xsl:template>
  <xsl:template name="speech-number">
    <xsl:variable name="paragraph" select="ancestor::akn:debateSection[1][@name = 'paragraph']"/>
    <xsl:variable name="first" select="($paragraph//akn:p | $paragraph//akn:narrative | $paragraph//akn:scene | $paragraph//akn:summary)[1]"/>
    <xsl:if test="$paragraph/akn:num and count(. | $first) = 1">
      <xsl:apply-templates select="$paragraph/akn:num/node()"/>
      <xsl:call-template name="number-gap">
        <xsl:with-param name="number" select="$paragraph/akn:num"/>
        <xsl:with-param name="room" select="23.7"/>
        <xsl:with-param name="size" select="number(substring-before(mhs:language(.)/mhs:type/@size, 'pt'))"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Speeches: the speaker runs into the first paragraph. -->
  <xsl:template match="akn:speech">
    <fo:block role="Div">
      <xsl:call-template name="id"/>
      <xsl:if test="not(akn:p) and akn:from">
        <fo:block xsl:use-attribute-sets="paragraph" role="P" text-indent="18pt"><xsl:apply-templates select="akn:from"/></fo:block>
      </xsl:if>
      <xsl:apply-templates select="akn:*[not(self::akn:from)]"/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:from"><fo:inline role="Span"><xsl:apply-templates/></fo:inline></xsl:template>
  <!-- Bold up to the first bracket; what is in brackets is a State, or in small letters a remark in italics. -->
  <xsl:template match="akn:from[not(akn:b)]/akn:person | akn:from[not(akn:b)]/akn:role">
    <xsl:choose>
      <xsl:when test="preceding-sibling::text()[contains(., '(')]"><xsl:call-template name="span"/></xsl:when>
      <xsl:otherwise><fo:inline font-weight="bold"><xsl:apply-templates/></fo:inline></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="akn:from[not(akn:b)]/text()">
    <xsl:call-template name="speaker-text">
      <xsl:with-param name="text" select="."/>
      <xsl:with-param name="bold" select="not(preceding-sibling::text()[contains(., '(')])"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="speaker-text">
    <xsl:param name="text"/>
    <xsl:param name="bold"/>
    <xsl:variable name="inside" select="substring-before(substring-after($text, '('), ')')"/>
    <xsl:variable name="plain" select="substring-before(concat($text, '('), '(')"/>
    <xsl:variable name="name" select="substring-before(concat(translate($plain, '：', ':'), ':'), ':')"/>
    <xsl:choose>
      <xsl:when test="$bold and normalize-space($name) != ''">
        <fo:inline font-weight="bold"><xsl:value-of select="$name"/></fo:inline>
        <xsl:value-of select="substring($plain, string-length($name) + 1)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$plain"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="$inside != ''">
        <xsl:text>(</xsl:text>
        <fo:inline>
          <xsl:if test="mhs:is-small(substring($inside, 1, 1))">
            <xsl:attribute name="font-style"><xsl:value-of select="mhs:language(.)/mhs:emphasis/@style"/></xsl:attribute>
          </xsl:if>
          <xsl:value-of select="$inside"/>
        </fo:inline>
        <xsl:text>)</xsl:text>
        <xsl:call-template name="speaker-text">
          <xsl:with-param name="text" select="substring-after(substring-after($text, '('), ')')"/>
          <xsl:with-param name="bold" select="false()"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="contains($text, '(')"><xsl:value-of select="concat('(', substring-after($text, '('))"/></xsl:when>
    </xsl:choose>
  </xsl:template>
  <func:function name="mhs:is-small">
    <xsl:param name="letter"/>
    <func:result select="$letter != '' and contains('abcdefghijklmnopqrstuvwxyzéабвгдежзиклмнопрстуфхцчшщэюя', $letter)"/>
  </func:function>
  <xsl:template match="akn:speech/akn:p" mode="block">
    <fo:block xsl:use-attribute-sets="paragraph" role="P">
      <xsl:attribute name="text-indent">
        <xsl:choose>
          <xsl:when test="ancestor::akn:debateSection[1][@name = 'paragraph'][akn:num]">0pt</xsl:when>
          <xsl:otherwise>18pt</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="block-language"/>
      <xsl:call-template name="id"/>
      <xsl:call-template name="speech-number"/>
      <xsl:if test="../akn:from and not(preceding-sibling::akn:p)">
        <xsl:apply-templates select="../akn:from"/>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:inline[@name = 'akn4un:note']">
    <fo:inline font-style="{mhs:language(.)/mhs:emphasis/@style}"><xsl:apply-templates/></fo:inline>
  </xsl:template>

  <!-- Stage lines, statements of procedure. -->
  <xsl:template match="akn:narrative | akn:scene | akn:summary[not(ancestor::akn:p)] | akn:other | akn:communication">
    <xsl:choose>
      <xsl:when test="akn:p or akn:blockList or akn:table"><fo:block role="Div"><xsl:call-template name="id"/><xsl:apply-templates/></fo:block></xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="paragraph" role="P">
          <xsl:attribute name="text-indent">
            <xsl:choose>
              <xsl:when test="ancestor::akn:debateSection[1][@name = 'paragraph'][akn:num]">0pt</xsl:when>
              <xsl:otherwise>18pt</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <xsl:if test="self::akn:narrative[not(ancestor::akn:debateSection[1]/@name = 'paragraph')] | self::akn:scene">
            <xsl:attribute name="font-style"><xsl:value-of select="mhs:language(.)/mhs:emphasis/@style"/></xsl:attribute>
          </xsl:if>
          <xsl:call-template name="id"/>
          <xsl:call-template name="block-language"/>
          <xsl:call-template name="speech-number"/>
          <xsl:apply-templates/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="akn:narrative//akn:p | akn:debateSection/akn:p | akn:adjournment/akn:p" mode="indent">18pt</xsl:template>

  <xsl:template match="akn:debateSection[@name = 'openingSection']/akn:p | akn:adjournment/akn:p" mode="block">
    <fo:block xsl:use-attribute-sets="paragraph" role="P" text-indent="18pt" font-style="{mhs:language(.)/mhs:emphasis/@style}">
      <xsl:call-template name="id"/>
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <!-- A vote: the label at the margin, the States indented. -->
  <xsl:template match="akn:rollCall"><fo:block role="Div"><xsl:call-template name="id"/><xsl:apply-templates/></fo:block></xsl:template>
  <xsl:template match="akn:rollCall//akn:p" mode="block">
    <fo:block xsl:use-attribute-sets="paragraph" role="P" text-indent="0pt">
      <xsl:choose>
        <xsl:when test="akn:quantity or mhs:is-label(.)">
          <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
          <xsl:attribute name="space-after">0pt</xsl:attribute>
          <xsl:attribute name="font-style"><xsl:value-of select="mhs:language(.)/mhs:emphasis/@style"/></xsl:attribute>
        </xsl:when>
        <xsl:otherwise><xsl:attribute name="start-indent">18pt</xsl:attribute></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
