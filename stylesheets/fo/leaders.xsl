<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines with printed dots: contents, members of a body. The dots are text of the record and stay; the line is justified
     so that they fill it, and only spaces around and between dots can grow. Dots too many for the line stand closer. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:func="http://exslt.org/functions"
    xmlns:mhs="urn:masthead:stylesheet:1"
    extension-element-prefixes="func"
    exclude-result-prefixes="akn mhs">

  <!-- How the dots in a text begin; nothing when it has none. Few dots are an ellipsis, but not in a list of members. -->
  <func:function name="mhs:dot-mark">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '. . . . . . . .')"><func:result select="'. . . . . . . .'"/></xsl:when>
      <xsl:when test="contains($text, '........')"><func:result select="'........'"/></xsl:when>
      <xsl:when test="contains($text, '…………')"><func:result select="'…………'"/></xsl:when>
      <xsl:when test="contains($text, '. .') and ancestor-or-self::akn:container[@name = 'presidentAndMembers']">
        <func:result select="'. .'"/>
      </xsl:when>
      <xsl:otherwise><func:result select="''"/></xsl:otherwise>
    </xsl:choose>
  </func:function>
  <!-- The text node with the dots, if there is one and what is not dots fits on a line. -->
  <func:function name="mhs:dotted">
    <xsl:param name="line"/>
    <xsl:variable name="node" select="$line/text()[mhs:dot-mark(.) != ''][1]"/>
    <func:result select="$node[string-length(translate($line, ' .…', '')) &lt; 90]"/>
  </func:function>

  <!-- What stands before the dots, and from the first sign after them that is no dot. -->
  <func:function name="mhs:before-dots">
    <xsl:param name="text"/>
    <func:result select="substring-before($text, mhs:dot-mark($text))"/>
  </func:function>
  <func:function name="mhs:after-dots">
    <xsl:param name="text"/>
    <xsl:variable name="rest" select="substring($text, string-length(mhs:before-dots($text)) + 1)"/>
    <xsl:variable name="sign" select="substring(translate($rest, ' .…&#x9;&#xA;&#xA0;', ''), 1, 1)"/>
    <func:result select="substring(concat($sign, substring-after($rest, $sign)), 1, string-length($rest) * ($sign != ''))"/>
  </func:function>

  <!-- About how wide a line of words is, in 1/1000 em: ideographs are square. -->
  <xsl:variable name="narrow" select="'!&quot;#$%&amp;()*+,-./0123456789:;&lt;=&gt;?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz &#xA0;'"/>
  <func:function name="mhs:line-advance">
    <xsl:param name="text"/>
    <xsl:variable name="square" select="translate($text, $narrow, '')"/>
    <xsl:choose>
      <xsl:when test="mhs:language(.)/@code = 'zh'">
        <func:result select="1000 * string-length($square) + 560 * (string-length($text) - string-length($square))"/>
      </xsl:when>
      <xsl:otherwise><func:result select="mhs:advance($text)"/></xsl:otherwise>
    </xsl:choose>
  </func:function>
  <func:function name="mhs:dots-advance">
    <xsl:param name="dots"/>
    <func:result select="string-length($dots) * (250 + 750 * contains($dots, '…') + 80 * (mhs:language(.)/@code = 'zh'))"/>
  </func:function>

  <!-- Words with spaces that do not grow. -->
  <func:function name="mhs:fixed-spaces">
    <xsl:param name="text"/>
    <func:result select="translate($text, ' ', '&#xA0;')"/>
  </func:function>

  <!-- The content of a line with dots up to the end of the dots. $dotted: the node with the dots; $text: as much of it as
       is to be printed; $lead: nodes before it; $room: width for all this, in points. -->
  <xsl:template name="dotted-line">
    <xsl:param name="dotted"/>
    <xsl:param name="text" select="string($dotted)"/>
    <xsl:param name="lead"/>
    <xsl:param name="room"/>
    <xsl:variable name="start" select="mhs:before-dots($text)"/>
    <xsl:variable name="dots" select="normalize-space(substring($text, string-length($start) + 1,
        string-length($text) - string-length($start) - string-length(mhs:after-dots($text))))"/>
    <xsl:variable name="words">
      <xsl:for-each select="$lead"><xsl:value-of select="."/></xsl:for-each>
      <xsl:value-of select="$start"/>
    </xsl:variable>
    <xsl:variable name="size" select="number(substring-before(mhs:language(.)/mhs:type/@size, 'pt')) div 1000"/>
    <xsl:variable name="spacing" select="mhs:spacing()"/>
    <xsl:variable name="natural" select="mhs:line-advance(normalize-space($words)) * $size * 1.03 + $spacing * string-length($words)"/>
    <!-- Words for more than a line are broken as others are; the dots fill about what the last line leaves. -->
    <xsl:variable name="wraps" select="$natural &gt; $room - 6"/>
    <xsl:variable name="last" select="$natural - $wraps * floor($natural div $room) * $room + 30 * $wraps"/>
    <xsl:variable name="dots-width" select="mhs:dots-advance($dots) * $size"/>
    <xsl:variable name="wish" select="($room - $last - 3 - $dots-width) div string-length($dots)"/>
    <!-- Dots drawn closer than this would run backwards. -->
    <xsl:variable name="least" select="-0.9 * $dots-width div string-length($dots)"/>
    <xsl:variable name="each" select="$wish * ($wish &gt;= $least) + $least * ($wish &lt; $least)"/>
    <xsl:for-each select="$lead">
      <xsl:choose>
        <xsl:when test="not($wraps) and (self::text() or not(.//*))"><xsl:value-of select="mhs:fixed-spaces(.)"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:variable name="before" select="substring($start, 1, string-length($start) - (substring($start, string-length($start)) = ' '))"/>
    <xsl:choose>
      <xsl:when test="$wraps"><xsl:value-of select="$before"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="mhs:fixed-spaces($before)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text> </xsl:text>
    <fo:inline>
      <xsl:if test="$each &lt; $spacing or not(contains($dots, ' '))">
        <xsl:attribute name="letter-spacing"><xsl:value-of select="concat(format-number($each, '0.###'), 'pt')"/></xsl:attribute>
      </xsl:if>
      <xsl:value-of select="$dots"/>
    </fo:inline>
  </xsl:template>

  <!-- A line of contents; its page number, where it is on the line, stands at the end. -->
  <xsl:template match="akn:p[text()[contains(., '. . . .') or contains(., '....') or contains(., '……')]][mhs:dotted(.)]" mode="block">
    <fo:block role="P" text-indent="0pt" text-align="start" text-align-last="justify" space-after="3pt" hyphenate="false">
      <xsl:call-template name="block-language"/>
      <xsl:call-template name="id"/>
      <xsl:call-template name="paragraph-number"/>
      <xsl:call-template name="contents-line">
        <xsl:with-param name="indent" select="23.7 * boolean(mhs:number(.))"/>
      </xsl:call-template>
    </fo:block>
  </xsl:template>
  <xsl:template name="contents-line">
    <xsl:param name="indent" select="0"/>
    <xsl:variable name="dotted" select="mhs:dotted(.)"/>
    <xsl:variable name="end" select="mhs:after-dots($dotted)"/>
    <xsl:variable name="size" select="number(substring-before(mhs:language(.)/mhs:type/@size, 'pt')) div 1000"/>
    <xsl:call-template name="dotted-line">
      <xsl:with-param name="dotted" select="$dotted"/>
      <xsl:with-param name="lead" select="$dotted/preceding-sibling::node()"/>
      <xsl:with-param name="room" select="$profile/mhs:column/@right - $profile/mhs:column/@left - $indent
          - mhs:line-advance(normalize-space($end)) * $size - 4"/>
    </xsl:call-template>
    <xsl:if test="$end != ''">
      <xsl:choose>
        <xsl:when test="contains($dotted, '. .')"><xsl:text> </xsl:text></xsl:when>
        <xsl:otherwise>
          <fo:leader leader-pattern="space" leader-length.minimum="2.5pt" leader-length.optimum="2.5pt" leader-length.maximum="100%" role="artifact"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="mhs:fixed-spaces($end)"/>
    </xsl:if>
    <xsl:apply-templates select="$dotted/following-sibling::node()"/>
  </xsl:template>
</xsl:stylesheet>
