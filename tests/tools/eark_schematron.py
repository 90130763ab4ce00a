#!/usr/bin/env python3
"""eark_schematron.py METS SCHEMAS: runs the rules of the E-ARK validator, kept in SCHEMAS/{csip,sip}/schematron-2.1.0, over a
package's METS. Status 0: no rule of level ERROR fails, but those that refuse correct packages."""
import pathlib
import re
import sys

from lxml import etree
from lxml.isoschematron import Schematron

# They ask of every agent what the specification asks of the software (CSIP12, 13, 16), an attribute outside its namespace
# (SIP14), the address of version 2.0.4 (SIP2), a label that the vocabulary has otherwise (CSIP103), or cannot be met (CSIP63).
WRONG = {"CSIP12", "CSIP13", "CSIP16", "CSIP63", "CSIP103", "SIP2", "SIP14"}
VOCABULARIES = {
    "@TYPE": "CSIPVocabularyContentCategory.xml",
    "@csip:CONTENTINFORMATIONTYPE": "CSIPVocabularyContentInformationType.xml",
    "@csip:OAISPACKAGETYPE": "CSIPVocabularyOAISPackageType.xml",
    "@STATUS": "CSIPVocabularyStatus.xml",
}

mets, schemas = etree.parse(sys.argv[1]), pathlib.Path(sys.argv[2])
vocabulary = schemas / "csip" / "vocab"


def one_of(attribute, values):
    return " or ".join(f"({attribute} = '{value}')" for value in values)


tests = {
    f"{attribute}_vocabulary_test": one_of(
        attribute, re.findall(r"<Term[^>]*>([^<]*)<", (vocabulary / name).read_text("utf-8"))
    )
    for attribute, name in VOCABULARIES.items()
}
tests["@MIMETYPE_IANA_test"] = one_of("@MIMETYPE", (vocabulary / "IANA.txt").read_text().split("\n"))

failed = 0
rules = sorted(schemas.glob("csip/schematron-2.1.0/*.xml")) + sorted(schemas.glob("sip/schematron-2.1.0/*.xml"))
for path in rules:
    text = path.read_text("utf-8")
    for placeholder, test in tests.items():
        text = text.replace(placeholder, test)
    schematron = Schematron(etree.XML(text.encode()), store_report=True)
    schematron.validate(mets)
    for fault in schematron.validation_report.iter("{http://purl.oclc.org/dsdl/svrl}failed-assert"):
        if (fault.get("role") or "ERROR").startswith("ERR") and fault.get("id") not in WRONG:
            failed += 1
            print(fault.get("id"), " ".join("".join(fault.itertext()).split()))
sys.exit(1 if failed or not rules else 0)
