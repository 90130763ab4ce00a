<?xml version="1.0" encoding="UTF-8"?>
<!-- Typography: attribute sets in em, so that they follow the language they stand in, and the language switch. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:func="http://exslt.org/functions"
    xmlns:mhs="urn:masthead:stylesheet:1"
    extension-element-prefixes="func"
    exclude-result-prefixes="akn mhs">

  <xsl:attribute-set name="paragraph">
    <xsl:attribute name="text-align">justify</xsl:attribute>
    <xsl:attribute name="space-after">6pt</xsl:attribute>
    <xsl:attribute name="font-weight">normal</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="heading">
    <xsl:attribute name="font-weight">bold</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="mhs:language(.)/mhs:type/@heading-leading"/></xsl:attribute>
    <xsl:attribute name="letter-spacing"><xsl:value-of select="concat(mhs:heading-spacing('other'), 'pt')"/></xsl:attribute>
    <xsl:attribute name="keep-with-next.within-column">always</xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="note">
    <!-- Of the text, whatever the note is called in. -->
    <xsl:attribute name="font-size">
      <xsl:value-of select="concat(number(substring-before($profile/mhs:notes/@size, 'em'))
          * number(substring-before(mhs:language(.)/mhs:type/@size, 'pt')), 'pt')"/>
    </xsl:attribute>
    <xsl:attribute name="letter-spacing"><xsl:value-of select="concat(mhs:spacing(), 'pt')"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="mhs:language(.)/mhs:type/@note-leading"/></xsl:attribute>
    <xsl:attribute name="font-weight">normal</xsl:attribute>
    <xsl:attribute name="font-style">normal</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="text-indent">0pt</xsl:attribute>
    <xsl:attribute name="start-indent">0pt</xsl:attribute>
    <xsl:attribute name="end-indent">0pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="raised">
    <xsl:attribute name="baseline-shift">super</xsl:attribute>
    <xsl:attribute name="font-size">0.65em</xsl:attribute>
    <xsl:attribute name="line-height">0</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="link">
    <xsl:attribute name="color">#0000FF</xsl:attribute>
    <xsl:attribute name="role">Link</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="signature">
    <xsl:attribute name="text-align">end</xsl:attribute>
    <xsl:attribute name="text-indent">0pt</xsl:attribute>
    <xsl:attribute name="start-indent">60pt</xsl:attribute>
    <xsl:attribute name="space-before">18pt</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="keep-together.within-column">always</xsl:attribute>
    <xsl:attribute name="keep-with-previous.within-column">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- Letter spacing of text in points: some papers and some scripts have none. -->
  <func:function name="mhs:spacing">
    <xsl:param name="row" select="mhs:language(.)"/>
    <func:result select="number(substring-before(concat($row/mhs:type/@spacing[$profile/@spacing = 'true'], '0pt'), 'pt'))"/>
  </func:function>
  <!-- Of headings of the style with this name: the larger, the less. -->
  <func:function name="mhs:heading-spacing">
    <xsl:param name="style"/>
    <xsl:variable name="is-spaced" select="mhs:spacing() != 0"/>
    <func:result select="number(concat('0', $profile/mhs:heading[@name = $style]/@spacing[$is-spaced]))"/>
  </func:function>

  <!-- Everything a language decides about running text. -->
  <xsl:template name="language-attributes">
    <xsl:param name="row" select="mhs:language(.)"/>
    <xsl:variable name="type" select="$row/mhs:type"/>
    <xsl:attribute name="xml:lang"><xsl:value-of select="$row/@code"/></xsl:attribute>
    <xsl:attribute name="font-family"><xsl:value-of select="$type/@family"/></xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$type/@size"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$type/@leading"/></xsl:attribute>
    <xsl:attribute name="letter-spacing"><xsl:value-of select="concat(mhs:spacing($row), 'pt')"/></xsl:attribute>
    <xsl:attribute name="hyphenate"><xsl:value-of select="$type/@hyphenate"/></xsl:attribute>
    <xsl:attribute name="hyphenation-remain-character-count"><xsl:value-of select="$type/@remain"/></xsl:attribute>
    <xsl:attribute name="hyphenation-push-character-count"><xsl:value-of select="$type/@push"/></xsl:attribute>
  </xsl:template>

  <!-- Language of one block where it is marked: tag and face only, the size stays the one of its style. -->
  <xsl:template name="block-language">
    <xsl:if test="@xml:lang">
      <xsl:variable name="row" select="mhs:language(.)"/>
      <xsl:attribute name="xml:lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
      <xsl:attribute name="font-family"><xsl:value-of select="$row/mhs:type/@family"/></xsl:attribute>
      <xsl:attribute name="hyphenate"><xsl:value-of select="$row/mhs:type/@hyphenate"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- A part of the record in its own language: the content is set in that language's type and direction.
       Called with the part as context; the stylesheet's templates for the children run inside. -->
  <xsl:template name="in-language">
    <xsl:param name="role" select="'Div'"/>
    <xsl:variable name="row" select="mhs:language(.)"/>
    <xsl:variable name="outer" select="mhs:language(..)"/>
    <xsl:choose>
      <xsl:when test="$row/@code = $outer/@code">
        <xsl:apply-templates/>
      </xsl:when>
      <xsl:when test="$row/@direction != $outer/@direction">
        <fo:block-container writing-mode="{$row/@writing-mode}" role="{$role}">
          <xsl:call-template name="language-attributes"><xsl:with-param name="row" select="$row"/></xsl:call-template>
          <xsl:apply-templates/>
        </fo:block-container>
      </xsl:when>
      <xsl:otherwise>
        <fo:block role="{$role}">
          <xsl:call-template name="language-attributes"><xsl:with-param name="row" select="$row"/></xsl:call-template>
          <xsl:apply-templates/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The gap between a printed number and its text: what is left of $room, never less than a word space.
       A leader, so that the text starts at the measured place whatever the number. -->
  <xsl:template name="number-gap">
    <xsl:param name="number"/>
    <xsl:param name="room"/>
    <xsl:param name="size"/>
    <xsl:variable name="used" select="mhs:advance(normalize-space($number)) * $size div 1000
        + mhs:spacing() * (string-length(normalize-space($number)) - 1)"/>
    <xsl:variable name="gap" select="$room - $used"/>
    <xsl:variable name="length">
      <xsl:choose>
        <xsl:when test="$gap &lt; 3">3</xsl:when>
        <xsl:otherwise><xsl:value-of select="format-number($gap, '0.##')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <fo:leader leader-pattern="space" leader-length.minimum="{$length}pt" leader-length.optimum="{$length}pt"
        leader-length.maximum="{$length}pt" role="artifact"/>
  </xsl:template>
</xsl:stylesheet>
