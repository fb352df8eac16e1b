/** The HTML tags in the text of cards, by the types of their nodes. */
export const HTML_TAGS = { emphasis: 'em', strong: 'strong', delete: 'del' } as const;
