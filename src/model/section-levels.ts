/** The heading level of a page's own sections. */
export const FIRST_LEVEL = 2;

/** The deepest heading level of HTML. */
export const LAST_LEVEL = 6;
