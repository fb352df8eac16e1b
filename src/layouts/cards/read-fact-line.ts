import type { LineParts } from '../../model/imported-page.ts';
import { DOT } from '../shared/delimiters.ts';
import { type Phrase, phraseText } from '../shared/phrase.ts';
import { handleIn } from '../shared/read-handle.ts';
import type { LineStyle } from '../shared/read-parts.ts';
import { readPeople } from '../shared/read-people.ts';
import { isVersion } from '../shared/recognize-text.ts';

/**
 * Returns the parts in `by people · version · license`, or `undefined` if it has other content. A version
 * and a license are written the same, so that other text can be either.
 */
export function readFactLine(phrase: Phrase, { by, and }: LineStyle): LineParts | undefined {
  const [first = '', ...others] = phrase.text.split(DOT);
  const people = first.startsWith(`${by} `)
    ? readPeople(first.slice(by.length + 1), and, phrase, true)
    : undefined;
  const texts = (people ? others : [first, ...others]).map((part) => phraseText(part, phrase));
  if (texts.some((text) => text === undefined || handleIn(text) !== undefined)) return;
  const [text, ...more] = texts as string[];
  const isOnlyLicense = more.length === 0 && !isVersion(text ?? '');
  const version = isOnlyLicense ? undefined : text;
  const license = isOnlyLicense ? text : more.join(DOT);
  return {
    ...(people && { by: people }),
    ...(version !== undefined && { version }),
    ...(license && { license }),
  };
}
