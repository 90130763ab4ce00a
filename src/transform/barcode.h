#ifndef MH_TRANSFORM_BARCODE_H
#define MH_TRANSFORM_BARCODE_H

/*
 * Extension functions of the stylesheets, namespace urn:masthead:xslt:1: bar codes as SVG drawings,
 * encoded by zint. Private to transform.
 */

/**
 * Registers with libxslt (process-wide, once):
 * code39(text) - Code 39 bars of text, with or without its start and stop "*";
 * qr(text)     - QR code of text, error correction M.
 * Both give an svg:svg element that scales to any box, or nothing for a text they cannot encode.
 */
void barcode_register(void);

#endif
