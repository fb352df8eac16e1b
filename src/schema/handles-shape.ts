import { forgeNames, HANDLE_PLACEHOLDER } from '../model/handle-url.ts';
import { shorten } from '../text/shorten.ts';
import type { Page } from '../types.ts';
import { optional, required } from './field.ts';
import { oneOf } from './scalar-shapes.ts';
import { refine, type Shape } from './shape.ts';
import { byKind } from './shapes/by-kind.ts';
import { map } from './shapes/map.ts';
import { url } from './url-shape.ts';

const EXAMPLE = `https://example.com/${HANDLE_PLACEHOLDER}`;

/** What is written in place of `{handle}`: another name in braces or angle brackets, or `:user`. */
const OTHER_PLACEHOLDER = /\$?\{[^{}]*\}+|<[^<>]*>|(?<=\/)[:$]\w+|%s/;

/** A URL that contains `{handle}`. */
const template: Shape<string> = refine(url, {
  noun: `a URL with ${HANDLE_PLACEHOLDER}`,
  read(node, scope, read) {
    if (node.kind !== 'scalar') return read(node, scope);
    if (!node.value.includes(HANDLE_PLACEHOLDER)) {
      const other = OTHER_PLACEHOLDER.exec(node.value)?.[0];
      const help = other
        ? `write ${HANDLE_PLACEHOLDER} instead of ${other}`
        : `write ${HANDLE_PLACEHOLDER} in place of the handle: ${EXAMPLE}`;
      const message = `"${shorten(node.value)}" does not contain ${HANDLE_PLACEHOLDER}`;
      scope.report('bad-value', node, { message, help });
      return;
    }
    // Braces are not allowed in a host.
    const filled = node.value.replaceAll(HANDLE_PLACEHOLDER, 'handle');
    const report = ((code, range, args) =>
      scope.report(
        code,
        range,
        'url' in args ? { ...args, url: node.value } : args,
      )) as typeof scope.report;
    const isRead = read({ ...node, value: filled }, { ...scope, report }) !== undefined;
    return isRead ? node.value.trim() : undefined;
  },
  schema: (schema) => ({
    ...schema,
    allOf: [
      {
        type: 'string',
        pattern: HANDLE_PLACEHOLDER.replace(/[{}]/g, '\\$&'),
        patternErrorMessage: `A URL with ${HANDLE_PLACEHOLDER}.`,
      },
    ],
  }),
});

const templateFields = {
  url: required(template, 'The URL of a profile, with {handle} in it.', {
    alias: ['href', 'link', 'profile', 'template', 'host', 'site'],
  }),
  avatar: optional(template, 'The URL of a picture, with {handle} in it.', {
    alias: ['image', 'picture', 'photo', 'icon', 'logo'],
  }),
};

const forge = refine(oneOf(forgeNames), {
  read(node, scope, read) {
    if (node.kind !== 'scalar' || !/[:/{.]/.test(node.value)) return read(node, scope);
    const name = forgeNames.find((each) => node.value.includes(each));
    const help = name
      ? `write "handles: ${name}"`
      : `write a map: "handles: { url: '${EXAMPLE}' }"`;
    const message = `"${shorten(node.value)}" is not the name of a forge`;
    scope.report('bad-value', node, { message, help });
    return;
  },
});

const isForge = (key: string) => (forgeNames as readonly string[]).includes(key);

/** Where handles lead: a forge, or the URLs of another site. */
export const handles: Shape<NonNullable<Page['handles']>> = byKind(
  'the name of a forge, or a map with a "url"',
  {
    scalar: forge,
    map: map('a map of URLs', templateFields, {
      elsewhere: ({ key }) => (isForge(key) ? `write "handles: ${key}"` : undefined),
      explains: (_, { entries }) => entries.some(({ key }) => isForge(key)),
    }),
  },
);
