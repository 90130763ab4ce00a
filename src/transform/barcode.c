#include "transform/barcode.h"

#include <glib.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/variables.h>
#include <zint.h>

#include "base/xml.h"

#define NS_MHX "urn:masthead:xslt:1"
#define NS_SVG "http://www.w3.org/2000/svg"

enum {
    /* Longer texts do not fit the first page's foot. */
    TEXT_MAX_BYTES = 400,
    /* Level M of ISO/IEC 18004: 15 % of the code may be damaged. */
    QR_LEVEL_M = 2,
};

static void set_number(xmlNode *element, const char *name, float value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(text, sizeof text, "%.7g", (double)value);
    xmlNewProp(element, MH_XML(name), MH_XML(text));
}

static xmlNode *draw(const struct zint_vector *vector, xmlDoc *doc)
{
    xmlNode *svg = xmlNewDocNode(doc, NULL, MH_XML("svg"), NULL);
    xmlSetNs(svg, xmlNewNs(svg, MH_XML(NS_SVG), NULL));
    char box[2 * G_ASCII_DTOSTR_BUF_SIZE + 8];
    char width[G_ASCII_DTOSTR_BUF_SIZE];
    char height[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(width, sizeof width, "%.7g", (double)vector->width);
    g_ascii_formatd(height, sizeof height, "%.7g", (double)vector->height);
    (void)g_snprintf(box, sizeof box, "0 0 %s %s", width, height);
    xmlNewProp(svg, MH_XML("width"), MH_XML(width));
    xmlNewProp(svg, MH_XML("height"), MH_XML(height));
    xmlNewProp(svg, MH_XML("viewBox"), MH_XML(box));
    /* The box is filled whatever its shape; the caller keeps a QR code square. */
    xmlNewProp(svg, MH_XML("preserveAspectRatio"), MH_XML("none"));
    for (const struct zint_vector_rect *bar = vector->rectangles; bar; bar = bar->next) {
        xmlNode *rect = xmlNewChild(svg, svg->ns, MH_XML("rect"), NULL);
        set_number(rect, "x", bar->x);
        set_number(rect, "y", bar->y);
        set_number(rect, "width", bar->width);
        set_number(rect, "height", bar->height);
    }
    return svg;
}

static xmlNode *encode(int symbology, const char *text, xmlDoc *doc)
{
    struct zint_symbol *symbol = ZBarcode_Create();
    symbol->symbology = symbology;
    symbol->show_hrt = 0;
    if (symbology == BARCODE_QRCODE)
        symbol->option_1 = QR_LEVEL_M;
    int error = ZBarcode_Encode_and_Buffer_Vector(symbol, (const unsigned char *)text,
                                                  (int)strlen(text), 0);
    xmlNode *svg = error < ZINT_ERROR && symbol->vector ? draw(symbol->vector, doc) : NULL;
    ZBarcode_Delete(symbol);
    return svg;
}

/* Pops the text and pushes the drawing; the drawing lives in a result tree fragment of the run. */
static void call(xmlXPathParserContext *parser, int argument_count, int symbology)
{
    if (argument_count != 1) {
        xmlXPathSetArityError(parser);
        return;
    }
    xsltTransformContext *context = xsltXPathGetTransformContext(parser);
    xmlChar *text = xmlXPathPopString(parser);
    xmlNodeSet *result = xmlXPathNodeSetCreate(NULL);
    size_t length = text ? strlen((const char *)text) : 0;
    xmlDoc *fragment = length > 0 && length <= TEXT_MAX_BYTES ? xsltCreateRVT(context) : NULL;
    if (fragment) {
        xsltRegisterLocalRVT(context, fragment);
        xmlNode *svg = encode(symbology, (const char *)text, fragment);
        if (svg) {
            xmlAddChild((xmlNode *)fragment, svg);
            xmlXPathNodeSetAdd(result, svg);
        }
    }
    xmlFree(text);
    xmlXPathReturnNodeSet(parser, result);
}

static void code39(xmlXPathParserContext *parser, int argument_count)
{
    /* zint adds the start and stop signs itself. */
    if (argument_count == 1) {
        xmlChar *text = xmlXPathPopString(parser);
        char *bare = g_strdup(text ? (const char *)text : "");
        size_t length = strlen(bare);
        if (length >= 2 && bare[0] == '*' && bare[length - 1] == '*') {
            bare[length - 1] = '\0';
            memmove(bare, bare + 1, length - 1);
        }
        xmlFree(text);
        valuePush(parser, xmlXPathNewCString(bare));
        g_free(bare);
    }
    call(parser, argument_count, BARCODE_CODE39);
}

static void qr(xmlXPathParserContext *parser, int argument_count)
{
    call(parser, argument_count, BARCODE_QRCODE);
}

void barcode_register(void)
{
    xsltRegisterExtModuleFunction(MH_XML("code39"), MH_XML(NS_MHX), code39);
    xsltRegisterExtModuleFunction(MH_XML("qr"), MH_XML(NS_MHX), qr);
}
