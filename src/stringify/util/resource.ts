import type { Image, Link } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import { destination } from './destination.ts';

/** Writes a link or an image: `[label](url "title")`. */
export function resource(
  opening: '[' | '![',
  { type, url, title }: Image | Link,
  label: (info: Info) => string,
  state: State,
  info: Info,
): string {
  const tracker = state.createTracker(info);
  const exit = state.enter(type);
  const exitLabel = state.enter('label');
  const start = tracker.move(opening);
  const text = tracker.move(label({ before: start, after: '](', ...tracker.current() }));
  exitLabel();
  // At the start of a line, `]:` in code would start a definition. An enclosed URL prevents that.
  const end = tracker.move(`](${destination(url, /\]:/.test(text.replace(/\\./g, '')))}`);
  const quoted = title ? tracker.move(` ${quoteTitle(title, state, tracker.current())}`) : '';
  exit();
  return `${start}${text}${end}${quoted})`;
}

/** Quotes a title with the quotes that need fewer escapes, as Prettier does. */
function quoteTitle(
  title: string,
  state: State,
  position: Pick<Info, 'now' | 'lineShift'>,
): string {
  const preferred = state.options.quote === "'" ? "'" : '"';
  const alternative = preferred === '"' ? "'" : '"';
  const mark = title.includes(preferred) && !title.includes(alternative) ? alternative : preferred;
  const exit = state.enter(mark === '"' ? 'titleQuote' : 'titleApostrophe');
  const text = state.safe(title, { before: mark, after: mark, ...position });
  exit();
  return mark + text + mark;
}
