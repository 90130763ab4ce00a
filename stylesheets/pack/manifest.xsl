<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists of digests, as BagIt and sha256sum read them. $topic: which files (payload, tags, objects, all), a blank, which digest. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    exclude-result-prefixes="p">

  <xsl:import href="common.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:variable name="which" select="substring-before($topic, ' ')"/>
  <xsl:variable name="algorithm" select="substring-after($topic, ' ')"/>

  <xsl:template match="/">
    <!-- Tag manifests are never listed: none could list itself. -->
    <xsl:for-each select="$package/p:written[not(starts-with(@path, 'tagmanifest-'))]">
      <xsl:sort select="@path"/>
      <xsl:variable name="is-payload" select="starts-with(@path, 'data/')"/>
      <xsl:if test="$which = 'all' or ($which = 'payload' and $is-payload) or ($which = 'tags' and not($is-payload))
          or ($which = 'objects' and starts-with(@path, 'objects/'))">
        <xsl:value-of select="concat(@*[name() = $algorithm], '  ', p:path(@path), '&#10;')"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
