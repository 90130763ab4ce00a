/* Which object may stand where (XSL 1.1 §6.2 and the "Contents" of each object). */

#include "fo/treebuild.h"

#define BIT(type) (UINT64_C(1) << (type))

G_STATIC_ASSERT(FO_TYPE_COUNT <= 64);

#define NEUTRAL                                                                                    \
    (BIT(FO_WRAPPER) | BIT(FO_MARKER) | BIT(FO_RETRIEVE_MARKER) | BIT(FO_RETRIEVE_TABLE_MARKER)    \
     | BIT(FO_FLOAT))
#define BLOCKS                                                                                     \
    (BIT(FO_BLOCK) | BIT(FO_BLOCK_CONTAINER) | BIT(FO_TABLE_AND_CAPTION) | BIT(FO_TABLE)           \
     | BIT(FO_LIST_BLOCK) | NEUTRAL)
#define INLINES                                                                                    \
    (BIT(FO_TEXT) | BIT(FO_INLINE) | BIT(FO_INLINE_CONTAINER) | BIT(FO_CHARACTER)                  \
     | BIT(FO_BIDI_OVERRIDE) | BIT(FO_PAGE_NUMBER) | BIT(FO_PAGE_NUMBER_CITATION)                  \
     | BIT(FO_PAGE_NUMBER_CITATION_LAST) | BIT(FO_FOOTNOTE) | BIT(FO_BASIC_LINK) | BIT(FO_LEADER)  \
     | BIT(FO_EXTERNAL_GRAPHIC) | BIT(FO_INSTREAM_FOREIGN_OBJECT))
#define ANYTHING (BLOCKS | INLINES)

static const uint64_t children[FO_TYPE_COUNT] = {
    [FO_ROOT] = BIT(FO_LAYOUT_MASTER_SET) | BIT(FO_DECLARATIONS) | BIT(FO_BOOKMARK_TREE)
                | BIT(FO_PAGE_SEQUENCE),
    [FO_LAYOUT_MASTER_SET] = BIT(FO_SIMPLE_PAGE_MASTER) | BIT(FO_PAGE_SEQUENCE_MASTER),
    [FO_SIMPLE_PAGE_MASTER] = BIT(FO_REGION_BODY) | BIT(FO_REGION_BEFORE) | BIT(FO_REGION_AFTER)
                              | BIT(FO_REGION_START) | BIT(FO_REGION_END),
    [FO_PAGE_SEQUENCE_MASTER] = BIT(FO_SINGLE_PAGE_MASTER_REFERENCE)
                                | BIT(FO_REPEATABLE_PAGE_MASTER_REFERENCE)
                                | BIT(FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES),
    [FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES] = BIT(FO_CONDITIONAL_PAGE_MASTER_REFERENCE),
    [FO_PAGE_SEQUENCE] = BIT(FO_TITLE) | BIT(FO_STATIC_CONTENT) | BIT(FO_FLOW),
    [FO_TITLE] = ANYTHING,
    [FO_STATIC_CONTENT] = BLOCKS,
    [FO_FLOW] = BLOCKS,
    [FO_BLOCK] = ANYTHING,
    [FO_BLOCK_CONTAINER] = BLOCKS,
    [FO_INLINE] = ANYTHING,
    [FO_INLINE_CONTAINER] = BLOCKS,
    [FO_BIDI_OVERRIDE] = ANYTHING,
    [FO_BASIC_LINK] = ANYTHING,
    [FO_LEADER] = INLINES | NEUTRAL,
    [FO_LIST_BLOCK] = BIT(FO_LIST_ITEM) | NEUTRAL,
    [FO_LIST_ITEM] = BIT(FO_LIST_ITEM_LABEL) | BIT(FO_LIST_ITEM_BODY) | NEUTRAL,
    [FO_LIST_ITEM_LABEL] = BLOCKS,
    [FO_LIST_ITEM_BODY] = BLOCKS,
    [FO_TABLE_AND_CAPTION] = BIT(FO_TABLE_CAPTION) | BIT(FO_TABLE) | NEUTRAL,
    [FO_TABLE_CAPTION] = BLOCKS,
    [FO_TABLE] = BIT(FO_TABLE_COLUMN) | BIT(FO_TABLE_HEADER) | BIT(FO_TABLE_FOOTER)
                 | BIT(FO_TABLE_BODY) | NEUTRAL,
    [FO_TABLE_HEADER] = BIT(FO_TABLE_ROW) | BIT(FO_TABLE_CELL) | NEUTRAL,
    [FO_TABLE_FOOTER] = BIT(FO_TABLE_ROW) | BIT(FO_TABLE_CELL) | NEUTRAL,
    [FO_TABLE_BODY] = BIT(FO_TABLE_ROW) | BIT(FO_TABLE_CELL) | NEUTRAL,
    [FO_TABLE_ROW] = BIT(FO_TABLE_CELL) | NEUTRAL,
    [FO_TABLE_CELL] = BLOCKS,
    [FO_FOOTNOTE] = BIT(FO_INLINE) | BIT(FO_FOOTNOTE_BODY),
    [FO_FOOTNOTE_BODY] = BLOCKS,
    [FO_FLOAT] = BLOCKS,
    [FO_MARKER] = ANYTHING,
    [FO_RETRIEVE_MARKER] = ANYTHING,
    [FO_RETRIEVE_TABLE_MARKER] = ANYTHING,
    [FO_BOOKMARK_TREE] = BIT(FO_BOOKMARK),
    [FO_BOOKMARK] = BIT(FO_BOOKMARK) | BIT(FO_BOOKMARK_TITLE),
    [FO_BOOKMARK_TITLE] = BIT(FO_TEXT),
};

fo_fit fo_model_fit(const fo_node *parent, fo_type child)
{
    while (parent->type == FO_WRAPPER && parent->parent)
        parent = parent->parent;
    uint64_t allowed = children[parent->type];
    if ((allowed & BIT(child)) != 0)
        return FO_FIT_YES;
    bool takes_blocks = (allowed & BIT(FO_BLOCK)) != 0;
    return takes_blocks && (INLINES & BIT(child)) != 0 ? FO_FIT_AS_BLOCK : FO_FIT_NO;
}

bool fo_type_is_inline(fo_type type)
{
    return (INLINES & BIT(type)) != 0;
}
