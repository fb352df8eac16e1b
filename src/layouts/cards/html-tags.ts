/** The HTML tags in the text of cards, by the types of their nodes. */
export const HTML_TAGS = { emphasis: 'em', strong: 'strong', delete: 'del' } as const;

/** The element of the people, the version and the license in a card. */
export const SMALL = 'small';

export const LINE_BREAK = '<br />';
