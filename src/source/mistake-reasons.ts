/** Reasons of mistakes that are sometimes invalid YAML, and sometimes YAML with another meaning. */

/** `title:Credits` */
export const NO_SPACE_AFTER_COLON = 'missing space after the colon of a key';

/** `- Astro: the framework` */
export const COLON_WITHOUT_QUOTES = 'a value without quotes cannot contain ": "';
