/** Reasons of mistakes that are sometimes invalid YAML, and sometimes YAML with another meaning. */

/** `title:Credits` */
export const NO_SPACE_AFTER_COLON = 'missing space after the colon of a key';

/** `title = Credits` */
export const EQUALS_SIGN = 'a key ends with a colon, not with =';

/** `title： Credits` */
export const FULLWIDTH_COLON = 'a key ends with ":", not with "："';

/** `- Astro: the framework` */
export const COLON_WITHOUT_QUOTES = 'a value without quotes cannot contain ": "';
