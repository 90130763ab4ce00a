<?xml version="1.0" encoding="UTF-8"?>
<!--
  Styles: Word's own names where Word has one, others based on them. Sizes as measured on UN files.
  Each row below becomes a w:style; pPr and rPr are WordprocessingML as it stands.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:exsl="http://exslt.org/common"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    exclude-result-prefixes="exsl">

  <!-- half-points and twips of the body text -->
  <xsl:variable name="body-size">
    <xsl:choose>
      <xsl:when test="$language = 'ar'">22</xsl:when>
      <xsl:when test="$language = 'zh'">21</xsl:when>
      <xsl:otherwise>20</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="body-line">
    <xsl:choose>
      <xsl:when test="$language = 'ar'">360</xsl:when>
      <xsl:when test="$language = 'zh'">300</xsl:when>
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

  <xsl:variable name="paragraph-styles">
    <!-- text -->
    <style id="BodyText" name="Body Text" based="Normal" q="1">
      <w:pPr><w:spacing w:after="120"/><w:ind w:left="{$column-start}" w:right="{$column-end}"/><w:jc w:val="both"/></w:pPr>
    </style>
    <style id="BodyTextFirstIndent" name="Body Text First Indent" based="BodyText">
      <w:pPr><w:ind w:firstLine="{$step}"/></w:pPr>
    </style>
    <style id="NumberedParagraph" name="Numbered Paragraph" based="BodyText" q="1">
      <w:pPr><w:tabs><w:tab w:val="left" w:pos="{$column-start + $step}"/></w:tabs></w:pPr>
    </style>
    <style id="OperativeParagraph" name="Operative Paragraph" based="BodyText" q="1">
      <w:pPr>
        <w:tabs><w:tab w:val="left" w:pos="{$column-start + 2 * $step}"/></w:tabs>
        <w:ind w:firstLine="{$step}"/>
      </w:pPr>
    </style>
    <style id="Salutation" name="Salutation" based="BodyText" next="BodyTextFirstIndent"/>
    <style id="Quote" name="Quote" based="BodyText" q="1">
      <w:pPr><w:ind w:left="{$column-start + $step}" w:right="{$column-end + $step}"/></w:pPr>
    </style>
    <!-- lists: the printed number, a tab, the text -->
    <style id="List" name="List" based="BodyText">
      <w:pPr><w:ind w:left="{$column-start + 2 * $step}" w:hanging="{$step}"/></w:pPr>
    </style>
    <style id="List2" name="List 2" based="List"><w:pPr><w:ind w:left="{$column-start + 3 * $step}"/></w:pPr></style>
    <style id="List3" name="List 3" based="List"><w:pPr><w:ind w:left="{$column-start + 4 * $step}"/></w:pPr></style>
    <style id="ListContinue" name="List Continue" based="BodyText">
      <w:pPr><w:ind w:left="{$column-start + 2 * $step}"/></w:pPr>
    </style>
    <style id="ListContinue2" name="List Continue 2" based="ListContinue">
      <w:pPr><w:ind w:left="{$column-start + 3 * $step}"/></w:pPr>
    </style>
    <style id="ListContinue3" name="List Continue 3" based="ListContinue">
      <w:pPr><w:ind w:left="{$column-start + 4 * $step}"/></w:pPr>
    </style>
    <style id="ListBullet" name="List Bullet" based="BodyText" q="1">
      <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
    </style>
    <style id="ListBullet2" name="List Bullet 2" based="BodyText">
      <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>
    </style>
    <style id="ListBullet3" name="List Bullet 3" based="BodyText">
      <w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr>
    </style>
    <!-- titles and headings -->
    <style id="Title" name="Title" based="Normal" next="BodyText" q="1">
      <w:pPr>
        <w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="240"/>
        <w:ind w:left="{$column-start}" w:right="{$column-end}"/>
      </w:pPr>
      <w:rPr><w:b/><w:bCs/><w:sz w:val="{$title-size}"/><w:szCs w:val="{$title-size + 2}"/></w:rPr>
    </style>
    <style id="Subtitle" name="Subtitle" based="Title" next="BodyText" q="1">
      <w:pPr><w:spacing w:before="120"/></w:pPr>
      <w:rPr><w:sz w:val="24"/><w:szCs w:val="26"/></w:rPr>
    </style>
    <style id="Heading1" name="heading 1" based="Normal" next="BodyText" level="0" size="28" before="360" q="1"/>
    <style id="Heading2" name="heading 2" based="Normal" next="BodyText" level="1" size="24" before="240" q="1"/>
    <style id="Heading3" name="heading 3" based="Normal" next="BodyText" level="2" size="20" before="240" q="1"/>
    <style id="Heading4" name="heading 4" based="Normal" next="BodyText" level="3" size="20" before="240" q="1"/>
    <style id="Heading5" name="heading 5" based="Normal" next="BodyText" level="4" size="20" before="240" q="1" face="italic"/>
    <style id="Heading6" name="heading 6" based="Normal" next="BodyText" level="5" size="20" before="240" q="1" face="plain"/>
    <style id="SubHeading" name="Sub-heading" based="BodyText" next="BodyText"><w:pPr><w:keepNext/></w:pPr></style>
    <style id="AnnexHeading" name="Annex Heading" based="Normal" next="AnnexTitle" q="1">
      <w:pPr><w:keepNext/><w:keepLines/><w:spacing w:after="120"/><w:outlineLvl w:val="0"/></w:pPr>
      <w:rPr><w:b/><w:bCs/><w:sz w:val="{$title-size}"/><w:szCs w:val="{$title-size + 2}"/></w:rPr>
    </style>
    <style id="AnnexTitle" name="Annex Title" based="Subtitle" next="BodyText" q="1"/>
    <style id="BoxHeading" name="Summary Heading" based="BodyText" next="BodyText">
      <w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:rPr><w:i/><w:iCs/></w:rPr>
    </style>
    <style id="TOC1" name="toc 1" based="Normal" ui="39">
      <w:pPr><w:spacing w:after="60"/><w:ind w:left="{$column-start}" w:right="{$column-end}"/></w:pPr>
    </style>
    <style id="TOC2" name="toc 2" based="TOC1" ui="39"><w:pPr><w:ind w:left="{$column-start + $step}"/></w:pPr></style>
    <style id="TOC3" name="toc 3" based="TOC1" ui="39"><w:pPr><w:ind w:left="{$column-start + 2 * $step}"/></w:pPr></style>
    <!-- cover page -->
    <style id="MastheadName" name="Masthead Name" based="Normal">
      <w:pPr><w:spacing w:after="60" w:line="240" w:lineRule="atLeast"/></w:pPr>
      <w:rPr><w:spacing w:val="0"/><w:w w:val="100"/><w:sz w:val="28"/><w:szCs w:val="30"/></w:rPr>
    </style>
    <style id="MastheadSymbol" name="Masthead Symbol" based="Normal"><w:pPr><w:spacing w:after="60"/><w:jc w:val="right"/></w:pPr></style>
    <style id="MastheadOrgan" name="Masthead Organ" based="Normal">
      <w:pPr><w:spacing w:before="80" w:line="400" w:lineRule="atLeast"/></w:pPr>
      <w:rPr><w:b/><w:bCs/><w:spacing w:val="0"/><w:w w:val="97"/><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr>
    </style>
    <style id="MastheadYear" name="Masthead Year" based="Normal"/>
    <style id="MastheadIssue" name="Masthead Issue" based="Normal"><w:pPr><w:spacing w:before="40"/></w:pPr></style>
    <style id="SessionLine" name="Session Line" based="Normal"><w:pPr><w:spacing w:before="20"/><w:ind w:right="4100"/></w:pPr></style>
    <style id="SessionName" name="Session Name" based="SessionLine"><w:rPr><w:b/><w:bCs/></w:rPr></style>
    <style id="Proponent" name="Proponent" based="BodyText"><w:pPr><w:spacing w:before="120"/></w:pPr><w:rPr><w:i/><w:iCs/></w:rPr></style>
    <!-- ends -->
    <style id="Signature" name="Signature" based="BodyText">
      <w:pPr><w:keepLines/><w:spacing w:before="240"/><w:jc w:val="right"/></w:pPr>
    </style>
    <style id="Adoption" name="Adoption" based="Signature"><w:rPr><w:i/><w:iCs/></w:rPr></style>
    <style id="Date" name="Date" based="BodyText"><w:pPr><w:keepNext/><w:spacing w:before="240"/></w:pPr></style>
    <style id="EndRule" name="End Rule" based="Normal">
      <w:pPr>
        <w:pBdr><w:bottom w:val="single" w:sz="2" w:space="1" w:color="auto"/></w:pBdr>
        <w:spacing w:before="120"/><w:ind w:left="{$rule-indent}" w:right="{$rule-indent}"/>
      </w:pPr>
    </style>
    <style id="StageLine" name="Stage Line" based="BodyTextFirstIndent" q="1"><w:rPr><w:i/><w:iCs/></w:rPr></style>
    <!-- tables -->
    <style id="Caption" name="caption" based="BodyText" next="BodyText" q="1">
      <w:pPr><w:keepNext/><w:spacing w:before="120"/><w:jc w:val="left"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr>
    </style>
    <style id="TableText" name="Table Text" based="Normal" q="1">
      <w:pPr><w:spacing w:before="40" w:after="40" w:line="200" w:lineRule="atLeast"/></w:pPr>
      <w:rPr><w:sz w:val="17"/><w:szCs w:val="19"/></w:rPr>
    </style>
    <style id="TableHead" name="Table Head" based="TableText">
      <w:pPr><w:keepNext/></w:pPr><w:rPr><w:i/><w:iCs/><w:sz w:val="14"/><w:szCs w:val="16"/></w:rPr>
    </style>
    <style id="TableTotal" name="Table Total" based="TableText"><w:rPr><w:b/><w:bCs/></w:rPr></style>
    <style id="TableNote" name="Table Note" based="BodyText">
      <w:pPr><w:spacing w:after="60" w:line="200" w:lineRule="atLeast"/></w:pPr><w:rPr><w:sz w:val="17"/><w:szCs w:val="19"/></w:rPr>
    </style>
    <style id="AfterTable" name="After Table" based="Normal"><w:pPr><w:spacing w:line="120" w:lineRule="exact"/></w:pPr></style>
    <!-- notes and running heads -->
    <style id="FootnoteText" name="footnote text" based="Normal" ui="99">
      <w:pPr>
        <w:tabs>
          <w:tab w:val="right" w:pos="{$column-start - 115}"/>
          <w:tab w:val="left" w:pos="{$column-start}"/>
        </w:tabs>
        <w:spacing w:line="210" w:lineRule="atLeast"/>
        <w:ind w:left="{$column-start}" w:right="{$column-end}" w:hanging="{$column-start}"/>
      </w:pPr>
      <w:rPr><w:sz w:val="17"/><w:szCs w:val="19"/></w:rPr>
    </style>
    <style id="Header" name="header" based="Normal" ui="99">
      <w:pPr>
        <w:pBdr><w:bottom w:val="single" w:sz="2" w:space="4" w:color="auto"/></w:pBdr>
        <w:spacing w:before="440" w:after="160" w:line="200" w:lineRule="atLeast"/>
      </w:pPr>
      <w:rPr><w:b/><w:bCs/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>
    </style>
    <style id="FirstHeader" name="First Page Header" based="Normal" ui="99">
      <w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>
    </style>
    <style id="Footer" name="footer" based="Normal" ui="99">
      <w:pPr>
        <w:tabs><w:tab w:val="right" w:pos="{$frame-width}"/></w:tabs>
        <w:spacing w:line="200" w:lineRule="atLeast"/>
      </w:pPr>
      <w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>
    </style>
    <style id="FirstFooter" name="First Page Footer" based="Footer" ui="99"><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></style>
  </xsl:variable>

  <xsl:template name="styles-part">
    <pkg:part pkg:name="/word/styles.xml" pkg:contentType="{$wml-type}styles+xml">
      <pkg:xmlData>
        <w:styles>
          <xsl:call-template name="default-styles"/>
          <xsl:apply-templates select="exsl:node-set($paragraph-styles)/style" mode="style-row"/>
          <xsl:call-template name="character-styles"/>
          <xsl:call-template name="table-styles"/>
        </w:styles>
      </pkg:xmlData>
    </pkg:part>
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

  <xsl:template match="style" mode="style-row">
    <w:style w:type="paragraph" w:styleId="{@id}">
      <!-- Word counts a style as its own only by name; the rest are marked as added -->
      <xsl:if test="not(contains($built-in, concat('|', @name, '|')))"><xsl:attribute name="w:customStyle">1</xsl:attribute></xsl:if>
      <w:name w:val="{@name}"/>
      <w:basedOn w:val="{@based}"/>
      <xsl:if test="@next"><w:next w:val="{@next}"/></xsl:if>
      <xsl:if test="@ui"><w:uiPriority w:val="{@ui}"/></xsl:if>
      <xsl:if test="@q"><w:qFormat/></xsl:if>
      <xsl:choose>
        <xsl:when test="@level">
          <w:pPr>
            <w:keepNext/>
            <w:keepLines/>
            <w:tabs>
              <w:tab w:val="right" w:pos="{$heading-number-end}"/>
              <w:tab w:val="left" w:pos="{$column-start}"/>
            </w:tabs>
            <w:spacing w:before="{@before}" w:after="120"/>
            <w:ind w:left="{$column-start}" w:right="{$column-end}" w:hanging="{$column-start}"/>
            <w:outlineLvl w:val="{@level}"/>
          </w:pPr>
          <w:rPr>
            <xsl:if test="not(@face)"><w:b/><w:bCs/></xsl:if>
            <xsl:if test="@face = 'italic'"><w:i/><w:iCs/></xsl:if>
            <w:sz w:val="{@size}"/>
            <w:szCs w:val="{@size + 2}"/>
          </w:rPr>
        </xsl:when>
        <xsl:otherwise><xsl:copy-of select="*"/></xsl:otherwise>
      </xsl:choose>
    </w:style>
  </xsl:template>

  <xsl:variable name="built-in">|Body Text|Body Text First Indent|Salutation|Quote|List|List 2|List 3|List Continue|List Continue 2|List Continue 3|List Bullet|List Bullet 2|List Bullet 3|Title|Subtitle|heading 1|heading 2|heading 3|heading 4|heading 5|heading 6|toc 1|toc 2|toc 3|Signature|Date|caption|footnote text|header|footer|</xsl:variable>

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
