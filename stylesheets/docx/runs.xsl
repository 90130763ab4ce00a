<?xml version="1.0" encoding="UTF-8"?>
<!--
  Inline content. Word's runs are flat, so what the elements around a text say travels down with two
  parameters: $lang, the language in force, and $looks, one letter for each look in force:
  h link, b bold, i emphasis, d deleted, u underlined, ^ raised, _ lowered.
-->
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

  <!-- Looking for Arabic letters in each text is dear and most records have none: no Arabic name or sentence
       goes without the ten commonest. -->
  <xsl:variable name="record-text" select="string($record)"/>
  <xsl:variable name="has-arabic" select="$language = 'ar'
      or contains($record-text, '&#x627;') or contains($record-text, '&#x644;') or contains($record-text, '&#x64A;')
      or contains($record-text, '&#x645;') or contains($record-text, '&#x646;') or contains($record-text, '&#x648;')
      or contains($record-text, '&#x631;') or contains($record-text, '&#x62A;') or contains($record-text, '&#x628;')
      or contains($record-text, '&#x62F;')"/>

  <xsl:template match="*" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:apply-templates mode="run">
      <xsl:with-param name="lang" select="substring(concat(@xml:lang, $lang), 1, 2)"/>
      <xsl:with-param name="looks" select="$looks"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="akn:meta | comment() | processing-instruction()" mode="run"/>
  <xsl:template match="akn:eol | akn:br" mode="run"><w:r><w:br/></w:r></xsl:template>

  <xsl:template name="content">
    <xsl:param name="lang"/>
    <xsl:param name="looks"/>
    <xsl:apply-templates mode="run">
      <xsl:with-param name="lang" select="substring(concat(@xml:lang, $lang), 1, 2)"/>
      <xsl:with-param name="looks" select="$looks"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="akn:b" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:call-template name="content">
      <xsl:with-param name="lang" select="$lang"/>
      <xsl:with-param name="looks" select="concat($looks, 'b')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Arabic and Chinese have no italics: there emphasis is bold. -->
  <xsl:template match="akn:i | akn:remark | akn:inline[@name = 'akn4un:note']" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:variable name="here" select="substring(concat(@xml:lang, $lang), 1, 2)"/>
    <xsl:call-template name="content">
      <xsl:with-param name="lang" select="$here"/>
      <xsl:with-param name="looks" select="concat($looks, substring('bi', 2 - ($here = 'ar' or $here = 'zh'), 1))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- "Signed" is set apart by italics and nothing else. -->
  <xsl:template match="akn:signature//akn:docStatus[@refersTo = '#signed'][not(akn:i)]" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:variable name="here" select="substring(concat(@xml:lang, $lang), 1, 2)"/>
    <xsl:call-template name="content">
      <xsl:with-param name="lang" select="$here"/>
      <xsl:with-param name="looks" select="concat($looks, substring('i', 1, not($here = 'ar' or $here = 'zh')))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="akn:del" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:call-template name="content">
      <xsl:with-param name="lang" select="$lang"/>
      <xsl:with-param name="looks" select="concat($looks, 'd')"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="akn:u | akn:ins" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:call-template name="content">
      <xsl:with-param name="lang" select="$lang"/>
      <xsl:with-param name="looks" select="concat($looks, 'u')"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="akn:sup" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:call-template name="content">
      <xsl:with-param name="lang" select="$lang"/>
      <xsl:with-param name="looks" select="concat($looks, '^')"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="akn:sub" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:call-template name="content">
      <xsl:with-param name="lang" select="$lang"/>
      <xsl:with-param name="looks" select="concat($looks, '_')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- blocks inside an inline structure -->
  <xsl:template match="akn:p" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:if test="preceding-sibling::*[1][self::akn:p]"><w:r><w:br/></w:r></xsl:if>
    <xsl:call-template name="content">
      <xsl:with-param name="lang" select="$lang"/>
      <xsl:with-param name="looks" select="$looks"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The name that speaks is bold, what it speaks for is not; so is the family name of who signs. -->
  <xsl:template match="akn:from[not(akn:b)]/akn:person | akn:from[not(akn:b)]/akn:role
      | akn:from[not(akn:b or akn:person or akn:role)]" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:call-template name="content">
      <xsl:with-param name="lang" select="$lang"/>
      <xsl:with-param name="looks" select="concat($looks, 'b')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="akn:signature//akn:person[not(*)][contains(., ' ')][. = normalize-space()]/text()" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:variable name="family" select="str:tokenize(., ' ')[last()]"/>
    <xsl:variable name="is-marked" select="$lang != 'zh'"/>
    <xsl:if test="$is-marked">
      <xsl:call-template name="runs-of-text">
        <xsl:with-param name="text" select="substring(., 1, string-length() - string-length($family))"/>
        <xsl:with-param name="lang" select="$lang"/>
        <xsl:with-param name="looks" select="$looks"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="runs-of-text">
      <xsl:with-param name="text" select="string($family[$is-marked] | self::node()[not($is-marked)])"/>
      <xsl:with-param name="lang" select="$lang"/>
      <xsl:with-param name="looks" select="concat($looks, substring('b', 1, $is-marked))"/>
    </xsl:call-template>
  </xsl:template>

  <!-- In brackets behind a speaker's name stands a State, or in small letters a remark in italics: "(spoken in Chinese)". -->
  <xsl:template match="akn:from[not(akn:b)]/text()[contains(substring-after(., '('), ')')]" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:variable name="opening" select="substring(' ', 1, preceding-sibling::node() and normalize-space(substring(., 1, 1)) = '')"/>
    <xsl:variable name="closing" select="substring(' ', 1, following-sibling::node() and normalize-space(substring(., string-length())) = '')"/>
    <xsl:call-template name="runs-with-remarks">
      <xsl:with-param name="text" select="concat($opening, normalize-space(), $closing)"/>
      <xsl:with-param name="lang" select="$lang"/>
      <xsl:with-param name="looks" select="concat(translate($looks, 'b', ''), substring('b', 1, not(preceding-sibling::node())))"/>
      <xsl:with-param name="inner-looks" select="translate($looks, 'b', '')"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="runs-with-remarks">
    <xsl:param name="text"/>
    <xsl:param name="lang"/>
    <xsl:param name="looks"/>
    <xsl:param name="inner-looks"/>
    <xsl:variable name="inside" select="substring-before(substring-after($text, '('), ')')"/>
    <xsl:variable name="is-remark" select="$inside != '' and $lang != 'ar' and $lang != 'zh'
        and contains('abcdefghijklmnopqrstuvwxyzéабвгдежзиклмнопрстуфхцчшщэюя', substring($inside, 1, 1))"/>
    <xsl:choose>
      <xsl:when test="$inside = ''">
        <xsl:call-template name="runs-of-text">
          <xsl:with-param name="text" select="$text"/>
          <xsl:with-param name="lang" select="$lang"/>
          <xsl:with-param name="looks" select="$looks"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="runs-of-text">
          <xsl:with-param name="text" select="concat(substring-before($text, '('), substring('(', 1, $looks = $inner-looks))"/>
          <xsl:with-param name="lang" select="$lang"/>
          <xsl:with-param name="looks" select="$looks"/>
        </xsl:call-template>
        <xsl:call-template name="runs-of-text">
          <xsl:with-param name="text" select="concat(substring('(', 1, $looks != $inner-looks), $inside)"/>
          <xsl:with-param name="lang" select="$lang"/>
          <xsl:with-param name="looks" select="concat($inner-looks, substring('i', 1, $is-remark))"/>
        </xsl:call-template>
        <xsl:call-template name="runs-with-remarks">
          <xsl:with-param name="text" select="concat(')', substring-after(substring-after($text, '('), ')'))"/>
          <xsl:with-param name="lang" select="$lang"/>
          <xsl:with-param name="looks" select="$inner-looks"/>
          <xsl:with-param name="inner-looks" select="$inner-looks"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- White space is collapsed as in HTML: gone at the ends of a block, one blank elsewhere. -->
  <xsl:template match="text()" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:choose>
      <xsl:when test=". = $words">
        <xsl:if test="$words">
          <xsl:call-template name="runs-of-text">
            <xsl:with-param name="text" select="$words"/>
            <xsl:with-param name="lang" select="$lang"/>
            <xsl:with-param name="looks" select="$looks"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="before" select="preceding-sibling::node()[1]"/>
        <xsl:variable name="after" select="following-sibling::node()[1]"/>
        <xsl:variable name="at-edge" select="(not($before and $after)) and (parent::akn:p or parent::akn:heading or parent::akn:num
            or parent::akn:subheading or parent::akn:caption or parent::akn:tocItem or parent::akn:from
            or parent::akn:narrative or parent::akn:scene or parent::akn:summary or parent::akn:crossHeading
            or parent::akn:listIntroduction or parent::akn:listWrapUp or parent::akn:block)"/>
        <xsl:variable name="is-first" select="($at-edge and not($before))
            or $before[self::akn:eol or self::akn:br or self::akn:embeddedStructure]"/>
        <xsl:variable name="is-last" select="($at-edge and not($after))
            or $after[self::akn:eol or self::akn:br or self::akn:embeddedStructure]"/>
        <xsl:variable name="opening" select="substring(' ', 1, not($is-first) and normalize-space(substring(., 1, 1)) = '')"/>
        <xsl:variable name="closing" select="substring(' ', 1, $words and not($is-last)
            and normalize-space(substring(., string-length(), 1)) = '')"/>
        <xsl:if test="($words or $opening) and ($words or not($is-last))">
          <xsl:call-template name="runs-of-text">
            <xsl:with-param name="text" select="concat($opening, $words, $closing)"/>
            <xsl:with-param name="lang" select="$lang"/>
            <xsl:with-param name="looks" select="$looks"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- One run, or one per word where words of both directions meet. -->
  <xsl:template name="runs-of-text">
    <xsl:param name="text"/>
    <xsl:param name="lang"/>
    <xsl:param name="looks"/>
    <xsl:variable name="has-rtl" select="$has-arabic and translate($text, $arabic-letters, '') != $text"/>
    <xsl:variable name="has-ltr" select="($has-rtl or $lang = 'ar') and translate($text, $latin-letters, '') != $text"/>
    <xsl:choose>
      <xsl:when test="$has-rtl and $has-ltr">
        <xsl:if test="starts-with($text, ' ')">
          <xsl:call-template name="run"><xsl:with-param name="text" select="' '"/></xsl:call-template>
        </xsl:if>
        <xsl:variable name="ends-blank" select="substring($text, string-length($text)) = ' '"/>
        <xsl:for-each select="str:tokenize($text, ' ')">
          <xsl:call-template name="run">
            <xsl:with-param name="text" select="concat(., substring(' ', 1, position() != last() or $ends-blank))"/>
            <xsl:with-param name="lang" select="$lang"/>
            <xsl:with-param name="looks" select="$looks"/>
            <xsl:with-param name="is-rtl" select="translate(., $arabic-letters, '') != .
                or ($lang = 'ar' and translate(., $latin-letters, '') = .)"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="run">
          <xsl:with-param name="text" select="$text"/>
          <xsl:with-param name="lang" select="$lang"/>
          <xsl:with-param name="looks" select="$looks"/>
          <xsl:with-param name="is-rtl" select="$has-rtl or ($lang = 'ar' and not($has-ltr)
              and not(ancestor::akn:td[translate(., $number-signs, '') = '']))"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="run">
    <xsl:param name="text"/>
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:param name="is-rtl" select="false()"/>
    <!-- The defaults are the record's language, Chinese for ideographs, Arabic for right-to-left runs. -->
    <xsl:variable name="is-foreign" select="$lang != $language and $lang != 'zh' and $lang != 'ar'"/>
    <w:r>
      <xsl:if test="$looks or $is-rtl or $is-foreign or $lang = 'zh'">
        <w:rPr>
          <xsl:if test="$looks"><xsl:call-template name="looks-first"><xsl:with-param name="looks" select="$looks"/></xsl:call-template></xsl:if>
          <xsl:if test="$lang = 'zh'"><w:rFonts w:hint="eastAsia"/></xsl:if>
          <xsl:if test="$looks"><xsl:call-template name="looks-last"><xsl:with-param name="looks" select="$looks"/></xsl:call-template></xsl:if>
          <xsl:if test="$is-rtl"><w:rtl/></xsl:if>
          <xsl:if test="$is-foreign">
            <w:lang>
              <xsl:attribute name="w:val"><xsl:call-template name="word-language"><xsl:with-param name="lang" select="$lang"/></xsl:call-template></xsl:attribute>
            </w:lang>
          </xsl:if>
        </w:rPr>
      </xsl:if>
      <w:t xml:space="preserve"><xsl:value-of select="$text"/></w:t>
    </w:r>
  </xsl:template>

  <!-- A run has one character style; what that leaves unsaid is said directly, in the schema's order. -->
  <xsl:template name="looks-first">
    <xsl:param name="looks"/>
    <xsl:choose>
      <xsl:when test="contains($looks, 'h')"><w:rStyle w:val="Hyperlink"/></xsl:when>
      <xsl:when test="contains($looks, 'b')"><w:rStyle w:val="Strong"/></xsl:when>
      <xsl:when test="contains($looks, 'i')"><w:rStyle w:val="Emphasis"/></xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="looks-last">
    <xsl:param name="looks"/>
    <xsl:variable name="is-link" select="contains($looks, 'h')"/>
    <xsl:variable name="is-bold" select="contains($looks, 'b')"/>
    <xsl:if test="$is-link and $is-bold"><w:b/><w:bCs/></xsl:if>
    <xsl:if test="($is-link or $is-bold) and contains($looks, 'i')"><w:i/><w:iCs/></xsl:if>
    <xsl:if test="contains($looks, 'd')"><w:strike/></xsl:if>
    <xsl:if test="contains($looks, 'u')"><w:u w:val="single"/></xsl:if>
    <xsl:choose>
      <xsl:when test="contains($looks, '^')"><w:vertAlign w:val="superscript"/></xsl:when>
      <xsl:when test="contains($looks, '_')"><w:vertAlign w:val="subscript"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ links -->

  <xsl:template match="akn:a" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:variable name="n"><xsl:if test="not(contains($looks, 'h'))"><xsl:call-template name="number-in"><xsl:with-param
        name="list" select="'link'"/></xsl:call-template></xsl:if></xsl:variable>
    <xsl:choose>
      <xsl:when test="$n != ''">
        <w:hyperlink r:id="link{$n}" w:history="1">
          <xsl:call-template name="content">
            <xsl:with-param name="lang" select="$lang"/>
            <xsl:with-param name="looks" select="concat($looks, 'h')"/>
          </xsl:call-template>
        </w:hyperlink>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="local-link">
          <xsl:with-param name="lang" select="$lang"/>
          <xsl:with-param name="looks" select="$looks"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="akn:ref" mode="run">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:call-template name="local-link">
      <xsl:with-param name="lang" select="$lang"/>
      <xsl:with-param name="looks" select="$looks"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="local-link">
    <xsl:param name="lang" select="$language"/>
    <xsl:param name="looks"/>
    <xsl:variable name="target" select="key('element', substring-after(@href, '#'))[starts-with(current()/@href, '#')]
        | key('component', substring-after(@href, '!'))[starts-with(current()/@href, '!')]"/>
    <xsl:variable name="n">
      <xsl:if test="not(contains($looks, 'h'))">
        <xsl:for-each select="$target[1]">
          <xsl:call-template name="number-in"><xsl:with-param name="list" select="'target'"/></xsl:call-template>
        </xsl:for-each>
      </xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$n != ''">
        <w:hyperlink w:anchor="target_{$n}" w:history="1">
          <xsl:call-template name="content">
            <xsl:with-param name="lang" select="$lang"/>
            <xsl:with-param name="looks" select="concat($looks, substring('h', 1, not(self::akn:tocItem)))"/>
          </xsl:call-template>
        </w:hyperlink>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="content">
          <xsl:with-param name="lang" select="$lang"/>
          <xsl:with-param name="looks" select="$looks"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================ notes -->

  <xsl:template match="akn:authorialNote" mode="run">
    <xsl:variable name="n"><xsl:call-template name="number-in"><xsl:with-param name="list" select="'note'"/></xsl:call-template></xsl:variable>
    <xsl:variable name="counted"><xsl:call-template name="number-in"><xsl:with-param name="list" select="'counted'"/></xsl:call-template></xsl:variable>
    <xsl:variable name="mark"><xsl:apply-templates select="." mode="mark"/></xsl:variable>
    <xsl:if test="$counted != '' and starts-with($mark, '(')">
      <xsl:call-template name="raised"><xsl:with-param name="text" select="'('"/></xsl:call-template>
    </xsl:if>
    <w:r>
      <w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>
      <xsl:choose>
        <xsl:when test="$counted != ''"><w:footnoteReference w:id="{$n}"/></xsl:when>
        <xsl:otherwise>
          <w:footnoteReference w:customMarkFollows="1" w:id="{$n}"/>
          <!-- LibreOffice gathers a mark from texts of one sign; a longer text it prints beside a number of its own -->
          <xsl:for-each select="str:tokenize($mark, '')"><w:t><xsl:value-of select="."/></w:t></xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </w:r>
    <xsl:if test="$counted != '' and contains($mark, ')')">
      <xsl:call-template name="raised"><xsl:with-param name="text" select="')'"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template name="raised">
    <xsl:param name="text"/>
    <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t><xsl:value-of select="$text"/></w:t></w:r>
  </xsl:template>

  <xsl:template match="akn:authorialNote" mode="mark">
    <xsl:choose>
      <xsl:when test="@marker"><xsl:value-of select="@marker"/></xsl:when>
      <xsl:otherwise>*</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Word has no notes on notes: the inner one stands where it is called. -->
  <xsl:template match="akn:authorialNote//akn:authorialNote" mode="run" priority="2">
    <xsl:param name="lang" select="$language"/>
    <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t><xsl:apply-templates select="." mode="mark"/></w:t></w:r>
    <w:r><w:t xml:space="preserve"> </w:t></w:r>
    <xsl:call-template name="content"><xsl:with-param name="lang" select="$lang"/></xsl:call-template>
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
