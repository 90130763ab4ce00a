<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables: caption, head row with scopes, total row; wide ones scroll in a box of their own. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="akn">

  <xsl:template match="akn:table">
    <div class="table" tabindex="0" role="group">
      <xsl:attribute name="aria-label">
        <xsl:choose>
          <xsl:when test="akn:caption"><xsl:value-of select="normalize-space(akn:caption)"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="word"><xsl:with-param name="key" select="'table'"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <table>
        <xsl:call-template name="id"/><xsl:call-template name="language"/>
        <xsl:for-each select="akn:caption"><caption><xsl:apply-templates/></caption></xsl:for-each>
        <xsl:if test="akn:tr[@class = 'head']"><thead><xsl:apply-templates select="akn:tr[@class = 'head']"/></thead></xsl:if>
        <tbody><xsl:apply-templates select="akn:tr[not(@class = 'head')]"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="akn:tr">
    <tr><xsl:if test="@class = 'total'"><xsl:attribute name="class">total</xsl:attribute></xsl:if><xsl:apply-templates/></tr>
  </xsl:template>

  <xsl:template match="akn:td | akn:th">
    <xsl:variable name="text" select="normalize-space(.)"/>
    <!-- an empty cell in the head names nothing -->
    <xsl:variable name="is-head" select="self::akn:th and $text != ''"/>
    <xsl:element name="{substring('tdth', 1 + 2 * $is-head, 2)}">
      <xsl:if test="@colspan &gt; 1"><xsl:attribute name="colspan"><xsl:value-of select="@colspan"/></xsl:attribute></xsl:if>
      <xsl:if test="@rowspan &gt; 1"><xsl:attribute name="rowspan"><xsl:value-of select="@rowspan"/></xsl:attribute></xsl:if>
      <xsl:if test="$is-head"><xsl:attribute name="scope">col</xsl:attribute></xsl:if>
      <xsl:if test="$text != '' and translate($text, '0123456789., -&#x2013;%()&#xA0;', '') = ''">
        <xsl:attribute name="class">number</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="language"/>
      <xsl:for-each select="akn:p | akn:block | akn:*[not(self::akn:p or self::akn:block)]">
        <xsl:if test="position() &gt; 1"><br/></xsl:if>
        <xsl:choose>
          <xsl:when test="self::akn:p or self::akn:block"><xsl:apply-templates/></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
