#!/usr/bin/env python3
"""Flat OPC to .docx with the Python library, as an oracle for src/docx: unflatten.py IN.xml OUT.docx"""
import base64
import sys
import zipfile
import xml.etree.ElementTree as ET

PKG = '{http://schemas.microsoft.com/office/2006/xmlPackage}'
TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'


def main(source, target):
    # xsi:type in docProps/core.xml names dcterms by prefix
    for prefix, uri in [event[1] for event in ET.iterparse(source, events=['start-ns'])]:
        if prefix:
            ET.register_namespace(prefix, uri)
    parts = ET.parse(source).getroot().findall(PKG + 'part')
    types = ET.Element('{%s}Types' % TYPES)
    for part in parts:
        ET.SubElement(types, '{%s}Override' % TYPES, PartName=part.get(PKG + 'name'),
                      ContentType=part.get(PKG + 'contentType'))
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as docx:
        docx.writestr('[Content_Types].xml', ET.tostring(types, 'utf-8', xml_declaration=True))
        for part in parts:
            xml = part.find(PKG + 'xmlData')
            data = base64.b64decode(part.findtext(PKG + 'binaryData')) if xml is None else \
                ET.tostring(xml[0], 'utf-8', xml_declaration=True)
            docx.writestr(part.get(PKG + 'name').lstrip('/'), data)


main(*sys.argv[1:])
