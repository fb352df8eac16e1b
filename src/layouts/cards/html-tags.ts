/** The marks of Markdown that the HTML in a card can have, and their tags. */
export const HTML_TAGS = { emphasis: 'em', strong: 'strong', delete: 'del' } as const;
