<?xml version="1.0" encoding="UTF-8"?>
<!-- Parts of a record, headings, paragraphs, lists, signatures, meeting records. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns:mhs="urn:masthead:stylesheet:1"
    exclude-result-prefixes="akn mhs">

  <!-- Every page has one h1: the title, else what names the record on its first page. -->
  <xsl:variable name="titles" select="$record/akn:preface/akn:p[akn:docTitle or akn:docType]"/>
  <xsl:variable name="names" select="$record/akn:preface/akn:container[@name = 'meeting']/akn:p[akn:inline/@name = 'akn4un:meetingName']
      | $record/akn:coverPage/akn:p[akn:docTitle]"/>
  <xsl:variable name="organs" select="$record/akn:coverPage/akn:p[akn:role/akn:docAuthority]"/>
  <xsl:variable name="main-heading" select="($titles | $names[not($titles)] | $organs[not($titles | $names)])[1]"/>

  <xsl:template match="akn:coverPage">
    <header class="masthead"><xsl:call-template name="language"/><xsl:apply-templates/></header>
  </xsl:template>
  <xsl:template match="akn:coverPage/akn:p[akn:docNumber]"><p class="symbol"><xsl:call-template name="language"/><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="akn:coverPage/akn:p[akn:role/akn:docAuthority]">
    <xsl:element name="{substring('ph1', 1 + (count(. | $main-heading) = 1), 1 + (count(. | $main-heading) = 1))}">
      <xsl:attribute name="class">organ</xsl:attribute>
      <xsl:call-template name="language"/><xsl:apply-templates/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="akn:coverPage/akn:p[akn:docTitle] | akn:preface/akn:container[@name = 'meeting']/akn:p[akn:inline/@name = 'akn4un:meetingName']">
    <xsl:element name="{substring('ph1', 1 + (count(. | $main-heading) = 1), 1 + (count(. | $main-heading) = 1))}">
      <xsl:call-template name="language"/><xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="akn:preface">
    <div class="title"><xsl:call-template name="id"/><xsl:call-template name="language"/><xsl:apply-templates/></div>
  </xsl:template>

  <!-- The first title of the record is its h1; that of an annex its own heading, one deeper. -->
  <xsl:template match="akn:preface/akn:p[akn:docTitle or akn:docType]">
    <xsl:variable name="depth" select="count(ancestor::akn:attachment) + 1"/>
    <xsl:choose>
      <xsl:when test="preceding-sibling::akn:p[akn:docTitle or akn:docType]">
        <p class="subtitle"><xsl:call-template name="language"/><xsl:apply-templates/></p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="h{$depth * ($depth &lt; 6) + 6 * ($depth &gt; 5)}">
          <xsl:call-template name="language"/><xsl:apply-templates/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="akn:p[akn:inline/@name = 'akn4un:subTitle']">
    <p class="subtitle"><xsl:call-template name="language"/><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="akn:mainBody | akn:body | akn:debateBody | akn:preamble">
    <div><xsl:call-template name="id"/><xsl:call-template name="language"/><xsl:apply-templates/></div>
  </xsl:template>
  <xsl:template match="akn:conclusions"><div class="conclusions"><xsl:call-template name="language"/><xsl:apply-templates/></div></xsl:template>

  <!-- Levels with a heading are sections. -->
  <xsl:template match="akn:part | akn:section | akn:title | akn:chapter | akn:division | akn:article | akn:debateSection | akn:tblock">
    <section>
      <xsl:call-template name="id"/><xsl:call-template name="language"/>
      <xsl:if test="akn:num | akn:heading">
        <xsl:variable name="depth" select="1 + count(ancestor::akn:attachment)
            + count(ancestor-or-self::*[self::akn:part or self::akn:section or self::akn:title or self::akn:chapter or self::akn:division
            or self::akn:article or self::akn:debateSection or self::akn:tblock][akn:num or akn:heading])"/>
        <xsl:element name="h{$depth * ($depth &lt; 6) + 6 * ($depth &gt; 5)}">
          <xsl:apply-templates select="akn:num/node()"/>
          <xsl:if test="akn:num and akn:heading"><xsl:text> </xsl:text></xsl:if>
          <xsl:apply-templates select="akn:heading/node()"/>
        </xsl:element>
      </xsl:if>
      <xsl:apply-templates select="akn:*[not(self::akn:num or self::akn:heading)]"/>
    </section>
  </xsl:template>
  <xsl:template match="akn:subheading | akn:crossHeading"><p class="crosshead"><xsl:call-template name="language"/><xsl:apply-templates/></p></xsl:template>

  <!-- A numbered paragraph: its number is text at the start of its first block. -->
  <xsl:template match="akn:paragraph | akn:alinea | akn:subparagraph | akn:hcontainer">
    <div>
      <xsl:call-template name="id"/><xsl:call-template name="language"/>
      <xsl:attribute name="class"><xsl:value-of select="concat('paragraph', substring(' numbered', 1, 9 * boolean(akn:num)))"/></xsl:attribute>
      <xsl:if test="akn:heading"><p class="crosshead"><xsl:apply-templates select="akn:heading/node()"/></p></xsl:if>
      <xsl:if test="akn:num and not(akn:content/akn:p or akn:intro/akn:p or akn:list/akn:intro/akn:p)">
        <p class="num"><xsl:apply-templates select="akn:num/node()"/></p>
      </xsl:if>
      <xsl:apply-templates select="akn:*[not(self::akn:num or self::akn:heading)]"/>
    </div>
  </xsl:template>

  <xsl:template match="akn:p | akn:block | akn:listIntroduction | akn:listWrapUp | akn:narrative | akn:scene | akn:summary | akn:longTitle">
    <p>
      <xsl:call-template name="id"/><xsl:call-template name="language"/>
      <xsl:if test="self::akn:narrative or self::akn:scene or self::akn:summary"><xsl:attribute name="class">stage</xsl:attribute></xsl:if>
      <xsl:if test="akn:signature"><xsl:attribute name="class">signature</xsl:attribute></xsl:if>
      <xsl:call-template name="number-before"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- The printed number belongs to the first block of its paragraph. -->
  <xsl:template name="number-before">
    <xsl:variable name="holder" select="self::akn:p[not(preceding-sibling::akn:*)]/parent::*[self::akn:content or self::akn:intro]"/>
    <xsl:variable name="level" select="$holder/parent::akn:*[self::akn:paragraph or self::akn:subparagraph or self::akn:alinea or self::akn:hcontainer]
        | $holder/parent::akn:list[not(preceding-sibling::akn:list or preceding-sibling::akn:content)]/parent::akn:*[akn:num][not(self::akn:point or self::akn:indent)]"/>
    <xsl:if test="$level[1]/akn:num and not($holder/preceding-sibling::akn:content)">
      <span class="num"><xsl:apply-templates select="$level[1]/akn:num/node()"/></span><xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Lists keep their printed marks: HTML counts nothing. -->
  <xsl:template match="akn:list | akn:blockList">
    <xsl:apply-templates select="akn:intro | akn:listIntroduction"/>
    <xsl:if test="akn:point | akn:indent | akn:item">
      <ul class="list"><xsl:apply-templates select="akn:point | akn:indent | akn:item"/></ul>
    </xsl:if>
    <xsl:apply-templates select="akn:wrapUp | akn:listWrapUp"/>
  </xsl:template>
  <xsl:template match="akn:point | akn:indent | akn:item">
    <li>
      <xsl:call-template name="id"/><xsl:call-template name="language"/>
      <span class="mark"><xsl:apply-templates select="akn:num/node()"/></span>
      <xsl:text> </xsl:text>
      <div><xsl:apply-templates select="akn:*[not(self::akn:num)]"/></div>
    </li>
  </xsl:template>

  <xsl:template match="akn:container">
    <div><xsl:call-template name="id"/><xsl:call-template name="language"/>
      <xsl:if test="contains(' adoption signature summary meeting presidentAndMembers agenda correctionsNotice ', concat(' ', @name, ' '))">
        <xsl:attribute name="class"><xsl:value-of select="@name"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>

  <!-- Quoted blocks stand in a p in Akoma Ntoso; in HTML a p cannot hold them. -->
  <xsl:template match="akn:p[akn:embeddedStructure]">
    <div class="p"><xsl:call-template name="language"/><xsl:call-template name="number-before"/><xsl:apply-templates/></div>
  </xsl:template>
  <xsl:template match="akn:embeddedStructure"><blockquote><xsl:call-template name="language"/><xsl:apply-templates/></blockquote></xsl:template>

  <!-- A speech: the speaker's name at its start. -->
  <xsl:template match="akn:speech">
    <div class="speech"><xsl:call-template name="id"/><xsl:call-template name="language"/><xsl:apply-templates/></div>
  </xsl:template>
  <xsl:template match="akn:from"><p class="from"><xsl:apply-templates/></p><xsl:text> </xsl:text></xsl:template>
  <xsl:template match="akn:from[not(akn:b)]/akn:person | akn:from[not(akn:b)]/akn:role"><b><xsl:apply-templates/></b></xsl:template>
  <xsl:template match="akn:from[not(akn:b or akn:person or akn:role)]"><p class="from"><b><xsl:apply-templates/></b></p><xsl:text> </xsl:text></xsl:template>

  <!-- A member, printed dots, who sits for it: the dots give way to the words. -->
  <xsl:template match="akn:container[@name = 'presidentAndMembers']/akn:p[text()[contains(., '. .')]]">
    <xsl:variable name="dotted" select="text()[contains(., '. .')][1]"/>
    <xsl:variable name="start" select="substring-before($dotted, '. .')"/>
    <xsl:variable name="rest" select="substring($dotted, string-length($start) + 1)"/>
    <xsl:variable name="sign" select="substring(translate($rest, ' .&#x9;&#xA;&#xA0;', ''), 1, 1)"/>
    <xsl:variable name="end" select="substring(concat($sign, substring-after($rest, $sign)), 1, string-length($rest) * ($sign != ''))"/>
    <p class="dotted">
      <xsl:call-template name="language"/>
      <span><xsl:apply-templates select="$dotted/preceding-sibling::node()"/><xsl:value-of select="$start"/></span>
      <span class="dots" aria-hidden="true"><xsl:value-of
          select="substring($rest, 1, string-length($rest) - string-length($end))"/></span>
      <xsl:text> </xsl:text>
      <span><xsl:value-of select="$end"/><xsl:apply-templates select="$dotted/following-sibling::node()"/></span>
    </p>
  </xsl:template>

  <!-- Annexes follow the record's own notes. -->
  <xsl:template match="akn:attachments"><xsl:apply-templates/></xsl:template>
  <xsl:template match="akn:attachment">
    <section class="annex">
      <xsl:call-template name="id"/>
      <xsl:attribute name="lang"><xsl:value-of select="mhs:language((.//akn:mainBody | .//akn:preface/akn:p)[1])/@code"/></xsl:attribute>
      <xsl:attribute name="dir"><xsl:value-of select="mhs:language((.//akn:mainBody | .//akn:preface/akn:p)[1])/@direction"/></xsl:attribute>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <xsl:template match="akn:toc"><div class="printed-contents"><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="akn:tocItem">
    <p class="level-{@level}">
      <xsl:choose>
        <xsl:when test="key('by-eId', substring-after(@href, '#')) and not(.//akn:a or .//akn:ref)"><a href="{@href}"><xsl:apply-templates/></a></xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>
</xsl:stylesheet>
