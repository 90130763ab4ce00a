<?xml version="1.0" encoding="UTF-8"?>
<!-- Inline content: Word's runs are flat, so each text node becomes a run and asks its ancestors how it looks. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:str="http://exslt.org/strings"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    exclude-result-prefixes="str akn">

  <xsl:variable name="arabic-letters"
      select="'&#x621;&#x622;&#x623;&#x624;&#x625;&#x626;&#x627;&#x628;&#x629;&#x62A;&#x62B;&#x62C;&#x62D;&#x62E;&#x62F;&#x630;&#x631;&#x632;&#x633;&#x634;&#x635;&#x636;&#x637;&#x638;&#x639;&#x63A;&#x640;&#x641;&#x642;&#x643;&#x644;&#x645;&#x646;&#x647;&#x648;&#x649;&#x64A;&#x67E;&#x686;&#x698;&#x6A9;&#x6AF;&#x6CC;'"/>
  <xsl:variable name="latin-letters"
      select="'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'"/>
  <xsl:variable name="white" select="' &#9;&#10;&#13;'"/>

  <xsl:template match="*" mode="run"><xsl:apply-templates mode="run"/></xsl:template>
  <xsl:template match="akn:meta | comment() | processing-instruction()" mode="run"/>
  <xsl:template match="akn:eol | akn:br" mode="run"><w:r><w:br/></w:r></xsl:template>

  <!-- blocks inside an inline structure -->
  <xsl:template match="akn:p" mode="run">
    <xsl:if test="preceding-sibling::*[1][self::akn:p]"><w:r><w:br/></w:r></xsl:if>
    <xsl:apply-templates mode="run"/>
  </xsl:template>

  <!-- White space is collapsed as in HTML: gone at the ends of a block, one blank elsewhere. -->
  <xsl:template match="text()" mode="run">
    <xsl:variable name="words" select="normalize-space(.)"/>
    <xsl:variable name="in-block" select="parent::akn:p or parent::akn:heading or parent::akn:num
        or parent::akn:subheading or parent::akn:caption or parent::akn:tocItem or parent::akn:from
        or parent::akn:narrative or parent::akn:scene or parent::akn:summary or parent::akn:crossHeading
        or parent::akn:listIntroduction or parent::akn:listWrapUp or parent::akn:block"/>
    <xsl:variable name="is-first" select="($in-block and not(preceding-sibling::node()))
        or preceding-sibling::node()[1][self::akn:eol or self::akn:br or self::akn:embeddedStructure]"/>
    <xsl:variable name="is-last" select="($in-block and not(following-sibling::node()))
        or following-sibling::node()[1][self::akn:eol or self::akn:br or self::akn:embeddedStructure]"/>
    <xsl:variable name="text">
      <xsl:if test="not($is-first) and translate(substring(., 1, 1), $white, '') = ''"><xsl:text> </xsl:text></xsl:if>
      <xsl:value-of select="$words"/>
      <xsl:if test="$words and not($is-last) and translate(substring(., string-length(.), 1), $white, '') = ''">
        <xsl:text> </xsl:text>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="$text != '' and ($words or not($is-last))">
      <xsl:call-template name="runs-of-text">
        <xsl:with-param name="text" select="string($text)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- One run, or one per word where words of both directions meet. -->
  <xsl:template name="runs-of-text">
    <xsl:param name="text"/>
    <xsl:variable name="lang"><xsl:call-template name="language-here"/></xsl:variable>
    <xsl:variable name="has-arabic" select="translate($text, $arabic-letters, '') != $text"/>
    <xsl:variable name="has-latin" select="translate($text, $latin-letters, '') != $text"/>
    <xsl:choose>
      <xsl:when test="$has-arabic and $has-latin">
        <xsl:if test="starts-with($text, ' ')">
          <xsl:call-template name="run"><xsl:with-param name="text" select="' '"/></xsl:call-template>
        </xsl:if>
        <xsl:variable name="here" select="."/>
        <xsl:variable name="ends-blank" select="substring($text, string-length($text)) = ' '"/>
        <xsl:for-each select="str:tokenize($text, ' ')">
          <xsl:variable name="word">
            <xsl:value-of select="."/>
            <xsl:if test="position() != last() or $ends-blank"><xsl:text> </xsl:text></xsl:if>
          </xsl:variable>
          <xsl:variable name="is-arabic" select="translate(., $arabic-letters, '') != ."/>
          <xsl:variable name="is-latin" select="translate(., $latin-letters, '') != ."/>
          <xsl:for-each select="$here">
            <xsl:call-template name="run">
              <xsl:with-param name="text" select="string($word)"/>
              <xsl:with-param name="lang" select="$lang"/>
              <xsl:with-param name="is-rtl" select="$is-arabic or ($lang = 'ar' and not($is-latin))"/>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="run">
          <xsl:with-param name="text" select="$text"/>
          <xsl:with-param name="lang" select="$lang"/>
          <xsl:with-param name="is-rtl" select="$has-arabic or ($lang = 'ar' and not($has-latin))"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The current node is the text node, whose ancestors up to its note decide the looks. -->
  <xsl:template name="run">
    <xsl:param name="text"/>
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="is-rtl" select="false()"/>
    <xsl:variable name="note" select="generate-id(ancestor::akn:authorialNote[1])"/>
    <xsl:variable name="around" select="ancestor::akn:*[generate-id(ancestor-or-self::akn:authorialNote[1]) = $note]"/>
    <w:r>
      <w:rPr>
        <xsl:if test="$around[(self::akn:a and @href) or (self::akn:ref and (starts-with(@href, '#') or starts-with(@href, '!')))]">
          <w:rStyle w:val="Hyperlink"/>
        </xsl:if>
        <xsl:if test="$lang = 'zh'"><w:rFonts w:hint="eastAsia"/></xsl:if>
        <xsl:if test="$around[self::akn:b]"><w:b/><w:bCs/></xsl:if>
        <xsl:if test="$around[self::akn:i]"><w:i/><w:iCs/></xsl:if>
        <xsl:if test="$around[self::akn:del]"><w:strike/></xsl:if>
        <xsl:if test="$around[self::akn:u or self::akn:ins]"><w:u w:val="single"/></xsl:if>
        <xsl:choose>
          <xsl:when test="$around[self::akn:sup]"><w:vertAlign w:val="superscript"/></xsl:when>
          <xsl:when test="$around[self::akn:sub]"><w:vertAlign w:val="subscript"/></xsl:when>
        </xsl:choose>
        <xsl:if test="$is-rtl"><w:rtl/></xsl:if>
        <xsl:call-template name="run-language">
          <xsl:with-param name="lang" select="$lang"/>
          <xsl:with-param name="is-rtl" select="$is-rtl"/>
        </xsl:call-template>
      </w:rPr>
      <w:t xml:space="preserve"><xsl:value-of select="$text"/></w:t>
    </w:r>
  </xsl:template>

  <!-- Word keeps three languages: of Latin and Cyrillic, East Asian and right-to-left text. -->
  <xsl:template name="run-language">
    <xsl:param name="lang"/>
    <xsl:param name="is-rtl"/>
    <xsl:variable name="tag">
      <xsl:call-template name="word-language"><xsl:with-param name="lang" select="$lang"/></xsl:call-template>
    </xsl:variable>
    <w:lang>
      <xsl:choose>
        <xsl:when test="$is-rtl"><xsl:attribute name="w:bidi">ar-SA</xsl:attribute></xsl:when>
        <xsl:when test="$lang = 'zh'"><xsl:attribute name="w:eastAsia">zh-CN</xsl:attribute></xsl:when>
        <xsl:when test="$lang = 'ar'"><xsl:attribute name="w:val">en-GB</xsl:attribute></xsl:when>
        <xsl:otherwise><xsl:attribute name="w:val"><xsl:value-of select="$tag"/></xsl:attribute></xsl:otherwise>
      </xsl:choose>
    </w:lang>
  </xsl:template>

  <xsl:template match="akn:a[not(ancestor::akn:a)]" mode="run">
    <xsl:variable name="n"><xsl:call-template name="number-in"><xsl:with-param name="list" select="'link'"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$n != ''">
        <w:hyperlink r:id="link{$n}" w:history="1"><xsl:apply-templates mode="run"/></w:hyperlink>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="local-link"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="akn:ref[not(ancestor::akn:a)]" mode="run"><xsl:call-template name="local-link"/></xsl:template>

  <xsl:template name="local-link">
    <xsl:variable name="href" select="@href"/>
    <xsl:variable name="target" select="key('component', substring-after($href[starts-with(., '!')], '!'))
        | key('element', substring-after($href[starts-with(., '#')], '#'))"/>
    <xsl:variable name="n">
      <xsl:for-each select="$target[1]">
        <xsl:call-template name="number-in"><xsl:with-param name="list" select="'target'"/></xsl:call-template>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$n != ''">
        <w:hyperlink w:anchor="target_{$n}" w:history="1"><xsl:apply-templates mode="run"/></w:hyperlink>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="run"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ notes -->

  <xsl:template match="akn:authorialNote" mode="run">
    <xsl:variable name="n"><xsl:call-template name="number-in"><xsl:with-param name="list" select="'note'"/></xsl:call-template></xsl:variable>
    <xsl:variable name="counted"><xsl:call-template name="number-in"><xsl:with-param name="list" select="'counted'"/></xsl:call-template></xsl:variable>
    <w:r>
      <w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>
      <xsl:choose>
        <xsl:when test="$counted != ''"><w:footnoteReference w:id="{$n}"/></xsl:when>
        <xsl:otherwise>
          <w:footnoteReference w:customMarkFollows="1" w:id="{$n}"/>
          <w:t><xsl:apply-templates select="." mode="mark"/></w:t>
        </xsl:otherwise>
      </xsl:choose>
    </w:r>
  </xsl:template>

  <xsl:template match="akn:authorialNote" mode="mark">
    <xsl:choose>
      <xsl:when test="@marker"><xsl:value-of select="@marker"/></xsl:when>
      <xsl:otherwise>*</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Word has no notes on notes: the inner one stands where it is called. -->
  <xsl:template match="akn:authorialNote//akn:authorialNote" mode="run" priority="2">
    <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t><xsl:apply-templates select="." mode="mark"/></w:t></w:r>
    <w:r><w:t xml:space="preserve"> </w:t></w:r>
    <xsl:apply-templates mode="run"/>
  </xsl:template>

  <xsl:template match="akn:noteRef[@marker]" mode="run">
    <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t><xsl:value-of select="@marker"/></w:t></w:r>
  </xsl:template>

  <xsl:template match="akn:authorialNote" mode="footnote">
    <w:footnote w:id="{position()}">
      <xsl:apply-templates select="*[1]" mode="block"><xsl:with-param name="lead" select="."/></xsl:apply-templates>
      <xsl:apply-templates select="*[position() > 1]" mode="block"/>
      <xsl:if test="not(*)">
        <w:p>
          <w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>
          <xsl:apply-templates select="." mode="lead"/>
        </w:p>
      </xsl:if>
    </w:footnote>
  </xsl:template>

</xsl:stylesheet>
