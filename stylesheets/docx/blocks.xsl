<?xml version="1.0" encoding="UTF-8"?>
<!--
  Blocks. An element is either a leaf (it holds text: one paragraph) or a container. What is printed
  in front of a block, its number or its speaker, travels down as $lead to the first leaf inside.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="exsl akn">

  <!-- ============================================================ containers -->

  <xsl:template match="*" mode="block">
    <xsl:param name="lead" select="/.."/>
    <xsl:variable name="note" select="generate-id(ancestor-or-self::akn:authorialNote[1])"/>
    <xsl:variable name="inner-blocks"
        select=".//akn:p[generate-id(ancestor::akn:authorialNote[1]) = $note] | akn:table | akn:toc"/>
    <xsl:choose>
      <xsl:when test="text()[normalize-space()] or not(akn:*[akn:num or akn:heading] or $inner-blocks)">
        <xsl:call-template name="paragraph"><xsl:with-param name="lead" select="$lead"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="anchor"/>
        <xsl:call-template name="children"><xsl:with-param name="lead" select="$lead"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="akn:meta" mode="block"/>

  <xsl:template name="children">
    <xsl:param name="lead"/>
    <xsl:param name="nodes" select="*"/>
    <xsl:apply-templates select="$nodes[1]" mode="block"><xsl:with-param name="lead" select="$lead"/></xsl:apply-templates>
    <xsl:apply-templates select="$nodes[position() > 1]" mode="block"/>
  </xsl:template>

  <!-- Anything with a number, a heading or a speaker: with a heading these make a paragraph of their own. -->
  <xsl:template match="*[akn:num or akn:heading or akn:from][not(self::akn:attachment)]" mode="block">
    <xsl:param name="lead" select="/.."/>
    <xsl:call-template name="anchor"/>
    <xsl:variable name="rest" select="*[not(self::akn:num or self::akn:heading or self::akn:from)]"/>
    <xsl:choose>
      <xsl:when test="akn:heading or not($rest) or self::akn:section or self::akn:part or self::akn:title or self::akn:chapter or self::akn:article">
        <xsl:if test="$lead">
          <xsl:call-template name="paragraph">
            <xsl:with-param name="lead" select="$lead"/>
            <xsl:with-param name="nodes" select="/.."/>
          </xsl:call-template>
        </xsl:if>
        <xsl:call-template name="heading"/>
        <xsl:call-template name="children">
          <xsl:with-param name="lead" select="akn:from"/>
          <xsl:with-param name="nodes" select="$rest"/>
        </xsl:call-template>
        <xsl:if test="akn:from and not($rest)">
          <xsl:call-template name="paragraph">
            <xsl:with-param name="lead" select="akn:from"/>
            <xsl:with-param name="nodes" select="/.."/>
          </xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="children">
          <xsl:with-param name="lead" select="$lead | akn:num | akn:from"/>
          <xsl:with-param name="nodes" select="$rest"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="akn:attachments | akn:components | akn:collectionBody | akn:component" mode="block">
    <xsl:apply-templates select="*" mode="block"/>
  </xsl:template>

  <!-- a document inside the record -->
  <xsl:template match="akn:*[akn:meta]" mode="block" priority="2">
    <xsl:apply-templates select="." mode="part"/>
  </xsl:template>

  <xsl:template match="akn:attachment" mode="block">
    <xsl:call-template name="anchor"/>
    <xsl:for-each select="akn:num | akn:heading | akn:subheading">
      <xsl:call-template name="paragraph"><xsl:with-param name="style" select="'AnnexHeading'"/></xsl:call-template>
    </xsl:for-each>
    <xsl:apply-templates select="*[not(self::akn:num or self::akn:heading or self::akn:subheading)]" mode="block"/>
  </xsl:template>

  <xsl:template match="akn:documentRef | akn:componentRef" mode="block"/>

  <!-- The text of a verbatim record starts a page: the cover is a section of its own. -->
  <xsl:template match="akn:debate[akn:coverPage]/akn:debateBody" mode="block" priority="2">
    <w:p>
      <w:pPr>
        <w:pStyle w:val="AfterTable"/>
        <xsl:call-template name="section">
          <xsl:with-param name="is-first" select="not(ancestor::akn:attachment)"/>
          <xsl:with-param name="is-cover" select="true()"/>
          <xsl:with-param name="language"><xsl:apply-templates select=".." mode="part-language"/></xsl:with-param>
        </xsl:call-template>
      </w:pPr>
    </w:p>
    <xsl:call-template name="anchor"/>
    <xsl:call-template name="children"><xsl:with-param name="lead" select="/.."/></xsl:call-template>
  </xsl:template>

  <!-- ============================================================ headings -->

  <xsl:template name="heading">
    <xsl:if test="akn:num or akn:heading">
      <xsl:variable name="level"><xsl:call-template name="heading-level"/></xsl:variable>
      <xsl:variable name="lang" select="substring(concat(ancestor-or-self::*[@xml:lang][1]/@xml:lang, $language), 1, 2)"/>
      <!-- A short number hangs in the margin, a long one ("Chapter VII") has a line of its own. -->
      <xsl:variable name="counted"><xsl:call-template name="counted"><xsl:with-param name="kind" select="'heading'"/></xsl:call-template></xsl:variable>
      <xsl:variable name="is-counted" select="boolean(exsl:node-set($counted)/*)"/>
      <xsl:variable name="typed" select="akn:num[not($is-counted)]"/>
      <xsl:variable name="hangs" select="$typed and string-length(normalize-space($typed)) &lt; 8"/>
      <w:p>
        <w:pPr>
          <w:pStyle w:val="Heading{$level}"/>
          <xsl:copy-of select="exsl:node-set($counted)/w:numPr"/>
          <xsl:if test="not($is-counted) and $styled-levels[@n = $level]"><w:numPr><w:numId w:val="0"/></w:numPr></xsl:if>
          <xsl:for-each select="(akn:heading | akn:num)[1]"><xsl:call-template name="direction"/></xsl:for-each>
          <!-- TYPED-NUMBER -->
          <xsl:if test="$hangs"><w:ind w:left="{$text-start}" w:hanging="{$text-start}"/></xsl:if>
        </w:pPr>
        <xsl:if test="$hangs and not($is-in-columns)"><w:r><w:tab/></w:r></xsl:if>
        <xsl:apply-templates select="$typed" mode="run"><xsl:with-param name="lang" select="$lang"/></xsl:apply-templates>
        <xsl:choose>
          <xsl:when test="$hangs"><w:r><w:tab/></w:r></xsl:when>
          <xsl:when test="$typed and akn:heading"><w:r><w:br/></w:r></xsl:when>
        </xsl:choose>
        <xsl:for-each select="akn:heading">
          <xsl:if test="position() > 1"><w:r><w:br/></w:r></xsl:if>
          <xsl:apply-templates select="." mode="run"><xsl:with-param name="lang" select="$lang"/></xsl:apply-templates>
        </xsl:for-each>
      </w:p>
    </xsl:if>
  </xsl:template>

  <!-- Level by nesting, but never above what the element's rank allows (UN: I., A., 1., unnumbered). -->
  <xsl:template name="heading-level">
    <xsl:variable name="part" select="generate-id(ancestor::akn:*[akn:meta][1])"/>
    <xsl:variable name="depth"
        select="count(ancestor-or-self::akn:*[akn:heading][generate-id(ancestor::akn:*[akn:meta][1]) = $part])"/>
    <xsl:variable name="rank">
      <xsl:choose>
        <xsl:when test="self::akn:part or self::akn:section or self::akn:book or self::akn:tome">1</xsl:when>
        <xsl:when test="self::akn:title">2</xsl:when>
        <xsl:otherwise>3</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$depth > 6">6</xsl:when>
      <xsl:when test="$depth > $rank"><xsl:value-of select="$depth"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$rank"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="akn:tblock/akn:heading | akn:tblock/akn:num" mode="block">
    <xsl:call-template name="paragraph"><xsl:with-param name="style" select="'BoxHeading'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="akn:tblock" mode="block" priority="1">
    <xsl:param name="lead" select="/.."/>
    <xsl:call-template name="anchor"/>
    <xsl:call-template name="children"><xsl:with-param name="lead" select="$lead"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="akn:heading | akn:subheading | akn:num | akn:from" mode="block">
    <xsl:param name="lead" select="/.."/>
    <xsl:call-template name="paragraph"><xsl:with-param name="lead" select="$lead"/></xsl:call-template>
  </xsl:template>

  <!-- ============================================================ leaves -->

  <xsl:template match="akn:p" mode="block">
    <xsl:param name="lead" select="/.."/>
    <xsl:variable name="inner" select="akn:embeddedStructure | akn:quotedStructure"/>
    <xsl:choose>
      <xsl:when test="$inner">
        <xsl:call-template name="paragraph-with-structures">
          <xsl:with-param name="lead" select="$lead"/>
          <xsl:with-param name="inner" select="$inner"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="paragraph"><xsl:with-param name="lead" select="$lead"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The schema asks for a paragraph where the record has none. -->
  <xsl:template match="akn:p[not(node())][not(ancestor::akn:table or ancestor::akn:authorialNote)]" mode="block" priority="1">
    <xsl:param name="lead" select="/.."/>
    <xsl:if test="$lead">
      <xsl:call-template name="paragraph"><xsl:with-param name="lead" select="$lead"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A quoted structure cuts its paragraph: text before it, its blocks, text after it. -->
  <xsl:template name="paragraph-with-structures">
    <xsl:param name="lead"/>
    <xsl:param name="inner"/>
    <xsl:variable name="opening" select="$inner[1]/preceding-sibling::node()"/>
    <xsl:variable name="has-opening" select="$opening[self::* or normalize-space()]"/>
    <xsl:if test="$has-opening">
      <xsl:call-template name="paragraph">
        <xsl:with-param name="lead" select="$lead"/>
        <xsl:with-param name="nodes" select="$opening"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$inner">
      <xsl:variable name="place" select="position()"/>
      <xsl:call-template name="children">
        <xsl:with-param name="lead" select="$lead[$place = 1 and not($has-opening)]"/>
      </xsl:call-template>
      <xsl:variable name="after" select="following-sibling::node()[count(preceding-sibling::akn:embeddedStructure
          | preceding-sibling::akn:quotedStructure) = $place][not(self::akn:embeddedStructure or self::akn:quotedStructure)]"/>
      <xsl:if test="$after[self::* or normalize-space()]">
        <xsl:for-each select="..">
          <xsl:call-template name="paragraph"><xsl:with-param name="nodes" select="$after"/></xsl:call-template>
        </xsl:for-each>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Elements that mark a meaning and no look: a paragraph with no others is one run. -->
  <xsl:variable name="plain-names" select="' date time recordedTime organization person role location quantity term concept entity event
      object process def docDate docTitle docType docAuthority docProponent docCommittee docIntroducer docStage docPurpose
      docketNumber session legislature shortTitle vote outcome '"/>

  <!-- The one place that makes a paragraph of text. The current node says style, language and direction. -->
  <xsl:template name="paragraph">
    <xsl:param name="lead" select="/.."/>
    <xsl:param name="nodes" select="node()"/>
    <xsl:param name="style"/>
    <xsl:variable name="is-bullet" select="count($lead) = 1 and $lead[self::akn:num][not(*)][parent::akn:indent/@class = 'bullet']"/>
    <xsl:variable name="lang" select="substring(concat(ancestor-or-self::*[@xml:lang][1]/@xml:lang, $language), 1, 2)"/>
    <!-- of several numbers in one line only the first can count -->
    <xsl:variable name="numbers" select="$lead[self::akn:num]"/>
    <xsl:variable name="counted">
      <xsl:for-each select="$numbers[1]">
        <xsl:call-template name="counted"><xsl:with-param name="kind" select="'number'"/></xsl:call-template>
      </xsl:for-each>
    </xsl:variable>
    <xsl:call-template name="anchor"/>
    <w:p>
      <w:pPr>
        <w:pStyle>
          <xsl:attribute name="w:val">
            <xsl:choose>
              <xsl:when test="$style != ''"><xsl:value-of select="$style"/></xsl:when>
              <xsl:otherwise>
                <xsl:apply-templates select="." mode="style">
                  <xsl:with-param name="lead" select="$lead"/>
                  <xsl:with-param name="is-bullet" select="$is-bullet"/>
                </xsl:apply-templates>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
        </w:pStyle>
        <xsl:copy-of select="$counted"/>
        <xsl:if test="$is-bullet">
          <w:numPr>
            <w:ilvl><xsl:attribute name="w:val"><xsl:call-template name="list-level"/></xsl:attribute></w:ilvl>
            <w:numId><xsl:attribute name="w:val"><xsl:apply-templates select="$lead" mode="bullet-number"/></xsl:attribute></w:numId>
          </w:numPr>
        </xsl:if>
        <!-- Word then reads left and right as start and end -->
        <xsl:if test="$lang = 'ar' and not(ancestor-or-self::akn:td[translate(., $number-signs, '') = '' and . != ''])">
          <w:bidi/>
        </xsl:if>
        <xsl:apply-templates select="." mode="paragraph-indent"/>
      </w:pPr>
      <xsl:if test="not($is-bullet)">
        <xsl:apply-templates select="$lead[not(self::akn:num)] | $numbers[position() > count(exsl:node-set($counted)/w:numPr)]" mode="lead"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="count($nodes) = count(node())
            and not(.//*[@xml:lang or not(contains($plain-names, concat(' ', local-name(), ' ')))])">
          <xsl:variable name="text" select="normalize-space()"/>
          <xsl:if test="$text">
            <xsl:call-template name="runs-of-text">
              <xsl:with-param name="text" select="$text"/>
              <xsl:with-param name="lang" select="$lang"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="$nodes" mode="run"><xsl:with-param name="lang" select="$lang"/></xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </w:p>
  </xsl:template>

  <!-- 0, 1 or 2: deeper lists look like the third level -->
  <xsl:template name="list-level">
    <xsl:variable name="depth" select="count(ancestor::akn:point | ancestor::akn:indent | ancestor::akn:item | ancestor::akn:li)"/>
    <xsl:choose>
      <xsl:when test="$depth > 2">2</xsl:when>
      <xsl:when test="$depth = 2">1</xsl:when>
      <xsl:otherwise>0</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="paragraph-indent"/>

  <!-- A long annex heading stands in the text column, "Annex II" at the edge of the frame. -->
  <xsl:template match="akn:p[akn:docType]" mode="paragraph-indent">
    <xsl:if test="ancestor::akn:attachment and string-length(normalize-space(.)) > 24">
      <w:ind w:left="{$text-start}" w:right="{$text-end}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="akn:num" mode="lead">
    <xsl:apply-templates select="." mode="run"><xsl:with-param name="lang"><xsl:call-template name="language-here"/></xsl:with-param></xsl:apply-templates>
    <w:r><w:tab/></w:r>
  </xsl:template>
  <xsl:template match="akn:from" mode="lead">
    <xsl:apply-templates select="." mode="run"><xsl:with-param name="lang"><xsl:call-template name="language-here"/></xsl:with-param></xsl:apply-templates>
    <w:r><w:t xml:space="preserve"> </w:t></w:r>
  </xsl:template>
  <xsl:template match="akn:authorialNote" mode="lead">
    <xsl:variable name="counted"><xsl:call-template name="number-in"><xsl:with-param name="list" select="'counted'"/></xsl:call-template></xsl:variable>
    <xsl:if test="$counted != '' and starts-with(@marker, '(')">
      <xsl:call-template name="raised"><xsl:with-param name="text" select="'('"/></xsl:call-template>
    </xsl:if>
    <w:r>
      <w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>
      <xsl:choose>
        <xsl:when test="$counted != ''"><w:footnoteRef/></xsl:when>
        <xsl:otherwise><w:t><xsl:apply-templates select="." mode="mark"/></w:t></xsl:otherwise>
      </xsl:choose>
    </w:r>
    <xsl:if test="$counted != '' and contains(@marker, ')')">
      <xsl:call-template name="raised"><xsl:with-param name="text" select="')'"/></xsl:call-template>
    </xsl:if>
    <w:r><w:tab/></w:r>
  </xsl:template>

  <xsl:template name="direction">
    <xsl:if test="starts-with(concat(ancestor-or-self::*[@xml:lang][1]/@xml:lang, $language), 'ar')"><w:bidi/></xsl:if>
  </xsl:template>

  <!-- A bookmark before an element that is linked to. -->
  <xsl:template name="anchor">
    <xsl:if test="@eId and (self::akn:attachment or key('local-reference', @eId))">
      <xsl:variable name="n"><xsl:call-template name="number-in"><xsl:with-param name="list" select="'target'"/></xsl:call-template></xsl:variable>
      <xsl:if test="$n != ''">
        <w:bookmarkStart w:id="{$n}" w:name="target_{$n}"/>
        <w:bookmarkEnd w:id="{$n}"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- Contents: a linked line per entry as printed, in a field that Word can make anew from the headings; not where the
       entries are no headings of the record or stand in several lists. -->
  <xsl:variable name="contents-field" select="($record//akn:toc)[last() = 1][akn:tocItem[key('element', substring-after(@href, '#'))]]/akn:tocItem"/>
  <xsl:template match="akn:tocItem" mode="block">
    <xsl:param name="lead" select="/.."/>
    <w:p>
      <w:pPr>
        <w:pStyle>
          <xsl:attribute name="w:val">
            <xsl:choose>
              <xsl:when test="@level > 2">TOC3</xsl:when>
              <xsl:when test="@level = 2">TOC2</xsl:when>
              <xsl:otherwise>TOC1</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
        </w:pStyle>
        <xsl:call-template name="direction"/>
      </w:pPr>
      <xsl:if test="generate-id() = generate-id($contents-field[1])">
        <w:r><w:fldChar w:fldCharType="begin"/></w:r>
        <w:r><w:instrText xml:space="preserve"> TOC \o "1-3" \h \z \u </w:instrText></w:r>
        <w:r><w:fldChar w:fldCharType="separate"/></w:r>
      </xsl:if>
      <xsl:apply-templates select="$lead" mode="lead"/>
      <xsl:call-template name="local-link">
        <xsl:with-param name="lang"><xsl:call-template name="language-here"/></xsl:with-param>
      </xsl:call-template>
      <xsl:if test="generate-id() = generate-id($contents-field[last()])"><w:r><w:fldChar w:fldCharType="end"/></w:r></xsl:if>
    </w:p>
  </xsl:template>
  <xsl:template match="akn:toc" mode="block" priority="1">
    <xsl:call-template name="anchor"/>
    <xsl:apply-templates select="*" mode="block"/>
  </xsl:template>

  <!-- ============================================================ style of a leaf -->

  <xsl:template match="*" mode="style">BodyText</xsl:template>

  <xsl:template match="akn:mainBody//* | akn:body//* | akn:debateBody//* | akn:preamble//*" mode="style">
    <xsl:param name="lead" select="/.."/>
    <xsl:param name="is-bullet"/>
    <xsl:variable name="depth" select="count(ancestor::akn:point | ancestor::akn:indent | ancestor::akn:item | ancestor::akn:li)"/>
    <xsl:variable name="suffix">
      <xsl:choose>
        <xsl:when test="$depth = 2">2</xsl:when>
        <xsl:when test="$depth > 2">3</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$is-bullet">ListBullet<xsl:value-of select="$suffix"/></xsl:when>
      <xsl:when test="$depth and $lead">List<xsl:value-of select="$suffix"/></xsl:when>
      <xsl:when test="$depth">ListContinue<xsl:value-of select="$suffix"/></xsl:when>
      <xsl:when test="$lead[self::akn:num]/parent::*[@refersTo = '#operative']">OperativeParagraph</xsl:when>
      <xsl:when test="$lead[self::akn:num]">NumberedParagraph</xsl:when>
      <xsl:when test="ancestor::akn:paragraph/akn:num and not(ancestor-or-self::akn:alinea)">BodyText</xsl:when>
      <xsl:otherwise>BodyTextFirstIndent</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="akn:mainBody//akn:embeddedStructure//* | akn:mainBody//akn:quotedStructure//*
      | akn:debateBody//akn:embeddedStructure//*" mode="style" priority="1">
    <xsl:param name="lead" select="/.."/>
    <xsl:text>Quote</xsl:text>
  </xsl:template>

  <xsl:template match="akn:authorialNote//*" mode="style" priority="3">FootnoteText</xsl:template>
  <xsl:template match="akn:authorialNote" mode="style" priority="3">FootnoteText</xsl:template>
  <xsl:template match="akn:p[@class = 'salutation']" mode="style" priority="2">Salutation</xsl:template>
  <xsl:template match="akn:p[@class = 'tableNote']" mode="style" priority="2">TableNote</xsl:template>
  <xsl:template match="akn:narrative | akn:scene | akn:summary" mode="style" priority="2">StageLine</xsl:template>
  <xsl:template match="akn:narrative/* | akn:scene/* | akn:adjournment/* | akn:debateSection[@name = 'openingSection']/akn:p"
      mode="style" priority="2">StageLine</xsl:template>
  <xsl:template match="akn:subheading" mode="style" priority="2">SubHeading</xsl:template>

  <!-- the summary stands in a box, under its own heading -->
  <xsl:template match="akn:container[@name = 'summary']/akn:*" mode="style" priority="2">SummaryText</xsl:template>
  <xsl:template match="akn:container[@name = 'summary']/akn:p[1][following-sibling::akn:*][string-length() &lt; 40]" mode="style"
      priority="2.5">BoxHeading</xsl:template>

  <!-- "Contents", and the names of its columns -->
  <xsl:template match="akn:container[@name = 'contents']/akn:p[@class = 'heading']" mode="style" priority="2">TOCHeading</xsl:template>
  <xsl:template match="akn:container[@name = 'contents']/akn:p[preceding-sibling::*[1]/@class = 'heading'][following-sibling::*[1][self::akn:toc]]"
      mode="style" priority="2">TOCColumns</xsl:template>

  <xsl:template match="akn:preface/akn:p[akn:docTitle]" mode="style">Title</xsl:template>
  <xsl:template match="akn:preface/akn:p[akn:inline/@name = 'akn4un:subTitle' or akn:docCommittee]" mode="style">Subtitle</xsl:template>
  <xsl:template match="akn:preface/akn:longTitle" mode="style">Title</xsl:template>
  <xsl:template match="akn:attachment//akn:preface/akn:p[akn:docType]" mode="style" priority="1">AnnexHeading</xsl:template>
  <xsl:template match="akn:attachment//akn:preface/akn:p[akn:docTitle]" mode="style" priority="0.9">AnnexTitle</xsl:template>
  <xsl:template match="akn:tblock/akn:p" mode="style">BodyText</xsl:template>

  <xsl:template match="akn:conclusions//akn:container[@name = 'signature']//*" mode="style">Signature</xsl:template>
  <xsl:template match="akn:conclusions//akn:container[@name = 'adoption']//*" mode="style">Adoption</xsl:template>
  <xsl:template match="akn:conclusions//akn:container[@name = 'placeDate']//*" mode="style">Date</xsl:template>

</xsl:stylesheet>
