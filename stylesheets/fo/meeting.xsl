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

  <!-- Meeting number, day and place stand under the organ, above the thick rule. -->
  <xsl:template match="akn:preface/akn:container[@name = 'meeting']">
    <fo:block-container role="Div" text-align="start" hyphenate="false">
      <xsl:call-template name="box-attributes"><xsl:with-param name="name" select="'meeting'"/></xsl:call-template>
      <xsl:for-each select="akn:p">
        <fo:block role="P"><xsl:call-template name="block-language"/>
          <xsl:if test=".//akn:inline/@name = 'akn4un:meetingName'">
            <xsl:attribute name="role">H1</xsl:attribute>
            <xsl:attribute name="line-height">22pt</xsl:attribute>
            <xsl:attribute name="space-after">4pt</xsl:attribute>
          </xsl:if>
          <xsl:apply-templates/>
        </fo:block>
      </xsl:for-each>
    </fo:block-container>
  </xsl:template>
  <!-- The number large: the digits at the start of the name, before their ending. -->
  <xsl:template match="akn:container[@name = 'meeting']//akn:inline[@name = 'akn4un:meetingName']/text()">
    <xsl:variable name="digits" select="translate(., translate(., '0123456789', ''), '')"/>
    <xsl:choose>
      <xsl:when test="$digits != '' and starts-with(., $digits)">
        <fo:inline font-size="20pt" font-weight="bold"><xsl:value-of select="$digits"/></fo:inline>
        <xsl:value-of select="substring-after(., $digits)"/>
      </xsl:when>
      <xsl:otherwise><fo:inline font-size="14pt" font-weight="bold"><xsl:value-of select="."/></fo:inline></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- President and members: three columns over the frame, no rules. -->
  <xsl:template match="akn:container[@name = 'presidentAndMembers']/akn:table">
    <fo:block role="Div" start-indent="{-$hang}pt" end-indent="{-$hang-end}pt">
      <fo:table role="Table" table-layout="fixed" width="{$profile/mhs:frame/@right - $profile/mhs:frame/@left}pt" text-align="start"
          space-before="8pt" line-height="13pt">
        <xsl:call-template name="id"/>
        <fo:table-column column-number="1" column-width="{$hang}pt"/>
        <fo:table-column column-number="2" column-width="proportional-column-width(2)"/>
        <fo:table-column column-number="3" column-width="proportional-column-width(1)"/>
        <fo:table-body role="TBody" start-indent="0pt" end-indent="0pt"><xsl:apply-templates select="akn:tr"/></fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:container[@name = 'presidentAndMembers']//akn:td">
    <fo:table-cell role="TD">
      <xsl:if test="@colspan &gt; 1"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
      <xsl:if test="not(preceding-sibling::akn:*)">
        <xsl:attribute name="font-style"><xsl:value-of select="mhs:language(.)/mhs:emphasis/@style"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="not(akn:*)"><fo:block/></xsl:if>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="akn:container[@name = 'agenda']">
    <fo:block role="Div" space-before="18pt"><xsl:call-template name="id"/><xsl:apply-templates/></fo:block>
  </xsl:template>
  <xsl:template match="akn:container[@name = 'agenda']/akn:p" mode="block">
    <fo:block role="P" font-weight="bold" text-align="start" space-after="6pt">
      <xsl:call-template name="block-language"/>
      <xsl:if test="not(preceding-sibling::akn:p)">
        <xsl:attribute name="start-indent"><xsl:value-of select="concat(-$hang, 'pt')"/></xsl:attribute>
        <xsl:attribute name="font-size">1.2em</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
  <xsl:template match="akn:container[@name = 'correctionsNotice']">
    <fo:block role="Div" border-before-style="solid" border-before-width="0.25pt" padding-before="4pt" space-before="36pt"
        font-size="0.87em" line-height="1.2">
      <xsl:call-template name="id"/>
      <xsl:apply-templates/>
    </fo:block>
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
  <xsl:template match="akn:from[not(akn:b)]/akn:person | akn:from[not(akn:b)]/akn:role | akn:from[not(akn:b)]/text()[not(../akn:person or ../akn:role)]">
    <fo:inline font-weight="bold"><xsl:apply-templates select="self::akn:*/node()"/><xsl:if test="not(self::*)"><xsl:value-of select="."/></xsl:if></fo:inline>
  </xsl:template>
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
          <xsl:call-template name="id"/>
          <xsl:call-template name="block-language"/>
          <xsl:call-template name="speech-number"/>
          <xsl:apply-templates/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="akn:narrative//akn:p | akn:debateSection/akn:p | akn:adjournment/akn:p" mode="indent">18pt</xsl:template>

  <!-- A vote: the label at the margin, the States indented. -->
  <xsl:template match="akn:rollCall"><fo:block role="Div"><xsl:call-template name="id"/><xsl:apply-templates/></fo:block></xsl:template>
  <xsl:template match="akn:rollCall//akn:p" mode="block">
    <fo:block xsl:use-attribute-sets="paragraph" role="P" text-align="start" text-indent="0pt">
      <xsl:choose>
        <xsl:when test="akn:quantity">
          <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
          <xsl:attribute name="font-style"><xsl:value-of select="mhs:language(.)/mhs:emphasis/@style"/></xsl:attribute>
        </xsl:when>
        <xsl:otherwise><xsl:attribute name="start-indent">18pt</xsl:attribute></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="block-language"/>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
