<?xml version="1.0" encoding="UTF-8"?>
<!-- Archivematica's rights.csv: the statement that the user gave, for each file. An act is asked for: dissemination. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    exclude-result-prefixes="p">

  <xsl:import href="common.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:text>file,basis,status,determination_date,jurisdiction,start_date,end_date,terms,citation,note,grant_act,grant_restriction,</xsl:text>
    <xsl:text>grant_start_date,grant_end_date,grant_note,doc_id_type,doc_id_value,doc_id_role&#10;</xsl:text>
    <xsl:for-each select="$files">
      <xsl:value-of select="concat(p:csv(p:path(@path)), ',', p:setting('rights-basis'), ',,,,,,')"/>
      <xsl:if test="p:setting('rights-basis') = 'license'"><xsl:value-of select="p:csv(p:setting('rights'))"/></xsl:if>
      <xsl:value-of select="concat(',,', p:csv(p:setting('rights')), ',disseminate,Conditional,,,', p:csv(p:setting('rights')), ',')"/>
      <xsl:if test="p:setting('rights-uri') != ''">
        <xsl:value-of select="concat('URI,', p:csv(p:setting('rights-uri')), ',terms')"/>
      </xsl:if>
      <xsl:if test="p:setting('rights-uri') = ''"><xsl:text>,,</xsl:text></xsl:if>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
