<?xml version="1.0" encoding="UTF-8"?>
<!-- How the report says numbers. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template name="plural">
    <xsl:param name="count"/>
    <xsl:param name="noun"/>
    <xsl:value-of select="format-number($count, '#,##0')"/>
    <xsl:text> </xsl:text>
    <xsl:value-of select="$noun"/>
    <xsl:if test="$count != 1">s</xsl:if>
  </xsl:template>

  <xsl:template name="duration">
    <xsl:param name="seconds"/>
    <xsl:choose>
      <xsl:when test="$seconds &gt;= 3600">
        <xsl:value-of select="floor($seconds div 3600)"/><xsl:text> h </xsl:text><xsl:value-of select="floor($seconds div 60) mod 60"/><xsl:text> min</xsl:text>
      </xsl:when>
      <xsl:when test="$seconds &gt;= 60">
        <xsl:value-of select="floor($seconds div 60)"/><xsl:text> min </xsl:text><xsl:value-of select="floor($seconds mod 60)"/><xsl:text> s</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="format-number($seconds, '0.0')"/><xsl:text> s</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="size">
    <xsl:param name="bytes"/>
    <xsl:choose>
      <xsl:when test="$bytes &gt;= 1000000000"><xsl:value-of select="format-number($bytes div 1000000000, '#,##0.0')"/> GB</xsl:when>
      <xsl:when test="$bytes &gt;= 1000000"><xsl:value-of select="format-number($bytes div 1000000, '#,##0.0')"/> MB</xsl:when>
      <xsl:otherwise><xsl:value-of select="format-number($bytes div 1000, '#,##0.0')"/> kB</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Never rounded up to 100 %: that is the only pass. -->
  <xsl:template name="share">
    <xsl:param name="value"/>
    <xsl:choose>
      <xsl:when test="$value = 1">100 %</xsl:when>
      <xsl:otherwise><xsl:value-of select="format-number(floor($value * 10000) div 100, '0.00')"/> %</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Name of the language whose code is @name. -->
  <xsl:template name="language">
    <xsl:choose>
      <xsl:when test="@name = 'ar'">Arabic</xsl:when>
      <xsl:when test="@name = 'en'">English</xsl:when>
      <xsl:when test="@name = 'es'">Spanish</xsl:when>
      <xsl:when test="@name = 'fr'">French</xsl:when>
      <xsl:when test="@name = 'ru'">Russian</xsl:when>
      <xsl:when test="@name = 'zh'">Chinese</xsl:when>
      <xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
