<?xml version="1.0" encoding="UTF-8"?>
<!-- Akoma Ntoso (AKN4UN) to MARCXML with the fields of the United Nations Digital Library: 191 document symbol with body and
     session, 089 kind of document, 091 distribution, 269 date. What the record cannot say is a parameter: 039 and 040 who catalogued,
     049 country of publication, 930 product code, 540 terms of use. No heading is made up: names and subjects are matched there. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    xmlns="http://www.loc.gov/MARC21/slim"
    xmlns:mhs="urn:masthead:stylesheet:1"
    exclude-result-prefixes="akn mhs">

  <xsl:import href="common/description.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:param name="marc-039"/>
  <xsl:param name="marc-040"/>
  <xsl:param name="marc-049"/>
  <xsl:param name="marc-930"/>
  <xsl:param name="rights"/>

  <!-- DER, GEN, LTD or RES: the library's code for the distribution that the masthead prints. -->
  <xsl:template name="distribution">
    <xsl:variable name="printed" select="string($record/akn:meta/akn:references/akn:TLCConcept[starts-with(@eId, 'distribution')][1]/@eId)"/>
    <xsl:choose>
      <xsl:when test="$printed = 'distributionGeneral'">GEN</xsl:when>
      <xsl:when test="$printed = 'distributionLimited'">LTD</xsl:when>
      <xsl:when test="$printed = 'distributionRestricted'">RES</xsl:when>
      <xsl:when test="$printed = 'distributionDerestricted'">DER</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Symbol, body ("A/", "A/C.2/"), and of the General Assembly the session that the symbol names ("A/RES/74/12", "A/74/12"). -->
  <xsl:template name="symbol">
    <xsl:variable name="second" select="substring-before(concat(substring-after($symbol, '/'), '/'), '/')"/>
    <xsl:variable name="third" select="substring-before(concat(substring-after(substring-after($symbol, '/'), '/'), '/'), '/')"/>
    <xsl:variable name="letters" select="translate(substring-before(concat($second, '.'), '.'), '0123456789', '')"/>
    <xsl:variable name="session">
      <xsl:choose>
        <xsl:when test="number($second) = number($second)"><xsl:value-of select="$second"/></xsl:when>
        <xsl:when test="number($third) = number($third)"><xsl:value-of select="$third"/></xsl:when>
      </xsl:choose>
    </xsl:variable>
    <datafield tag="191" ind1=" " ind2=" ">
      <subfield code="a"><xsl:value-of select="$symbol"/></subfield>
      <subfield code="b">
        <xsl:value-of select="concat(substring-before($symbol, '/'), '/')"/>
        <!-- committees, commissions, conferences, working groups: "C.2", "CN.4", "CONF.62" -->
        <xsl:if test="contains($second, '.') and contains(' C AC CN SC CONF WG ', concat(' ', $letters, ' '))"><xsl:value-of select="concat($second, '/')"/></xsl:if>
      </subfield>
      <xsl:if test="starts-with($symbol, 'A/') and $session != '' and $session &lt; 1000"><subfield code="c"><xsl:value-of select="$session"/></subfield></xsl:if>
    </datafield>
  </xsl:template>

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
      <xsl:call-template name="field"><xsl:with-param name="tag" select="'039'"/><xsl:with-param name="value" select="$marc-039"/></xsl:call-template>
      <xsl:if test="$marc-040 != ''">
        <datafield tag="040" ind1=" " ind2=" "><subfield code="a"><xsl:value-of select="$marc-040"/></subfield><subfield code="b">eng</subfield></datafield>
      </xsl:if>
      <datafield tag="041" ind1=" " ind2=" ">
        <xsl:for-each select="$languages">
          <subfield code="a"><xsl:call-template name="marc-language"><xsl:with-param name="code" select="string(.)"/></xsl:call-template></subfield>
        </xsl:for-each>
      </datafield>
      <xsl:call-template name="field"><xsl:with-param name="tag" select="'049'"/><xsl:with-param name="value" select="$marc-049"/></xsl:call-template>
      <xsl:call-template name="field"><xsl:with-param name="tag" select="'089'"/><xsl:with-param name="value" select="$kind"/></xsl:call-template>
      <xsl:variable name="distribution"><xsl:call-template name="distribution"/></xsl:variable>
      <xsl:call-template name="field"><xsl:with-param name="tag" select="'091'"/><xsl:with-param name="value" select="$distribution"/></xsl:call-template>
      <xsl:if test="$symbol != ''"><xsl:call-template name="symbol"/></xsl:if>
      <xsl:for-each select="$creators[1]">
        <xsl:call-template name="field"><xsl:with-param name="tag" select="'110'"/><xsl:with-param name="first" select="'2'"/><xsl:with-param name="value" select="@showAs"/></xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="field"><xsl:with-param name="tag" select="'245'"/><xsl:with-param name="first" select="'1'"/><xsl:with-param name="second" select="'0'"/><xsl:with-param name="value" select="$title"/></xsl:call-template>
      <datafield tag="260" ind1=" " ind2=" ">
        <subfield code="b">United Nations</subfield>
        <xsl:if test="$issued != ''"><subfield code="c"><xsl:value-of select="$issued"/></subfield></xsl:if>
      </datafield>
      <xsl:call-template name="field"><xsl:with-param name="tag" select="'269'"/><xsl:with-param name="value" select="$date"/></xsl:call-template>
      <xsl:call-template name="field"><xsl:with-param name="tag" select="'540'"/><xsl:with-param name="value" select="$rights"/></xsl:call-template>
      <xsl:for-each select="$creators[position() &gt; 1]">
        <xsl:call-template name="field"><xsl:with-param name="tag" select="'710'"/><xsl:with-param name="first" select="'2'"/><xsl:with-param name="value" select="@showAs"/></xsl:call-template>
      </xsl:for-each>
      <xsl:if test="$symbol != ''">
        <xsl:call-template name="field"><xsl:with-param name="tag" select="'856'"/><xsl:with-param name="first" select="'4'"/><xsl:with-param name="second" select="'0'"/><xsl:with-param name="code" select="'u'"/><xsl:with-param name="value" select="mhs:address($symbol)"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="field"><xsl:with-param name="tag" select="'930'"/><xsl:with-param name="value" select="$marc-930"/></xsl:call-template>
    </record>
  </xsl:template>
</xsl:stylesheet>
