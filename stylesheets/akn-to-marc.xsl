<?xml version="1.0" encoding="UTF-8"?>
<!-- Akoma Ntoso (AKN4UN) to MARCXML with the fields of the United Nations Digital Library: 191 document symbol, 089 kind of
     document, 269 date, 546 languages. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns="http://www.loc.gov/MARC21/slim"
    xmlns:mhs="urn:masthead:stylesheet:1"
    exclude-result-prefixes="akn mhs">

  <xsl:import href="common/description.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template name="field">
    <xsl:param name="tag"/>
    <xsl:param name="first" select="' '"/>
    <xsl:param name="second" select="' '"/>
    <xsl:param name="code" select="'a'"/>
    <xsl:param name="value"/>
    <xsl:if test="string($value) != ''">
      <datafield tag="{$tag}" ind1="{$first}" ind2="{$second}"><subfield code="{$code}"><xsl:value-of select="$value"/></subfield></datafield>
    </xsl:if>
  </xsl:template>

  <xsl:template name="marc-language">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = 'zho'">chi</xsl:when>
      <xsl:when test="$code = 'fra'">fre</xsl:when>
      <xsl:when test="$code = ''">und</xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="/">
    <xsl:variable name="day" select="translate($issued, '-', '')"/>
    <xsl:variable name="year" select="substring(concat($day, '||||'), 1, 4)"/>
    <xsl:variable name="language"><xsl:call-template name="marc-language"><xsl:with-param name="code" select="string($main-language)"/></xsl:call-template></xsl:variable>
    <record>
      <leader>00000nam a2200000uu 4500</leader>
      <controlfield tag="008"><xsl:value-of select="concat(substring(concat($day, '||||||||'), 3, 6), 's', $year, '    xxu|||||o|||||i|||0||', $language, '|d')"/></controlfield>
      <datafield tag="041" ind1=" " ind2=" ">
        <xsl:for-each select="$languages">
          <subfield code="a"><xsl:call-template name="marc-language"><xsl:with-param name="code" select="string(.)"/></xsl:call-template></subfield>
        </xsl:for-each>
      </datafield>
      <xsl:call-template name="field"><xsl:with-param name="tag" select="'089'"/><xsl:with-param name="value" select="$kind"/></xsl:call-template>
      <xsl:call-template name="field"><xsl:with-param name="tag" select="'191'"/><xsl:with-param name="value" select="$symbol"/></xsl:call-template>
      <xsl:for-each select="$creators[1]">
        <xsl:call-template name="field"><xsl:with-param name="tag" select="'110'"/><xsl:with-param name="first" select="'2'"/><xsl:with-param name="value" select="@showAs"/></xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="field"><xsl:with-param name="tag" select="'245'"/><xsl:with-param name="first" select="'1'"/><xsl:with-param name="second" select="'0'"/><xsl:with-param name="value" select="$title"/></xsl:call-template>
      <datafield tag="260" ind1=" " ind2=" ">
        <subfield code="b">United Nations</subfield>
        <xsl:if test="$issued != ''"><subfield code="c"><xsl:value-of select="$issued"/></subfield></xsl:if>
      </datafield>
      <xsl:call-template name="field"><xsl:with-param name="tag" select="'269'"/><xsl:with-param name="value" select="$date"/></xsl:call-template>
      <xsl:for-each select="$creators[position() &gt; 1]">
        <xsl:call-template name="field"><xsl:with-param name="tag" select="'710'"/><xsl:with-param name="first" select="'2'"/><xsl:with-param name="value" select="@showAs"/></xsl:call-template>
      </xsl:for-each>
      <xsl:if test="$symbol != ''">
        <xsl:call-template name="field"><xsl:with-param name="tag" select="'856'"/><xsl:with-param name="first" select="'4'"/><xsl:with-param name="second" select="'0'"/><xsl:with-param name="code" select="'u'"/><xsl:with-param name="value" select="mhs:address($symbol)"/></xsl:call-template>
      </xsl:if>
    </record>
  </xsl:template>
</xsl:stylesheet>
