/** Recognizes handles, which are links if the page has a target for them. */
import { handleUrl } from '../../model/handle-url.ts';
import { delimitedPattern, HANDLE } from './delimiters.ts';
import { isLiteralAutolink, NODE_PATTERN, nodeAt, type Phrase, readLink } from './phrase.ts';

const WRITTEN = `@[^()@\\s]+|${NODE_PATTERN}`;

const AFTER_NAME = new RegExp(`^${delimitedPattern(HANDLE, `(${WRITTEN})`)}`);
const AT_END = new RegExp(`^(.*?)${delimitedPattern(HANDLE, `(${WRITTEN})`)}$`);
const AT_START = new RegExp(`^(${WRITTEN})(?= |$)`);

/** A handle, and the part of the line that it was split from. */
interface SplitHandle {
  handle?: string;
  rest: string;
}

/** Splits what follows a name into the handle of a person and the rest. */
export function splitHandle(rest: string, phrase: Phrase): SplitHandle {
  return splitMatch(AFTER_NAME.exec(rest), rest, phrase);
}

/** Splits a line without its name into the handle of a person and the rest. */
export function splitBareHandle(line: string, phrase: Phrase): SplitHandle {
  return splitMatch(AT_START.exec(line), line, phrase);
}

function splitMatch(match: RegExpExecArray | null, text: string, phrase: Phrase): SplitHandle {
  const [written = '', content] = match ?? [];
  const handle = content === undefined ? undefined : readHandle(content, phrase);
  return handle === undefined ? { rest: text } : { handle, rest: text.slice(written.length) };
}

/** Splits a person into the handle in parentheses at the end and the name before it. */
export function splitHandleAtEnd(text: string, phrase: Phrase): SplitHandle {
  const [, before, content] = AT_END.exec(text) ?? [];
  const handle = content === undefined ? undefined : readHandle(content, phrase);
  return handle === undefined || before === undefined ? { rest: text } : { handle, rest: before };
}

/** Returns a handle, or `undefined` if it is not written as a page with these `handles` shows it. */
function readHandle(written: string, phrase: Phrase): string | undefined {
  const { page } = phrase;
  const node = nodeAt(phrase, written);
  if (!node) {
    const handle = written.slice(1).replace(/\\(?=[_*~-])/g, '');
    return handleUrl(handle, page.handles) === undefined ? handle : undefined;
  }
  const link = isLiteralAutolink(node) ? undefined : readLink(node, page);
  const handle = link && handleIn(link.label);
  return handle !== undefined && link?.url === handleUrl(handle, page.handles) ? handle : undefined;
}

/** Returns the handle that a text consists of, or `undefined` if it is another text. */
export function handleIn(text: string): string | undefined {
  return /^@([^\s@]\S*)$/.exec(text)?.[1];
}
