<?xml version="1.0" encoding="UTF-8"?>
<!-- The side table of contents: headings and annexes, for records that have some. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="akn">

  <xsl:template name="contents">
    <xsl:variable name="entries" select="$record//akn:*[@eId][akn:heading][self::akn:part or self::akn:section or self::akn:title or self::akn:chapter
        or self::akn:division or self::akn:debateSection or self::akn:article] | $record//akn:attachment[@eId]"/>
    <xsl:if test="count($entries) &gt; 1">
      <nav aria-labelledby="contents-heading">
        <h2 id="contents-heading"><xsl:call-template name="word"><xsl:with-param name="key" select="'contents'"/></xsl:call-template></h2>
        <ul>
          <xsl:for-each select="$entries">
            <xsl:variable name="depth" select="count(ancestor::*[self::akn:part or self::akn:section or self::akn:title or self::akn:chapter
                or self::akn:division or self::akn:debateSection or self::akn:attachment])"/>
            <xsl:if test="$depth &lt; 3">
              <li class="depth-{$depth}">
                <a href="#{@eId}">
                  <xsl:choose>
                    <xsl:when test="self::akn:attachment">
                      <xsl:for-each select="(akn:*/akn:preface/akn:p[akn:docType or akn:docTitle] | akn:heading)[1]"><xsl:call-template name="plain"/></xsl:for-each>
                      <xsl:if test="not(akn:*/akn:preface/akn:p[akn:docType or akn:docTitle] | akn:heading)"><xsl:value-of select="@eId"/></xsl:if>
                    </xsl:when>
                    <xsl:otherwise>
                      <xsl:value-of select="normalize-space(akn:num)"/>
                      <xsl:text> </xsl:text>
                      <xsl:for-each select="akn:heading"><xsl:call-template name="plain"/></xsl:for-each>
                    </xsl:otherwise>
                  </xsl:choose>
                </a>
              </li>
            </xsl:if>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- Text without the notes called in it. -->
  <xsl:template name="plain">
    <xsl:variable name="text"><xsl:for-each select=".//text()[not(ancestor::akn:authorialNote)]"><xsl:value-of select="."/></xsl:for-each></xsl:variable>
    <xsl:value-of select="normalize-space($text)"/>
  </xsl:template>
</xsl:stylesheet>
