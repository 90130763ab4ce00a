<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a raised call in the text, the note below with a way back. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="akn">

  <xsl:template match="akn:authorialNote">
    <xsl:variable name="id"><xsl:call-template name="note-name"/></xsl:variable>
    <sup class="call"><a href="#note-{$id}" id="call-{$id}" role="doc-noteref"><xsl:value-of select="@marker"/></a></sup>
  </xsl:template>

  <!-- Not generate-id(): libxslt makes that of addresses, which differ from run to run. -->
  <xsl:template name="note-name">
    <xsl:choose>
      <xsl:when test="@eId"><xsl:value-of select="@eId"/></xsl:when>
      <xsl:otherwise><xsl:number level="any" count="akn:authorialNote"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="notes">
    <xsl:param name="document"/>
    <xsl:variable name="all" select="$document//akn:authorialNote"/>
    <xsl:if test="$all">
      <section class="notes" role="doc-endnotes" aria-labelledby="notes-heading">
        <h2 id="notes-heading"><xsl:call-template name="word"><xsl:with-param name="key" select="'notes'"/></xsl:call-template></h2>
        <ul class="list">
          <xsl:for-each select="$all">
            <xsl:variable name="id"><xsl:call-template name="note-name"/></xsl:variable>
            <li id="note-{$id}">
              <xsl:call-template name="language"/>
              <span class="mark">
                <a href="#call-{$id}" role="doc-backlink"><xsl:attribute name="aria-label"><xsl:call-template name="word"><xsl:with-param
                    name="key" select="'back'"/></xsl:call-template><xsl:text> </xsl:text><xsl:value-of select="@marker"/></xsl:attribute>
                  <xsl:value-of select="@marker"/></a>
              </span>
              <xsl:text> </xsl:text>
              <div><xsl:apply-templates/></div>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
