#ifndef MH_TRANSFORM_NUMBERING_H
#define MH_TRANSFORM_NUMBERING_H

/**
 * Adds two XPath functions to libxslt, for the process: which printed numbers count by themselves.
 * They take and give elements without a namespace.
 *
 * {urn:masthead:xslt:1}lists(groups): a group has an element for each number, with the number as
 * text and a name in of. Gives an element for each longest run of a group that counts; with whole,
 * only for a group that is one such run. Numbers in no run cannot be counted ("12 bis.").
 *
 *     <group level="1" whole="1"><number of="x">(a)</number></group>
 *     <list level="1" start="1" format="lowerLetter" before="(" after=")"><number of="x"/></list>
 *
 * {urn:masthead:xslt:1}outline(headings): a heading has its level (1 to 9) in level and its printed
 * number, or nothing, as text. Gives an element for each level whose numbers count, from 1 anew
 * after each counted heading of a higher level.
 *
 *     <heading level="2">A.</heading>
 *     <level n="2" start="1" format="upperLetter" before="" after="."/>
 *
 * format is a name of mh_numeral_name().
 */
void numbering_register(void);

#endif
