<?xml version="1.0" encoding="UTF-8"?>
<!-- METS of an E-ARK submission package (CSIP and SIP 2.2.0, 2.1.0, 2.0.4). With $representation it is that of the
     representation in $base, else that of the package. What stands in the package is read from p:written: the file must be made last. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns:csip="https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
    xmlns:sip="https://DILCIS.eu/XML/METS/SIPExtensionMETS"
    xmlns="http://www.loc.gov/METS/"
    exclude-result-prefixes="p">

  <xsl:import href="common.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <!-- Where each version says that it is one. -->
  <p:profile version="2.2.0" address="https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-2-0.xml"/>
  <p:profile version="2.1.0" address="https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-1-0.xml"/>
  <p:profile version="2.0.4" address="https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"/>

  <!-- The schemas of the attributes and elements used: in the package, if it has them, else where they are published. -->
  <p:schema namespace="http://www.loc.gov/METS/" file="mets.xsd" address="http://www.loc.gov/standards/mets/mets.xsd"/>
  <p:schema namespace="http://www.w3.org/1999/xlink" file="xlink.xsd" address="http://www.loc.gov/standards/xlink/xlink.xsd"/>
  <p:schema namespace="https://DILCIS.eu/XML/METS/CSIPExtensionMETS" file="DILCISExtensionMETS.xsd"
      address="https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd"/>
  <p:schema namespace="https://DILCIS.eu/XML/METS/SIPExtensionMETS" file="DILCISExtensionSIPMETS.xsd"
      address="https://earksip.dilcis.eu/schema/DILCISExtensionSIPMETS.xsd"/>

  <xsl:variable name="tables" select="document('')/*"/>
  <xsl:variable name="created" select="$package/@created"/>
  <xsl:variable name="id" select="concat('uuid-', $package/@id)"/>

  <!-- ============================================================== the document -->

  <xsl:template match="/">
    <mets TYPE="Textual works – Digital" PROFILE="{$tables/p:profile[@version = $package/@profile]/@address}"
        csip:CONTENTINFORMATIONTYPE="OTHER" csip:OTHERCONTENTINFORMATIONTYPE="AkomaNtoso">
      <xsl:attribute name="OBJID">
        <xsl:value-of select="$representation"/><xsl:if test="$representation = ''"><xsl:value-of select="$id"/></xsl:if>
      </xsl:attribute>
      <xsl:attribute name="LABEL">
        <xsl:value-of select="$representation"/><xsl:if test="$representation = ''"><xsl:call-template name="package-title"/></xsl:if>
      </xsl:attribute>
      <xsl:attribute name="xsi:schemaLocation">
        <xsl:for-each select="$tables/p:schema">
          <xsl:variable name="file" select="concat('schemas/', @file)"/>
          <xsl:value-of select="concat(@namespace, ' ')"/>
          <xsl:choose>
            <xsl:when test="not($package/p:written[@path = $file])"><xsl:value-of select="@address"/></xsl:when>
            <xsl:when test="$representation != ''"><xsl:value-of select="concat('../../', $file)"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$file"/></xsl:otherwise>
          </xsl:choose>
          <xsl:if test="position() != last()"><xsl:text> </xsl:text></xsl:if>
        </xsl:for-each>
      </xsl:attribute>
      <xsl:call-template name="header"/>
      <xsl:choose>
        <xsl:when test="$representation != ''"><xsl:call-template name="representation"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="package"/></xsl:otherwise>
      </xsl:choose>
    </mets>
  </xsl:template>

  <!-- ============================================================== header -->

  <xsl:template name="header">
    <metsHdr CREATEDATE="{$created}" LASTMODDATE="{$created}" RECORDSTATUS="{p:setting('status')}" csip:OAISPACKAGETYPE="SIP">
      <agent ROLE="CREATOR" TYPE="OTHER" OTHERTYPE="SOFTWARE">
        <name><xsl:value-of select="$package/@program"/></name>
        <note csip:NOTETYPE="SOFTWARE VERSION"><xsl:value-of select="$package/@version"/></note>
      </agent>
      <xsl:call-template name="agent">
        <xsl:with-param name="role" select="'ARCHIVIST'"/>
        <xsl:with-param name="setting" select="'archivist'"/>
      </xsl:call-template>
      <xsl:call-template name="agent">
        <xsl:with-param name="role" select="'CREATOR'"/>
        <xsl:with-param name="setting" select="'organization'"/>
      </xsl:call-template>
      <xsl:if test="p:setting('contact') != ''">
        <agent ROLE="CREATOR" TYPE="INDIVIDUAL">
          <name><xsl:value-of select="p:setting('contact')"/></name>
          <xsl:if test="p:setting('email') != ''"><note><xsl:value-of select="p:setting('email')"/></note></xsl:if>
        </agent>
      </xsl:if>
      <xsl:call-template name="agent">
        <xsl:with-param name="role" select="'PRESERVATION'"/>
        <xsl:with-param name="setting" select="'preservation'"/>
      </xsl:call-template>
      <xsl:if test="p:setting('agreement') != ''">
        <altRecordID TYPE="SUBMISSIONAGREEMENT"><xsl:value-of select="p:setting('agreement')"/></altRecordID>
      </xsl:if>
      <metsDocumentID>METS.xml</metsDocumentID>
    </metsHdr>
  </xsl:template>

  <xsl:template name="agent">
    <xsl:param name="role"/>
    <xsl:param name="setting"/>
    <xsl:if test="p:setting($setting) != ''">
      <agent ROLE="{$role}" TYPE="ORGANIZATION">
        <name><xsl:value-of select="p:setting($setting)"/></name>
        <xsl:if test="p:setting(concat($setting, '-code')) != ''">
          <note csip:NOTETYPE="IDENTIFICATIONCODE"><xsl:value-of select="p:setting(concat($setting, '-code'))"/></note>
        </xsl:if>
      </agent>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================== files -->

  <xsl:template name="media-type">
    <xsl:param name="path"/>
    <xsl:choose>
      <xsl:when test="substring($path, string-length($path) - 4) = '.json'">application/json</xsl:when>
      <xsl:otherwise>application/xml</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What METS says of a file that is p:written and the context. -->
  <xsl:template name="fixity">
    <xsl:attribute name="SIZE"><xsl:value-of select="@size"/></xsl:attribute>
    <xsl:attribute name="CREATED"><xsl:value-of select="$created"/></xsl:attribute>
    <xsl:attribute name="CHECKSUM"><xsl:value-of select="@sha256"/></xsl:attribute>
    <xsl:attribute name="CHECKSUMTYPE">SHA-256</xsl:attribute>
  </xsl:template>

  <xsl:template name="link">
    <xsl:attribute name="LOCTYPE">URL</xsl:attribute>
    <xsl:attribute name="xlink:type">simple</xsl:attribute>
    <xsl:attribute name="xlink:href"><xsl:value-of select="p:path(@path)"/></xsl:attribute>
  </xsl:template>

  <!-- A reference to metadata: p:written is the context. -->
  <xsl:template name="metadata">
    <xsl:param name="type"/>
    <xsl:param name="version" select="''"/>
    <mdRef MDTYPE="{$type}" MIMETYPE="application/xml">
      <xsl:attribute name="ID"><xsl:value-of select="concat('ref-', translate(p:path(@path), '/', '-'))"/></xsl:attribute>
      <xsl:call-template name="link"/>
      <xsl:if test="$version != ''"><xsl:attribute name="MDTYPEVERSION"><xsl:value-of select="$version"/></xsl:attribute></xsl:if>
      <xsl:call-template name="fixity"/>
    </mdRef>
  </xsl:template>

  <xsl:template name="group">
    <xsl:param name="use"/>
    <xsl:param name="id"/>
    <xsl:param name="content"/>
    <xsl:if test="$content">
      <fileGrp ID="{$id}" USE="{$use}">
        <xsl:if test="starts-with($use, 'Representations/')">
          <xsl:attribute name="csip:CONTENTINFORMATIONTYPE">OTHER</xsl:attribute>
          <xsl:attribute name="csip:OTHERCONTENTINFORMATIONTYPE">AkomaNtoso</xsl:attribute>
        </xsl:if>
        <xsl:for-each select="$content">
          <xsl:sort select="@path"/>
          <file ID="{concat($id, '-', position())}">
            <xsl:attribute name="MIMETYPE">
              <xsl:call-template name="media-type"><xsl:with-param name="path" select="@path"/></xsl:call-template>
            </xsl:attribute>
            <xsl:call-template name="fixity"/>
            <FLocat><xsl:call-template name="link"/></FLocat>
          </file>
        </xsl:for-each>
      </fileGrp>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================== a representation -->

  <xsl:template name="representation">
    <amdSec ID="amd">
      <xsl:for-each select="$package/p:written[@path = concat($base, 'metadata/preservation/premis.xml')]">
        <digiprovMD ID="premis" CREATED="{$created}" STATUS="CURRENT">
          <xsl:call-template name="metadata"><xsl:with-param name="type" select="'PREMIS'"/><xsl:with-param name="version" select="'3.0'"/></xsl:call-template>
        </digiprovMD>
      </xsl:for-each>
    </amdSec>
    <fileSec ID="files">
      <fileGrp ID="data" USE="Data"><xsl:apply-templates select="$files"/></fileGrp>
    </fileSec>
    <structMap ID="structure" TYPE="PHYSICAL" LABEL="CSIP">
      <div ID="div-{$representation}" LABEL="{$representation}">
        <div ID="div-metadata" LABEL="Metadata" ADMID="premis"/>
        <div ID="div-data" LABEL="Data"><fptr FILEID="data"/></div>
      </div>
    </structMap>
  </xsl:template>

  <!-- p:file has size and digest as p:written has. -->
  <xsl:template match="p:file">
    <file ID="file-{@id}" MIMETYPE="{@media-type}" sip:FILEFORMATNAME="{@format-name}">
      <xsl:call-template name="fixity"/>
      <xsl:attribute name="CREATED"><xsl:value-of select="@created"/></xsl:attribute>
      <xsl:if test="@format-version"><xsl:attribute name="sip:FILEFORMATVERSION"><xsl:value-of select="@format-version"/></xsl:attribute></xsl:if>
      <xsl:if test="@puid">
        <xsl:attribute name="sip:FORMATREGISTRY">PRONOM</xsl:attribute>
        <xsl:attribute name="sip:FORMATREGISTRYKEY"><xsl:value-of select="@puid"/></xsl:attribute>
      </xsl:if>
      <FLocat><xsl:call-template name="link"/></FLocat>
    </file>
  </xsl:template>

  <!-- ============================================================== the package -->

  <xsl:variable name="descriptions" select="$package/p:written[starts-with(@path, 'metadata/descriptive/')]"/>
  <xsl:variable name="histories" select="$package/p:written[starts-with(@path, 'metadata/preservation/')]"/>
  <xsl:variable name="representations" select="$package/p:written[starts-with(@path, 'representations/')]
      [substring-after(substring-after(@path, '/'), '/') = 'METS.xml']"/>
  <xsl:variable name="documents" select="$package/p:written[starts-with(@path, 'documentation/')]"/>
  <xsl:variable name="schemas" select="$package/p:written[starts-with(@path, 'schemas/')]"/>

  <!-- "premis-event-packing" of ".../premis-event-packing.xml": short, and the only one of its name. -->
  <xsl:template match="p:written" mode="name">
    <xsl:value-of select="substring-before(substring-after(substring-after(@path, '/'), '/'), '.xml')"/>
  </xsl:template>

  <xsl:template name="package">
    <xsl:for-each select="$descriptions">
      <xsl:sort select="@path"/>
      <xsl:variable name="name"><xsl:apply-templates select="." mode="name"/></xsl:variable>
      <dmdSec ID="{$name}" CREATED="{$created}" STATUS="CURRENT">
        <xsl:choose>
          <xsl:when test="$name = 'dc'">
            <xsl:call-template name="metadata"><xsl:with-param name="type" select="'DC'"/><xsl:with-param name="version" select="'SimpleDC20021212'"/></xsl:call-template>
          </xsl:when>
          <xsl:when test="$name = 'mods'">
            <xsl:call-template name="metadata"><xsl:with-param name="type" select="'MODS'"/><xsl:with-param name="version" select="'3.7'"/></xsl:call-template>
          </xsl:when>
          <xsl:otherwise><xsl:call-template name="metadata"><xsl:with-param name="type" select="'MARC'"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </dmdSec>
    </xsl:for-each>
    <amdSec ID="amd">
      <xsl:for-each select="$histories[contains(@path, '/premis-rights')]">
        <rightsMD ID="premis-rights" CREATED="{$created}" STATUS="CURRENT">
          <xsl:call-template name="metadata"><xsl:with-param name="type" select="'PREMIS:RIGHTS'"/><xsl:with-param name="version" select="'3.0'"/></xsl:call-template>
        </rightsMD>
      </xsl:for-each>
      <xsl:for-each select="$histories[not(contains(@path, '/premis-rights'))]">
        <xsl:sort select="@path"/>
        <xsl:variable name="name"><xsl:apply-templates select="." mode="name"/></xsl:variable>
        <xsl:variable name="type"><xsl:choose>
          <xsl:when test="starts-with($name, 'premis-event-')">PREMIS:EVENT</xsl:when>
          <xsl:otherwise>PREMIS:AGENT</xsl:otherwise>
        </xsl:choose></xsl:variable>
        <digiprovMD ID="{$name}" CREATED="{$created}" STATUS="CURRENT">
          <xsl:call-template name="metadata"><xsl:with-param name="type" select="$type"/><xsl:with-param name="version" select="'3.0'"/></xsl:call-template>
        </digiprovMD>
      </xsl:for-each>
    </amdSec>
    <fileSec ID="files">
      <xsl:call-template name="group"><xsl:with-param name="use" select="'Documentation'"/><xsl:with-param name="id" select="'documentation'"/><xsl:with-param name="content" select="$documents"/></xsl:call-template>
      <xsl:call-template name="group"><xsl:with-param name="use" select="'Schemas'"/><xsl:with-param name="id" select="'schemas'"/><xsl:with-param name="content" select="$schemas"/></xsl:call-template>
      <xsl:for-each select="$representations">
        <xsl:variable name="name" select="substring-before(substring-after(@path, '/'), '/')"/>
        <xsl:call-template name="group">
          <xsl:with-param name="use" select="concat('Representations/', $name)"/>
          <xsl:with-param name="id" select="concat('representation-', $name)"/>
          <xsl:with-param name="content" select="."/>
        </xsl:call-template>
      </xsl:for-each>
    </fileSec>
    <xsl:call-template name="structure"/>
  </xsl:template>

  <xsl:template name="structure">
    <structMap ID="structure" TYPE="PHYSICAL" LABEL="CSIP">
      <div ID="div-package" LABEL="{$id}">
        <div ID="div-metadata" LABEL="Metadata">
          <xsl:attribute name="DMDID">
            <xsl:for-each select="$descriptions">
              <xsl:sort select="@path"/>
              <xsl:apply-templates select="." mode="name"/><xsl:if test="position() != last()"><xsl:text> </xsl:text></xsl:if>
            </xsl:for-each>
          </xsl:attribute>
          <xsl:attribute name="ADMID">
            <xsl:for-each select="$histories">
              <xsl:sort select="@path"/>
              <xsl:apply-templates select="." mode="name"/><xsl:if test="position() != last()"><xsl:text> </xsl:text></xsl:if>
            </xsl:for-each>
          </xsl:attribute>
        </div>
        <div ID="div-documentation" LABEL="Documentation"><fptr FILEID="documentation"/></div>
        <xsl:if test="$schemas"><div ID="div-schemas" LABEL="Schemas"><fptr FILEID="schemas"/></div></xsl:if>
        <xsl:for-each select="$representations">
          <xsl:variable name="name" select="substring-before(substring-after(@path, '/'), '/')"/>
          <div ID="div-representation-{$name}" LABEL="Representations/{$name}">
            <mptr LOCTYPE="URL" xlink:type="simple" xlink:href="{@path}" xlink:title="representation-{$name}"/>
          </div>
        </xsl:for-each>
      </div>
    </structMap>
  </xsl:template>
</xsl:stylesheet>
