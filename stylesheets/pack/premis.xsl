<?xml version="1.0" encoding="UTF-8"?>
<!-- PREMIS 3: the files, every step that was taken with them, who took it, and the rights statement.
     $topic 'event NAME', 'agent NAME' or 'rights' makes a document of that one entity, about the whole package: what RODA reads.
     Steps of a record: ingestion, normalization (decoding) of the text; metadata extraction (recognition) and migration to
     Akoma Ntoso; migration to the other formats; validation of what was checked. Steps of the package: digests, packing. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:masthead:package:1"
    xmlns:premis="http://www.loc.gov/premis/v3"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xmlns="http://www.loc.gov/premis/v3"
    xmlns:func="http://exslt.org/functions"
    extension-element-prefixes="func"
    exclude-result-prefixes="p">

  <xsl:import href="common.xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:key name="converter" match="p:record" use="@converter"/>

  <xsl:variable name="packer" select="concat($package/@program, ' ', $package/@version)"/>

  <!-- ============================================================== documents -->

  <xsl:template match="/">
    <xsl:choose>
      <xsl:when test="starts-with($topic, 'event ')">
        <xsl:call-template name="package-event"><xsl:with-param name="step" select="substring-after($topic, ' ')"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="$topic = 'agent software'"><xsl:call-template name="software"><xsl:with-param name="name" select="$packer"/></xsl:call-template></xsl:when>
      <xsl:when test="$topic = 'agent organization'"><xsl:call-template name="organization"/></xsl:when>
      <xsl:when test="$topic = 'rights'"><xsl:call-template name="rights"/></xsl:when>
      <xsl:otherwise>
        <premis version="3.0">
          <xsl:apply-templates select="$files" mode="object"/>
          <xsl:apply-templates select="$files" mode="events"/>
          <xsl:call-template name="package-event"><xsl:with-param name="step" select="'digests'"/></xsl:call-template>
          <xsl:call-template name="package-event"><xsl:with-param name="step" select="'packing'"/></xsl:call-template>
          <xsl:for-each select="$package/p:record[generate-id() = generate-id(key('converter', @converter)[1])][@converter != $packer]">
            <xsl:call-template name="software"><xsl:with-param name="name" select="@converter"/></xsl:call-template>
          </xsl:for-each>
          <xsl:call-template name="software"><xsl:with-param name="name" select="$packer"/></xsl:call-template>
          <xsl:call-template name="organization"/>
          <xsl:call-template name="rights"/>
        </premis>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============================================================== objects -->

  <xsl:template match="p:file" mode="object">
    <object xsi:type="premis:file">
      <objectIdentifier>
        <objectIdentifierType>UUID</objectIdentifierType>
        <objectIdentifierValue><xsl:value-of select="@id"/></objectIdentifierValue>
      </objectIdentifier>
      <xsl:if test="../@symbol">
        <objectIdentifier>
          <objectIdentifierType>UN document symbol</objectIdentifierType>
          <objectIdentifierValue><xsl:value-of select="../@symbol"/></objectIdentifierValue>
        </objectIdentifier>
      </xsl:if>
      <objectCharacteristics>
        <compositionLevel>0</compositionLevel>
        <fixity>
          <messageDigestAlgorithm>SHA-256</messageDigestAlgorithm>
          <messageDigest><xsl:value-of select="@sha256"/></messageDigest>
          <messageDigestOriginator><xsl:value-of select="$packer"/></messageDigestOriginator>
        </fixity>
        <fixity>
          <messageDigestAlgorithm>SHA-512</messageDigestAlgorithm>
          <messageDigest><xsl:value-of select="@sha512"/></messageDigest>
          <messageDigestOriginator><xsl:value-of select="$packer"/></messageDigestOriginator>
        </fixity>
        <size><xsl:value-of select="@size"/></size>
        <format>
          <formatDesignation>
            <formatName><xsl:value-of select="@format-name"/></formatName>
            <xsl:if test="@format-version"><formatVersion><xsl:value-of select="@format-version"/></formatVersion></xsl:if>
          </formatDesignation>
          <xsl:if test="@puid">
            <formatRegistry>
              <formatRegistryName>PRONOM</formatRegistryName>
              <formatRegistryKey><xsl:value-of select="@puid"/></formatRegistryKey>
            </formatRegistry>
          </xsl:if>
        </format>
        <creatingApplication>
          <creatingApplicationName><xsl:value-of select="../@converter"/></creatingApplicationName>
          <dateCreatedByApplication><xsl:value-of select="@created"/></dateCreatedByApplication>
        </creatingApplication>
      </objectCharacteristics>
      <originalName><xsl:value-of select="p:path(@path)"/></originalName>
      <xsl:apply-templates select="." mode="relationship"/>
    </object>
  </xsl:template>

  <!-- The record's text was not made by the converter. -->
  <xsl:template match="p:file[@representation = 'text']" mode="relationship"/>
  <xsl:template match="p:file" mode="relationship">
    <xsl:variable name="from" select="p:file-before(.)"/>
    <xsl:if test="$from">
      <relationship>
        <relationshipType>derivation</relationshipType>
        <relationshipSubType>has source</relationshipSubType>
        <relatedObjectIdentifier>
          <relatedObjectIdentifierType>UUID</relatedObjectIdentifierType>
          <relatedObjectIdentifierValue><xsl:value-of select="$from/@id"/></relatedObjectIdentifierValue>
        </relatedObjectIdentifier>
        <relatedEventIdentifier>
          <relatedEventIdentifierType>local</relatedEventIdentifierType>
          <relatedEventIdentifierValue><xsl:value-of select="concat(@id, '/migration')"/></relatedEventIdentifierValue>
        </relatedEventIdentifier>
      </relationship>
    </xsl:if>
  </xsl:template>

  <!-- What a file was made from: Akoma Ntoso from the text, all else from Akoma Ntoso. -->
  <func:function name="p:file-before">
    <xsl:param name="file"/>
    <func:result select="$file[@representation = 'akn']/../p:file[@representation = 'text']
        | $file[@representation != 'akn' and @representation != 'text']/../p:file[@representation = 'akn']"/>
  </func:function>

  <!-- ============================================================== steps of a record -->

  <xsl:template match="p:file" mode="events">
    <xsl:call-template name="event">
      <xsl:with-param name="step" select="'migration'"/>
      <xsl:with-param name="detail" select="concat('Akoma Ntoso to ', @format-name)"/>
    </xsl:call-template>
    <xsl:call-template name="validation"/>
  </xsl:template>

  <xsl:template match="p:file[@representation = 'text']" mode="events">
    <xsl:call-template name="event">
      <xsl:with-param name="step" select="'ingestion'"/>
      <xsl:with-param name="detail" select="concat('the text was read as it was received, named ', @original)"/>
      <xsl:with-param name="note" select="concat(@size, ' bytes')"/>
    </xsl:call-template>
    <xsl:call-template name="event">
      <xsl:with-param name="step" select="'decoding'"/>
      <xsl:with-param name="type" select="'normalization'"/>
      <xsl:with-param name="detail" select="concat('the text was decoded from ', ../@encoding, '; page furniture was told from content')"/>
      <xsl:with-param name="note" select="concat(../@furniture, ' pieces of page furniture')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:file[@representation = 'akn']" mode="events">
    <xsl:call-template name="event">
      <xsl:with-param name="step" select="'recognition'"/>
      <xsl:with-param name="type" select="'metadata extraction'"/>
      <xsl:with-param name="detail" select="'kind, symbol, dates, organs, languages and structure were read from the text'"/>
      <xsl:with-param name="note" select="concat(../@kind, ' ', ../@symbol)"/>
    </xsl:call-template>
    <xsl:call-template name="event">
      <xsl:with-param name="step" select="'migration'"/>
      <xsl:with-param name="detail" select="'text to Akoma Ntoso 3.0, AKN4UN profile'"/>
    </xsl:call-template>
    <xsl:call-template name="validation"/>
  </xsl:template>

  <xsl:template name="validation">
    <xsl:if test="@outcome">
      <xsl:call-template name="event">
        <xsl:with-param name="step" select="'validation'"/>
        <xsl:with-param name="detail" select="'the file was checked before it was packed'"/>
        <xsl:with-param name="outcome" select="@outcome"/>
        <xsl:with-param name="note" select="@checks"/>
        <xsl:with-param name="program" select="$packer"/>
        <xsl:with-param name="time" select="$package/@created"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- An event of the file that is the context. -->
  <xsl:template name="event">
    <xsl:param name="step"/>
    <xsl:param name="type" select="$step"/>
    <xsl:param name="detail"/>
    <xsl:param name="outcome" select="'success'"/>
    <xsl:param name="note" select="''"/>
    <xsl:param name="program" select="string(../@converter)"/>
    <xsl:param name="time" select="@created"/>
    <event>
      <eventIdentifier>
        <eventIdentifierType>local</eventIdentifierType>
        <eventIdentifierValue><xsl:value-of select="concat(@id, '/', $step)"/></eventIdentifierValue>
      </eventIdentifier>
      <eventType><xsl:value-of select="$type"/></eventType>
      <eventDateTime><xsl:value-of select="$time"/></eventDateTime>
      <eventDetailInformation><eventDetail><xsl:value-of select="concat($detail, '; program=&quot;', $program, '&quot;')"/></eventDetail></eventDetailInformation>
      <eventOutcomeInformation>
        <eventOutcome><xsl:value-of select="$outcome"/></eventOutcome>
        <xsl:if test="$note != ''">
          <eventOutcomeDetail><eventOutcomeDetailNote><xsl:value-of select="normalize-space($note)"/></eventOutcomeDetailNote></eventOutcomeDetail>
        </xsl:if>
      </eventOutcomeInformation>
      <xsl:call-template name="link-agent"><xsl:with-param name="name" select="$program"/></xsl:call-template>
      <xsl:if test="$step = 'migration' or $step = 'recognition'">
        <xsl:for-each select="p:file-before(.)"><xsl:call-template name="link-object"><xsl:with-param name="role" select="'source'"/></xsl:call-template></xsl:for-each>
        <xsl:call-template name="link-object"><xsl:with-param name="role" select="'outcome'"/></xsl:call-template>
      </xsl:if>
      <xsl:if test="$step != 'migration' and $step != 'recognition'">
        <xsl:call-template name="link-object"><xsl:with-param name="role" select="'source'"/></xsl:call-template>
      </xsl:if>
    </event>
  </xsl:template>

  <xsl:template name="link-agent">
    <xsl:param name="name"/>
    <xsl:param name="role" select="'executing program'"/>
    <linkingAgentIdentifier>
      <linkingAgentIdentifierType>local</linkingAgentIdentifierType>
      <linkingAgentIdentifierValue><xsl:value-of select="translate(normalize-space($name), ' ', '-')"/></linkingAgentIdentifierValue>
      <linkingAgentRole><xsl:value-of select="$role"/></linkingAgentRole>
    </linkingAgentIdentifier>
  </xsl:template>

  <xsl:template name="link-object">
    <xsl:param name="role"/>
    <linkingObjectIdentifier>
      <linkingObjectIdentifierType>UUID</linkingObjectIdentifierType>
      <linkingObjectIdentifierValue><xsl:value-of select="@id"/></linkingObjectIdentifierValue>
      <linkingObjectRole><xsl:value-of select="$role"/></linkingObjectRole>
    </linkingObjectIdentifier>
  </xsl:template>

  <!-- ============================================================== steps of the package -->

  <p:step name="ingestion" type="ingestion" detail="texts of records were read as they were received" files="text"/>
  <p:step name="decoding" type="normalization" detail="texts were decoded; page furniture was told from content" files="text"/>
  <p:step name="recognition" type="metadata extraction" detail="kind, symbol, dates, organs, languages and structure were read from the texts" files="akn"/>
  <p:step name="transformation" type="migration" detail="texts to Akoma Ntoso 3.0, and that to the other formats" files=""/>
  <p:step name="validation" type="validation" detail="files were checked before they were packed" files="checked"/>
  <p:step name="digests" type="message digest calculation" detail="SHA-256 and SHA-512 of every file" files=""/>
  <p:step name="packing" type="information package creation" detail="files were renamed and laid out with their metadata" files=""/>

  <xsl:template name="package-event">
    <xsl:param name="step"/>
    <xsl:variable name="row" select="document('')/*/p:step[@name = $step]"/>
    <xsl:variable name="about" select="$files[$row/@files = '' or @representation = $row/@files or ($row/@files = 'checked' and @outcome)]"/>
    <xsl:if test="$about">
      <event>
        <xsl:if test="$topic != ''"><xsl:attribute name="version">3.0</xsl:attribute></xsl:if>
        <eventIdentifier>
          <eventIdentifierType>local</eventIdentifierType>
          <eventIdentifierValue>
            <xsl:value-of select="concat($package/@id, '/', $step)"/>
            <xsl:if test="$representation != ''"><xsl:value-of select="concat('/', $representation)"/></xsl:if>
          </eventIdentifierValue>
        </eventIdentifier>
        <eventType><xsl:value-of select="$row/@type"/></eventType>
        <eventDateTime><xsl:value-of select="$package/@created"/></eventDateTime>
        <eventDetailInformation><eventDetail><xsl:value-of select="concat($row/@detail, '; program=&quot;', $packer, '&quot;')"/></eventDetail></eventDetailInformation>
        <eventOutcomeInformation>
          <eventOutcome>
            <xsl:choose>
              <xsl:when test="$step = 'validation' and $about[@outcome = 'fail']">fail</xsl:when>
              <xsl:when test="$step = 'validation'">pass</xsl:when>
              <xsl:otherwise>success</xsl:otherwise>
            </xsl:choose>
          </eventOutcome>
          <eventOutcomeDetail><eventOutcomeDetailNote>
            <xsl:value-of select="concat(count($about), ' files')"/>
            <xsl:if test="$step = 'validation'"><xsl:value-of select="concat(', ', count($about[@outcome = 'fail']), ' of them do not hold')"/></xsl:if>
          </eventOutcomeDetailNote></eventOutcomeDetail>
        </eventOutcomeInformation>
        <xsl:call-template name="link-agent"><xsl:with-param name="name" select="$packer"/></xsl:call-template>
        <xsl:if test="$step = 'packing'">
          <xsl:call-template name="link-agent"><xsl:with-param name="name" select="p:setting('organization')"/><xsl:with-param name="role" select="'implementer'"/></xsl:call-template>
        </xsl:if>
        <xsl:for-each select="$about"><xsl:call-template name="link-object"><xsl:with-param name="role" select="'source'"/></xsl:call-template></xsl:for-each>
      </event>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================== agents and rights -->

  <xsl:template name="software">
    <xsl:param name="name"/>
    <agent>
      <xsl:if test="$topic != ''"><xsl:attribute name="version">3.0</xsl:attribute></xsl:if>
      <agentIdentifier>
        <agentIdentifierType>local</agentIdentifierType>
        <agentIdentifierValue><xsl:value-of select="translate(normalize-space($name), ' ', '-')"/></agentIdentifierValue>
      </agentIdentifier>
      <agentName><xsl:value-of select="substring-before(concat($name, ' '), ' ')"/></agentName>
      <agentType>software</agentType>
      <agentVersion><xsl:value-of select="substring-after($name, ' ')"/></agentVersion>
    </agent>
  </xsl:template>

  <xsl:template name="organization">
    <agent>
      <xsl:if test="$topic != ''"><xsl:attribute name="version">3.0</xsl:attribute></xsl:if>
      <agentIdentifier>
        <agentIdentifierType>local</agentIdentifierType>
        <agentIdentifierValue><xsl:value-of select="translate(normalize-space(p:setting('organization')), ' ', '-')"/></agentIdentifierValue>
      </agentIdentifier>
      <agentName><xsl:value-of select="p:setting('organization')"/></agentName>
      <agentType>organization</agentType>
    </agent>
  </xsl:template>

  <xsl:template name="rights">
    <xsl:if test="p:setting('rights') != ''">
      <rights>
        <xsl:if test="$topic != ''"><xsl:attribute name="version">3.0</xsl:attribute></xsl:if>
        <rightsStatement>
          <rightsStatementIdentifier>
            <rightsStatementIdentifierType>local</rightsStatementIdentifierType>
            <rightsStatementIdentifierValue><xsl:value-of select="concat($package/@id, '/rights')"/></rightsStatementIdentifierValue>
          </rightsStatementIdentifier>
          <rightsBasis><xsl:value-of select="p:setting('rights-basis')"/></rightsBasis>
          <xsl:choose>
            <xsl:when test="p:setting('rights-basis') = 'license'">
              <licenseInformation>
                <xsl:call-template name="rights-document"><xsl:with-param name="kind" select="'license'"/></xsl:call-template>
                <licenseTerms><xsl:value-of select="p:setting('rights')"/></licenseTerms>
              </licenseInformation>
            </xsl:when>
            <xsl:otherwise>
              <otherRightsInformation>
                <xsl:call-template name="rights-document"><xsl:with-param name="kind" select="'otherRights'"/></xsl:call-template>
                <otherRightsBasis>statement of the depositor</otherRightsBasis>
                <otherRightsNote><xsl:value-of select="p:setting('rights')"/></otherRightsNote>
              </otherRightsInformation>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:for-each select="$files">
            <linkingObjectIdentifier>
              <linkingObjectIdentifierType>UUID</linkingObjectIdentifierType>
              <linkingObjectIdentifierValue><xsl:value-of select="@id"/></linkingObjectIdentifierValue>
            </linkingObjectIdentifier>
          </xsl:for-each>
        </rightsStatement>
      </rights>
    </xsl:if>
  </xsl:template>

  <xsl:template name="rights-document">
    <xsl:param name="kind"/>
    <xsl:if test="p:setting('rights-uri') != ''">
      <xsl:element name="{$kind}DocumentationIdentifier">
        <xsl:element name="{$kind}DocumentationIdentifierType">URI</xsl:element>
        <xsl:element name="{$kind}DocumentationIdentifierValue"><xsl:value-of select="p:setting('rights-uri')"/></xsl:element>
      </xsl:element>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
