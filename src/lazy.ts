/**
 * Loads a package when it is first needed, and without waiting, so that a parser can stay
 * synchronous as unified wants it. Node loads ES modules this way from 20.19 and 22.12 on.
 */
import { createRequire } from 'node:module';

export const lazy = createRequire(import.meta.url);
