<?xml version="1.0" encoding="UTF-8"?>
<!--
  Styles: Word's own names where Word has one, others based on them. Sizes as measured on UN files. Those that Word
  does not know by name are marked as added (w:customStyle).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    exclude-result-prefixes="akn">

  <!-- half-points and twips of the body text -->
  <xsl:variable name="body-size">
    <xsl:choose>
      <xsl:when test="$language = 'ar'">22</xsl:when>
      <xsl:when test="$language = 'zh'">21</xsl:when>
      <xsl:otherwise>20</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <!-- A short letter in one language may carry a long annex in another: that one's lines are most of the pages. -->
  <xsl:variable name="foreign-body" select="$record//akn:attachment//akn:mainBody[@xml:lang][not(starts-with(@xml:lang, $language))]"/>
  <xsl:variable name="line-language" select="substring(concat($foreign-body[string-length() > string-length($record/akn:mainBody)][1]/@xml:lang,
      $language), 1, 2)"/>
  <xsl:variable name="body-line">
    <xsl:choose>
      <xsl:when test="$line-language = 'ar'">360</xsl:when>
      <xsl:when test="$line-language = 'zh'">300</xsl:when>
      <xsl:otherwise>240</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <!-- New York sets Latin and Cyrillic text at 103 % width with 0.2 pt between letters, Geneva does not. -->
  <xsl:variable name="is-widened" select="not($is-a4) and $language != 'zh' and $language != 'ar'"/>
  <!-- titles of letters are smaller than those of reports and resolutions -->
  <xsl:variable name="title-size">
    <xsl:choose>
      <xsl:when test="contains($record/@name, 'etter') or contains($record/@name, 'erbale')">24</xsl:when>
      <xsl:otherwise>28</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="heading-number-end" select="floor($column-start * 0.88)"/>
  <xsl:variable name="rule-indent" select="floor(($frame-width - 1440) div 2)"/>

  <xsl:template name="paragraph-styles">
    <!-- text -->
    <w:style w:type="paragraph" w:styleId="BodyText">
      <w:name w:val="Body Text"/><w:basedOn w:val="Normal"/><w:qFormat/>
      <w:pPr><w:spacing w:after="120"/><w:ind w:left="{$text-start}" w:right="{$text-end}"/><w:jc w:val="both"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="BodyTextFirstIndent">
      <w:name w:val="Body Text First Indent"/><w:basedOn w:val="BodyText"/>
      <w:pPr><w:ind w:firstLine="{$step}"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="NumberedParagraph">
      <w:name w:val="Numbered Paragraph"/><w:basedOn w:val="BodyText"/><w:qFormat/>
      <w:pPr><w:tabs><w:tab w:val="left" w:pos="{$text-start + $step}"/></w:tabs></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="OperativeParagraph">
      <w:name w:val="Operative Paragraph"/><w:basedOn w:val="BodyText"/><w:qFormat/>
      <w:pPr>
        <w:tabs><w:tab w:val="left" w:pos="{$text-start + 2 * $step}"/></w:tabs>
        <w:ind w:firstLine="{$step}"/>
      </w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Salutation">
      <w:name w:val="Salutation"/><w:basedOn w:val="BodyText"/><w:next w:val="BodyTextFirstIndent"/>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Quote">
      <w:name w:val="Quote"/><w:basedOn w:val="BodyText"/><w:qFormat/>
      <w:pPr><w:ind w:left="{$text-start + $step}" w:right="{$text-end + $step}"/></w:pPr>
    </w:style>
    <!-- lists: the printed number, a tab, the text -->
    <w:style w:type="paragraph" w:styleId="List">
      <w:name w:val="List"/><w:basedOn w:val="BodyText"/>
      <w:pPr><w:ind w:left="{$text-start + 2 * $step}" w:hanging="{$step}"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="List2">
      <w:name w:val="List 2"/><w:basedOn w:val="List"/>
      <w:pPr><w:ind w:left="{$text-start + 3 * $step}"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="List3">
      <w:name w:val="List 3"/><w:basedOn w:val="List"/>
      <w:pPr><w:ind w:left="{$text-start + 4 * $step}"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="ListContinue">
      <w:name w:val="List Continue"/><w:basedOn w:val="BodyText"/>
      <w:pPr><w:ind w:left="{$text-start + 2 * $step}"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="ListContinue2">
      <w:name w:val="List Continue 2"/><w:basedOn w:val="ListContinue"/>
      <w:pPr><w:ind w:left="{$text-start + 3 * $step}"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="ListContinue3">
      <w:name w:val="List Continue 3"/><w:basedOn w:val="ListContinue"/>
      <w:pPr><w:ind w:left="{$text-start + 4 * $step}"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="ListBullet">
      <w:name w:val="List Bullet"/><w:basedOn w:val="BodyText"/><w:qFormat/>
      <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="ListBullet2">
      <w:name w:val="List Bullet 2"/><w:basedOn w:val="BodyText"/>
      <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="ListBullet3">
      <w:name w:val="List Bullet 3"/><w:basedOn w:val="BodyText"/>
      <w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr>
    </w:style>
    <!-- titles and headings -->
    <w:style w:type="paragraph" w:styleId="Title">
      <w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="BodyText"/><w:qFormat/>
      <w:pPr>
        <w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="240"/>
        <w:ind w:left="{$text-start}" w:right="{$text-end}"/>
      </w:pPr>
      <w:rPr><w:b/><w:bCs/><w:sz w:val="{$title-size}"/><w:szCs w:val="{$title-size + 2}"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Subtitle">
      <w:name w:val="Subtitle"/><w:basedOn w:val="Title"/><w:next w:val="BodyText"/><w:qFormat/>
      <w:pPr><w:spacing w:before="120"/></w:pPr>
      <w:rPr><w:sz w:val="24"/><w:szCs w:val="26"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="HeadingBase">
      <w:name w:val="Heading Base"/>
      <w:basedOn w:val="Normal"/>
      <w:next w:val="BodyText"/>
      <w:pPr>
        <w:keepNext/>
        <w:keepLines/>
        <w:tabs><w:tab w:val="right" w:pos="{$heading-number-end}"/><w:tab w:val="left" w:pos="{$text-start}"/></w:tabs>
        <w:spacing w:before="240" w:after="120"/>
        <w:ind w:left="{$text-start}" w:right="{$text-end}" w:firstLine="0"/>
      </w:pPr>
      <w:rPr><w:b/><w:bCs/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Heading1">
      <w:name w:val="heading 1"/><w:basedOn w:val="HeadingBase"/><w:next w:val="BodyText"/><w:qFormat/>
      <w:pPr>
        <xsl:call-template name="heading-numbering"><xsl:with-param name="level" select="1"/></xsl:call-template>
        <w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>
      </w:pPr><w:rPr><w:sz w:val="28"/><w:szCs w:val="30"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Heading2">
      <w:name w:val="heading 2"/><w:basedOn w:val="HeadingBase"/><w:next w:val="BodyText"/><w:qFormat/>
      <w:pPr>
        <xsl:call-template name="heading-numbering"><xsl:with-param name="level" select="2"/></xsl:call-template>
        <w:outlineLvl w:val="1"/>
      </w:pPr><w:rPr><w:sz w:val="24"/><w:szCs w:val="26"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Heading3">
      <w:name w:val="heading 3"/><w:basedOn w:val="HeadingBase"/><w:next w:val="BodyText"/><w:qFormat/>
      <w:pPr>
        <xsl:call-template name="heading-numbering"><xsl:with-param name="level" select="3"/></xsl:call-template>
        <w:outlineLvl w:val="2"/>
      </w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Heading4">
      <w:name w:val="heading 4"/><w:basedOn w:val="HeadingBase"/><w:next w:val="BodyText"/><w:qFormat/>
      <w:pPr>
        <xsl:call-template name="heading-numbering"><xsl:with-param name="level" select="4"/></xsl:call-template>
        <w:outlineLvl w:val="3"/>
      </w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Heading5">
      <w:name w:val="heading 5"/><w:basedOn w:val="HeadingBase"/><w:next w:val="BodyText"/><w:qFormat/>
      <w:pPr>
        <xsl:call-template name="heading-numbering"><xsl:with-param name="level" select="5"/></xsl:call-template>
        <w:outlineLvl w:val="4"/>
      </w:pPr><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:i/><w:iCs/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Heading6">
      <w:name w:val="heading 6"/><w:basedOn w:val="HeadingBase"/><w:next w:val="BodyText"/><w:qFormat/>
      <w:pPr>
        <xsl:call-template name="heading-numbering"><xsl:with-param name="level" select="6"/></xsl:call-template>
        <w:outlineLvl w:val="5"/>
      </w:pPr><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="SubHeading">
      <w:name w:val="Sub-heading"/><w:basedOn w:val="BodyText"/><w:next w:val="BodyText"/>
      <w:pPr><w:keepNext/><w:jc w:val="left"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="AnnexHeading">
      <w:name w:val="Annex Heading"/><w:basedOn w:val="Normal"/><w:next w:val="AnnexTitle"/><w:qFormat/>
      <w:pPr><w:keepNext/><w:keepLines/><w:spacing w:after="120"/><w:outlineLvl w:val="0"/></w:pPr>
      <w:rPr><w:b/><w:bCs/><w:sz w:val="{$title-size}"/><w:szCs w:val="{$title-size + 2}"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="AnnexTitle">
      <w:name w:val="Annex Title"/><w:basedOn w:val="Subtitle"/><w:next w:val="BodyText"/><w:qFormat/>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="BoxHeading">
      <w:name w:val="Summary Heading"/><w:basedOn w:val="BodyText"/><w:next w:val="BodyText"/>
      <w:pPr><w:keepNext/><xsl:call-template name="box"/><w:jc w:val="center"/></w:pPr><xsl:call-template name="emphasis"/>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="SummaryText">
      <w:name w:val="Summary Text"/><w:basedOn w:val="BodyTextFirstIndent"/><w:qFormat/>
      <w:pPr><xsl:call-template name="box"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="TOCHeading">
      <w:name w:val="TOC Heading"/><w:basedOn w:val="Normal"/><w:next w:val="TOC1"/><w:uiPriority w:val="39"/><w:qFormat/>
      <w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/></w:pPr>
      <w:rPr><w:sz w:val="28"/><w:szCs w:val="30"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TOCColumns">
      <w:name w:val="TOC Columns"/><w:basedOn w:val="TOC1"/><w:next w:val="TOC1"/><w:uiPriority w:val="39"/>
      <w:pPr><w:keepNext/></w:pPr><xsl:call-template name="emphasis"/>
    </w:style>
    <w:style w:type="paragraph" w:styleId="TOC1">
      <w:name w:val="toc 1"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="39"/>
      <w:pPr><w:spacing w:after="60"/><w:ind w:left="{$text-start}" w:right="{$text-end}"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="TOC2">
      <w:name w:val="toc 2"/><w:basedOn w:val="TOC1"/><w:uiPriority w:val="39"/>
      <w:pPr><w:ind w:left="{$text-start + $step}"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="TOC3">
      <w:name w:val="toc 3"/><w:basedOn w:val="TOC1"/><w:uiPriority w:val="39"/>
      <w:pPr><w:ind w:left="{$text-start + 2 * $step}"/></w:pPr>
    </w:style>
    <!-- cover page -->
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="MastheadName">
      <w:name w:val="Masthead Name"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:after="60" w:line="240" w:lineRule="atLeast"/></w:pPr>
      <w:rPr><w:spacing w:val="0"/><w:w w:val="100"/><w:sz w:val="28"/><w:szCs w:val="30"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="MastheadSymbol">
      <w:name w:val="Masthead Symbol"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:after="60"/><w:jc w:val="right"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="MastheadOrgan">
      <w:name w:val="Masthead Organ"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:before="80" w:line="400" w:lineRule="atLeast"/></w:pPr>
      <w:rPr><w:b/><w:bCs/><w:spacing w:val="0"/><w:w w:val="97"/><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="MastheadYear">
      <w:name w:val="Masthead Year"/><w:basedOn w:val="Normal"/>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="MastheadIssue">
      <w:name w:val="Masthead Issue"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:line="240" w:lineRule="atLeast"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="SessionLine">
      <w:name w:val="Session Line"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:before="20"/><w:ind w:right="4100"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="SessionName">
      <w:name w:val="Session Name"/><w:basedOn w:val="SessionLine"/>
      <w:rPr><w:b/><w:bCs/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="Proponent">
      <w:name w:val="Proponent"/><w:basedOn w:val="BodyText"/>
      <w:pPr><w:spacing w:before="120"/></w:pPr><xsl:call-template name="emphasis"/>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="MastheadMeeting">
      <w:name w:val="Masthead Meeting"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:before="240" w:after="80"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="30"/></w:rPr>
    </w:style>
    <!-- meeting records -->
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="Members">
      <w:name w:val="Members"/><w:basedOn w:val="BodyText"/>
      <w:pPr><w:spacing w:after="40"/><w:ind w:left="{$column-start}" w:right="{$column-end}"/><w:jc w:val="left"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="AgendaHeading">
      <w:name w:val="Agenda Heading"/><w:basedOn w:val="Normal"/><w:next w:val="AgendaItem"/>
      <w:pPr><w:keepNext/><w:spacing w:before="360" w:after="120"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="26"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="AgendaItem">
      <w:name w:val="Agenda Item"/><w:basedOn w:val="BodyText"/>
      <w:pPr><w:ind w:left="{$column-start}" w:right="{$column-end}"/><w:jc w:val="left"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="CorrectionsNotice">
      <w:name w:val="Corrections Notice"/><w:basedOn w:val="BodyText"/>
      <w:pPr>
        <w:pBdr><w:top w:val="single" w:sz="2" w:space="4" w:color="auto"/></w:pBdr>
        <w:spacing w:before="480" w:line="200" w:lineRule="atLeast"/><w:ind w:left="0" w:right="0"/>
      </w:pPr>
      <w:rPr><w:sz w:val="17"/><w:szCs w:val="19"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="VoteLabel">
      <w:name w:val="Vote Label"/><w:basedOn w:val="BodyText"/><w:next w:val="VoteStates"/>
      <w:pPr><w:keepNext/><w:spacing w:after="60"/><w:jc w:val="left"/></w:pPr><xsl:call-template name="emphasis"/>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="VoteStates">
      <w:name w:val="Vote States"/><w:basedOn w:val="BodyText"/>
      <w:pPr><w:ind w:left="{$text-start + $step}"/><w:jc w:val="left"/></w:pPr>
    </w:style>
    <!-- ends -->
    <w:style w:type="paragraph" w:styleId="Signature">
      <w:name w:val="Signature"/><w:basedOn w:val="BodyText"/>
      <w:pPr><w:keepLines/><w:spacing w:before="240"/><w:jc w:val="right"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="Adoption">
      <w:name w:val="Adoption"/><w:basedOn w:val="Signature"/>
      <xsl:call-template name="emphasis"/>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Date">
      <w:name w:val="Date"/><w:basedOn w:val="BodyText"/>
      <w:pPr><w:keepNext/><w:spacing w:before="240"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="EndRule">
      <w:name w:val="End Rule"/><w:basedOn w:val="Normal"/>
      <w:pPr>
        <w:pBdr><w:bottom w:val="single" w:sz="2" w:space="1" w:color="auto"/></w:pBdr>
        <w:spacing w:before="120"/><w:ind w:left="{$rule-indent}" w:right="{$rule-indent}"/>
      </w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="StageLine">
      <w:name w:val="Stage Line"/><w:basedOn w:val="BodyTextFirstIndent"/><w:qFormat/>
      <xsl:call-template name="emphasis"/>
    </w:style>
    <!-- tables -->
    <w:style w:type="paragraph" w:styleId="Caption">
      <w:name w:val="caption"/><w:basedOn w:val="BodyText"/><w:next w:val="BodyText"/><w:qFormat/>
      <w:pPr><w:keepNext/><w:spacing w:before="120"/><w:jc w:val="left"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText">
      <w:name w:val="Table Text"/><w:basedOn w:val="Normal"/><w:qFormat/>
      <w:pPr><w:spacing w:before="40" w:after="40" w:line="200" w:lineRule="atLeast"/></w:pPr>
      <w:rPr><w:sz w:val="17"/><w:szCs w:val="19"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHead">
      <w:name w:val="Table Head"/><w:basedOn w:val="TableText"/>
      <w:pPr><w:keepNext/></w:pPr>
      <w:rPr><xsl:if test="not($is-upright)"><w:i/><w:iCs/></xsl:if><w:sz w:val="14"/><w:szCs w:val="16"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableTotal">
      <w:name w:val="Table Total"/><w:basedOn w:val="TableText"/>
      <w:rPr><w:b/><w:bCs/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableNumber">
      <w:name w:val="Table Number"/><w:basedOn w:val="TableText"/><w:pPr><w:jc w:val="right"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHeadNumber">
      <w:name w:val="Table Head Number"/><w:basedOn w:val="TableHead"/>
      <!-- in a right-to-left paragraph, left is its end at the right -->
      <w:pPr><w:jc><xsl:attribute name="w:val"><xsl:choose>
        <xsl:when test="$language = 'ar'">left</xsl:when><xsl:otherwise>right</xsl:otherwise>
      </xsl:choose></xsl:attribute></w:jc></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableTotalNumber">
      <w:name w:val="Table Total Number"/><w:basedOn w:val="TableTotal"/><w:pPr><w:jc w:val="right"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableNote">
      <w:name w:val="Table Note"/><w:basedOn w:val="BodyText"/>
      <w:pPr><w:spacing w:after="60" w:line="200" w:lineRule="atLeast"/></w:pPr><w:rPr><w:sz w:val="17"/><w:szCs w:val="19"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="AfterTable">
      <w:name w:val="After Table"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:spacing w:line="120" w:lineRule="exact"/></w:pPr>
    </w:style>
    <!-- notes and running heads -->
    <w:style w:type="paragraph" w:styleId="FootnoteText">
      <w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/>
      <w:pPr>
        <w:spacing w:line="210" w:lineRule="atLeast"/>
        <w:ind w:left="{$text-start + floor($step * 0.6) * $is-in-columns}" w:right="{$text-end}" w:hanging="{floor($step * 0.6)}"/>
      </w:pPr>
      <w:rPr><w:sz w:val="17"/><w:szCs w:val="19"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Header">
      <w:name w:val="header"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/>
      <w:pPr>
        <w:pBdr><w:bottom w:val="single" w:sz="2" w:space="4" w:color="auto"/></w:pBdr>
        <w:spacing w:before="440" w:after="160" w:line="200" w:lineRule="atLeast"/>
      </w:pPr>
      <w:rPr><w:b/><w:bCs/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="OddHeader">
      <w:name w:val="Odd Page Header"/><w:basedOn w:val="Header"/><w:uiPriority w:val="99"/>
      <w:pPr><w:jc w:val="right"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="FirstHeader">
      <w:name w:val="First Page Header"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/>
      <w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>
    </w:style>
    <w:style w:type="paragraph" w:styleId="Footer">
      <w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/>
      <w:pPr>
        <w:tabs><w:tab w:val="right" w:pos="{$frame-width}"/></w:tabs>
        <w:spacing w:line="200" w:lineRule="atLeast"/>
      </w:pPr>
      <w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>
    </w:style>
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="FirstFooter">
      <w:name w:val="First Page Footer"/><w:basedOn w:val="Footer"/><w:uiPriority w:val="99"/>
      <w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
    </w:style>
  </xsl:template>

  <xsl:template name="styles-part">
    <pkg:part pkg:name="/word/styles.xml" pkg:contentType="{$wml-type}styles+xml">
      <pkg:xmlData>
        <w:styles>
          <xsl:call-template name="default-styles"/>
          <xsl:call-template name="paragraph-styles"/>
          <xsl:call-template name="character-styles"/>
          <xsl:call-template name="table-styles"/>
        </w:styles>
      </pkg:xmlData>
    </pkg:part>
  </xsl:template>

  <!-- Neighbours with the same border share one box. -->
  <xsl:template name="box">
    <w:pBdr>
      <w:top w:val="single" w:sz="4" w:space="4" w:color="auto"/>
      <w:left w:val="single" w:sz="4" w:space="6" w:color="auto"/>
      <w:bottom w:val="single" w:sz="4" w:space="4" w:color="auto"/>
      <w:right w:val="single" w:sz="4" w:space="6" w:color="auto"/>
    </w:pBdr>
  </xsl:template>

  <!-- Arabic and Chinese have no italics: there emphasis is bold. -->
  <xsl:variable name="is-upright" select="$language = 'ar' or $language = 'zh'"/>
  <xsl:template name="emphasis">
    <w:rPr>
      <xsl:choose>
        <xsl:when test="$is-upright"><w:b/><w:bCs/></xsl:when>
        <xsl:otherwise><w:i/><w:iCs/></xsl:otherwise>
      </xsl:choose>
    </w:rPr>
  </xsl:template>

  <xsl:template name="default-styles">
    <w:docDefaults>
      <w:rPrDefault>
        <w:rPr>
          <w:rFonts w:ascii="Times New Roman" w:eastAsia="SimSun" w:hAnsi="Times New Roman">
            <xsl:attribute name="w:cs">
              <xsl:choose>
                <xsl:when test="$language = 'ar'">Simplified Arabic</xsl:when>
                <xsl:otherwise>Times New Roman</xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
          </w:rFonts>
          <w:sz w:val="{$body-size}"/>
          <w:szCs w:val="22"/>
          <w:lang w:val="{$latin-tag}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
        </w:rPr>
      </w:rPrDefault>
      <w:pPrDefault/>
    </w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal">
      <w:name w:val="Normal"/>
      <w:qFormat/>
      <w:pPr><w:spacing w:line="{$body-line}" w:lineRule="atLeast"/></w:pPr>
      <w:rPr>
        <xsl:if test="$is-widened"><w:spacing w:val="4"/><w:w w:val="103"/></xsl:if>
        <w:kern w:val="14"/>
      </w:rPr>
    </w:style>
  </xsl:template>

  <xsl:template name="character-styles">
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
      <w:name w:val="Default Paragraph Font"/>
      <w:uiPriority w:val="1"/>
      <w:semiHidden/>
    </w:style>
    <w:style w:type="character" w:styleId="FootnoteReference">
      <w:name w:val="footnote reference"/>
      <w:basedOn w:val="DefaultParagraphFont"/>
      <w:uiPriority w:val="99"/>
      <w:rPr><w:vertAlign w:val="superscript"/></w:rPr>
    </w:style>
    <w:style w:type="character" w:styleId="Hyperlink">
      <w:name w:val="Hyperlink"/>
      <w:basedOn w:val="DefaultParagraphFont"/>
      <w:uiPriority w:val="99"/>
      <w:rPr><w:color w:val="0000FF"/></w:rPr>
    </w:style>
    <w:style w:type="character" w:styleId="Strong">
      <w:name w:val="Strong"/>
      <w:basedOn w:val="DefaultParagraphFont"/>
      <w:uiPriority w:val="22"/>
      <w:qFormat/>
      <w:rPr><w:b/><w:bCs/></w:rPr>
    </w:style>
    <w:style w:type="character" w:styleId="Emphasis">
      <w:name w:val="Emphasis"/>
      <w:basedOn w:val="DefaultParagraphFont"/>
      <w:uiPriority w:val="20"/>
      <w:qFormat/>
      <w:rPr><w:i/><w:iCs/></w:rPr>
    </w:style>
    <w:style w:type="character" w:styleId="PageNumber">
      <w:name w:val="page number"/>
      <w:basedOn w:val="DefaultParagraphFont"/>
      <w:rPr><w:b/><w:bCs/></w:rPr>
    </w:style>
    <w:style w:type="character" w:customStyle="1" w:styleId="JobNumber">
      <w:name w:val="Job Number"/>
      <w:basedOn w:val="DefaultParagraphFont"/>
      <w:rPr><w:sz w:val="14"/><w:szCs w:val="14"/></w:rPr>
    </w:style>
    <w:style w:type="character" w:customStyle="1" w:styleId="SymbolInitial">
      <w:name w:val="Symbol Initial"/>
      <w:basedOn w:val="DefaultParagraphFont"/>
      <w:rPr><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr>
    </w:style>
  </xsl:template>

  <xsl:template name="table-styles">
    <w:style w:type="table" w:default="1" w:styleId="TableNormal">
      <w:name w:val="Normal Table"/>
      <w:uiPriority w:val="99"/>
      <w:semiHidden/>
      <w:tblPr>
        <w:tblInd w:w="0" w:type="dxa"/>
        <w:tblCellMar>
          <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
          <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
        </w:tblCellMar>
      </w:tblPr>
    </w:style>
    <w:style w:type="table" w:styleId="TableGrid">
      <w:name w:val="Table Grid"/>
      <w:basedOn w:val="TableNormal"/>
      <w:tblPr>
        <w:tblBorders>
          <w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>
          <w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/>
          <w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>
          <w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>
          <w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/>
          <w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/>
        </w:tblBorders>
      </w:tblPr>
    </w:style>
    <w:style w:type="table" w:customStyle="1" w:styleId="RecordTable">
      <w:name w:val="Record Table"/>
      <w:basedOn w:val="TableGrid"/>
      <w:tblPr>
        <w:tblBorders>
          <w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>
          <w:left w:val="nil"/>
          <w:bottom w:val="single" w:sz="12" w:space="0" w:color="auto"/>
          <w:right w:val="nil"/>
          <w:insideH w:val="nil"/>
          <w:insideV w:val="nil"/>
        </w:tblBorders>
      </w:tblPr>
    </w:style>
    <w:style w:type="table" w:customStyle="1" w:styleId="MastheadTable">
      <w:name w:val="Masthead Table"/>
      <w:basedOn w:val="TableNormal"/>
      <w:tblPr>
        <w:tblCellMar>
          <w:left w:w="0" w:type="dxa"/>
          <w:right w:w="0" w:type="dxa"/>
        </w:tblCellMar>
      </w:tblPr>
    </w:style>
  </xsl:template>

</xsl:stylesheet>
