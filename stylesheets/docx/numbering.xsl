<?xml version="1.0" encoding="UTF-8"?>
<!--
  Numbers. Where Word's counting shows what is printed, list by list and level of headings by level, it counts; every
  other number is text. A list is a run of numbered paragraphs, or all items of one list; it is one w:num, so an
  editor who adds an item changes no other list. Which runs count is asked of mhx:lists and mhx:outline, which know
  Word's formats; without these functions all numbers are text.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:mhx="urn:masthead:xslt:1"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    exclude-result-prefixes="exsl akn mhx">

  <xsl:key name="bullet-mark" match="akn:indent[@class = 'bullet']/akn:num[not(*)]" use="normalize-space(.)"/>
  <xsl:key name="scheme" match="list" use="concat(@level, ' ', @format, ' ', @before, '%', @after)"/>

  <xsl:variable name="can-count" select="function-available('mhx:lists') and function-available('mhx:outline')"/>

  <!-- ============================================================ what counts -->

  <!-- Headings by document; with their numbers. -->
  <xsl:variable name="headings">
    <xsl:for-each select="$record/descendant-or-self::akn:*[akn:meta]">
      <part>
        <xsl:for-each select="akn:*[not(self::akn:meta or self::akn:attachments or self::akn:components)]
            //akn:heading[not(preceding-sibling::akn:heading)]/parent::akn:*[not(self::akn:tblock)]">
          <heading of="{generate-id()}">
            <xsl:attribute name="level"><xsl:call-template name="heading-level"/></xsl:attribute>
            <xsl:value-of select="akn:num[not(*)]"/>
          </heading>
        </xsl:for-each>
      </part>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="outlines">
    <xsl:for-each select="exsl:node-set($headings)/part[$can-count]">
      <xsl:variable name="levels"><xsl:copy-of select="mhx:outline(heading)"/></xsl:variable>
      <xsl:if test="exsl:node-set($levels)/level">
        <outline>
          <xsl:copy-of select="$levels"/>
          <xsl:copy-of select="heading[. != '']"/>
        </outline>
      </xsl:if>
    </xsl:for-each>
  </xsl:variable>

  <!-- The first outline belongs to the styles of headings: its headings need not say their number, and those that have
       none say that. -->
  <xsl:variable name="styled-levels" select="exsl:node-set($outlines)/outline[1]/level"/>

  <!-- A list that begins in the line of another number ("1. (a) …") is text: a paragraph has one counted number. -->
  <xsl:variable name="groups">
    <xsl:for-each select="$record/descendant-or-self::akn:*[akn:meta]">
      <xsl:variable name="own" select="akn:*[not(self::akn:meta or self::akn:coverPage or self::akn:attachments or self::akn:components)]"/>
      <group level="0">
        <xsl:for-each select="($own//akn:paragraph | $own//akn:debateSection[@name = 'paragraph'])[akn:num and not(akn:heading)]">
          <xsl:if test="*[2] and not(ancestor::akn:paragraph or ancestor::akn:table or ancestor::akn:authorialNote
              or ancestor::akn:embeddedStructure or ancestor::akn:quotedStructure)">
            <number of="{generate-id(akn:num)}"><xsl:value-of select="akn:num[not(*)]"/></number>
          </xsl:if>
        </xsl:for-each>
      </group>
      <xsl:for-each select="$own//akn:list | $own//akn:blockList">
        <xsl:variable name="items" select="akn:point | akn:indent | akn:item"/>
        <xsl:variable name="holder" select="ancestor::akn:*[akn:num and not(akn:heading)][1]"/>
        <xsl:variable name="opening" select="$holder/descendant::*[self::akn:p or self::akn:listIntroduction][1]"/>
        <xsl:if test="$items and not($items[@class = 'bullet' or akn:heading or not(akn:num[not(*)]) or not(*[2])]
            or $opening/ancestor::*[count(. | $items) = count($items)]
            or ancestor::akn:table or ancestor::akn:authorialNote or ancestor::akn:embeddedStructure or ancestor::akn:quotedStructure)">
          <group whole="1">
            <xsl:variable name="depth"><xsl:for-each select="$items[1]/akn:num"><xsl:call-template name="list-level"/></xsl:for-each></xsl:variable>
            <xsl:attribute name="level"><xsl:value-of select="$depth + 1"/></xsl:attribute>
            <xsl:for-each select="$items/akn:num">
              <number of="{generate-id()}"><xsl:value-of select="."/></number>
            </xsl:for-each>
          </group>
        </xsl:if>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="lists">
    <xsl:if test="$can-count"><xsl:copy-of select="mhx:lists(exsl:node-set($groups)/group)"/></xsl:if>
  </xsl:variable>

  <xsl:variable name="bullets">
    <bullet>&#x2022;</bullet>
    <xsl:for-each select="$record//akn:indent[@class = 'bullet']/akn:num[not(*)][normalize-space(.) != '&#x2022;']">
      <xsl:if test="count(. | key('bullet-mark', normalize-space(.))[1]) = 1">
        <bullet><xsl:value-of select="normalize-space(.)"/></bullet>
      </xsl:if>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="bullet-count" select="count(exsl:node-set($bullets)/bullet)"/>
  <xsl:variable name="outline-count" select="count(exsl:node-set($outlines)/outline)"/>

  <xsl:template match="akn:num" mode="bullet-number">
    <xsl:variable name="mark" select="normalize-space(.)"/>
    <xsl:value-of select="count(exsl:node-set($bullets)/bullet[. = $mark]/preceding-sibling::bullet) + 1"/>
  </xsl:template>

  <!-- Entries of $index: the w:numPr of every counted number. Bullets have the first numbers of w:num, then outlines,
       then lists. Word knows no more than 32,767. -->
  <xsl:template name="number-entries">
    <xsl:for-each select="exsl:node-set($outlines)/outline">
      <xsl:variable name="n" select="$bullet-count + position()"/>
      <xsl:variable name="levels" select="level"/>
      <xsl:for-each select="heading[@level = $levels/@n]">
        <entry of="heading {@of}">
          <xsl:choose>
            <xsl:when test="$n = $bullet-count + 1"><styled/></xsl:when>
            <xsl:otherwise><w:numPr><w:ilvl w:val="{@level - 1}"/><w:numId w:val="{$n}"/></w:numPr></xsl:otherwise>
          </xsl:choose>
        </entry>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:for-each select="exsl:node-set($lists)/list[position() &lt; 32000 - $bullet-count - $outline-count]">
      <xsl:variable name="n" select="$bullet-count + $outline-count + position()"/>
      <xsl:variable name="level" select="@level"/>
      <xsl:for-each select="number">
        <entry of="number {@of}"><w:numPr><w:ilvl w:val="{$level}"/><w:numId w:val="{$n}"/></w:numPr></entry>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The w:numPr of the current node, or "styled" when its style has it; nothing when its number is text. -->
  <xsl:template name="counted">
    <xsl:param name="kind"/>
    <xsl:variable name="wanted" select="concat($kind, ' ', generate-id())"/>
    <xsl:for-each select="$index-root"><xsl:copy-of select="key('listed', $wanted)/*"/></xsl:for-each>
  </xsl:template>

  <!-- The w:numPr of the style of a heading. -->
  <xsl:template name="heading-numbering">
    <xsl:param name="level"/>
    <xsl:if test="$styled-levels[@n = $level]">
      <w:numPr><w:ilvl w:val="{$level - 1}"/><w:numId w:val="{$bullet-count + 1}"/></w:numPr>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================ numbering.xml -->

  <xsl:template name="numbering-part">
    <xsl:variable name="all-lists" select="exsl:node-set($lists)/list"/>
    <xsl:variable name="all-outlines" select="exsl:node-set($outlines)/outline"/>
    <xsl:variable name="all-schemes" select="exsl:node-set($schemes)/entry"/>
    <pkg:part pkg:name="/word/numbering.xml" pkg:contentType="{$wml-type}numbering+xml">
      <pkg:xmlData>
        <w:numbering>
          <xsl:for-each select="exsl:node-set($bullets)/bullet">
            <w:abstractNum w:abstractNumId="{position()}">
              <w:multiLevelType w:val="hybridMultilevel"/>
              <xsl:call-template name="bullet-level"><xsl:with-param name="level" select="0"/></xsl:call-template>
              <xsl:call-template name="bullet-level"><xsl:with-param name="level" select="1"/></xsl:call-template>
              <xsl:call-template name="bullet-level"><xsl:with-param name="level" select="2"/></xsl:call-template>
            </w:abstractNum>
          </xsl:for-each>
          <xsl:for-each select="$all-outlines">
            <w:abstractNum w:abstractNumId="{$bullet-count + position()}">
              <w:multiLevelType w:val="multilevel"/>
              <xsl:apply-templates select="level[@n &lt; 7]" mode="numbering">
                <xsl:with-param name="is-styled" select="position() = 1"/>
              </xsl:apply-templates>
            </w:abstractNum>
          </xsl:for-each>
          <xsl:for-each select="$all-schemes">
            <w:abstractNum w:abstractNumId="{$first-list + position()}">
              <w:multiLevelType w:val="multilevel"/>
              <xsl:call-template name="list-levels"/>
            </w:abstractNum>
          </xsl:for-each>
          <xsl:for-each select="exsl:node-set($bullets)/bullet">
            <w:num w:numId="{position()}"><w:abstractNumId w:val="{position()}"/></w:num>
          </xsl:for-each>
          <xsl:for-each select="$all-outlines">
            <w:num w:numId="{$bullet-count + position()}"><w:abstractNumId w:val="{$bullet-count + position()}"/></w:num>
          </xsl:for-each>
          <xsl:for-each select="$all-lists">
            <w:num w:numId="{$first-list + position()}">
              <w:abstractNumId>
                <xsl:variable name="scheme" select="concat(@level, ' ', @format, ' ', @before, '%', @after)"/>
                <xsl:attribute name="w:val">
                  <xsl:for-each select="$all-schemes[1]"><xsl:value-of select="key('listed', $scheme)/@n"/></xsl:for-each>
                </xsl:attribute>
              </w:abstractNumId>
              <w:lvlOverride w:ilvl="{@level}"><w:startOverride w:val="{@start}"/></w:lvlOverride>
            </w:num>
          </xsl:for-each>
        </w:numbering>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <!-- How numbers look, each look once; a list of that look starts where it says. -->
  <xsl:variable name="first-list" select="$bullet-count + $outline-count"/>
  <xsl:variable name="schemes">
    <xsl:for-each select="exsl:node-set($lists)/list[count(. | key('scheme', concat(@level, ' ', @format, ' ', @before, '%', @after))[1]) = 1]">
      <entry of="{@level} {@format} {@before}%{@after}" n="{$first-list + position()}">
        <xsl:copy-of select="@*"/>
      </entry>
    </xsl:for-each>
  </xsl:variable>

  <!-- The level of the list as printed; the others as the UN numbers: 1., (a), (i), so that Tab in Word goes on. -->
  <xsl:template name="list-levels">
    <xsl:variable name="list" select="."/>
    <xsl:variable name="usual">
      <level n="0" format="decimal" before="" after="."/>
      <level n="1" format="lowerLetter" before="(" after=")"/>
      <level n="2" format="lowerRoman" before="(" after=")"/>
      <level n="3" format="lowerLetter" before="" after="."/>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($usual)/level">
      <xsl:variable name="n" select="@n"/>
      <xsl:for-each select="$list[@level = $n] | self::*[not($list/@level = @n)]">
        <w:lvl w:ilvl="{$n}">
          <w:start w:val="1"/>
          <w:numFmt w:val="{@format}"/>
          <w:suff w:val="tab"/>
          <w:lvlText w:val="{@before}%{$n + 1}{@after}"/>
          <w:lvlJc w:val="left"/>
        </w:lvl>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The number of a heading ends before the text column; columns have no room for that. -->
  <xsl:template match="level" mode="numbering">
    <xsl:param name="is-styled"/>
    <w:lvl w:ilvl="{@n - 1}">
      <w:start w:val="1"/>
      <w:numFmt w:val="{@format}"/>
      <xsl:if test="$is-styled"><w:pStyle w:val="Heading{@n}"/></xsl:if>
      <w:suff w:val="tab"/>
      <w:lvlText w:val="{@before}%{@n}{@after}"/>
      <xsl:choose>
        <xsl:when test="$is-in-columns">
          <w:lvlJc w:val="left"/>
          <w:pPr><w:ind w:left="{$step}" w:hanging="{$step}"/></w:pPr>
        </xsl:when>
        <xsl:otherwise>
          <w:lvlJc w:val="right"/>
          <w:pPr><w:ind w:left="{$text-start}" w:hanging="{$text-start - $heading-number-end}"/></w:pPr>
        </xsl:otherwise>
      </xsl:choose>
    </w:lvl>
  </xsl:template>

  <xsl:template name="bullet-level">
    <xsl:param name="level"/>
    <w:lvl w:ilvl="{$level}">
      <w:start w:val="1"/>
      <w:numFmt w:val="bullet"/>
      <w:suff w:val="tab"/>
      <w:lvlText w:val="{.}"/>
      <w:lvlJc w:val="left"/>
      <w:pPr>
        <w:ind w:left="{$text-start + ($level + 2) * $step}" w:hanging="{floor($step div 2)}"/>
      </w:pPr>
      <w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/></w:rPr>
    </w:lvl>
  </xsl:template>

</xsl:stylesheet>
