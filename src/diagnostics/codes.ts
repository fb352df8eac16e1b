/**
 * Every diagnostic there is: its code, how grave it is, and its words. What a code means at
 * length, with an example, stands in `explanations.ts`.
 */

interface Wording<Args> {
  severity: 'error' | 'warning';
  /** What is wrong, in one line, without a full stop. */
  message(args: Args): string;
  /** What to do about it, in one line, without a full stop. */
  help(args: Args): string;
}

function error<Args>(
  message: Wording<Args>['message'],
  help: Wording<Args>['help'],
): Wording<Args> {
  return { severity: 'error', message, help };
}

function warning<Args>(
  message: Wording<Args>['message'],
  help: Wording<Args>['help'],
): Wording<Args> {
  return { severity: 'warning', message, help };
}

const files = {
  'source-missing': error<{ looked?: string; near?: string }>(
    ({ looked }) => (looked ? `there is no ${looked} here` : 'there is no such file'),
    ({ looked, near }) =>
      near
        ? `did you mean "starlight-credits ${near}"?`
        : looked
          ? 'run the command where your credits.yaml is, or name the file: starlight-credits docs/credits.yaml'
          : 'check the path of the source',
  ),
  'source-unreadable': error<{ reason: string }>(
    ({ reason }) => `the source cannot be read: ${reason}`,
    () => 'name a file that you may read, or - for standard input',
  ),
  'source-not-utf8': error<object>(
    () => 'the source is not UTF-8',
    () => 'save the file as UTF-8',
  ),
  'source-too-deep': error<object>(
    () => 'the source is nested too deep',
    () => 'a page needs no more than a dozen levels; look for brackets or quotes that repeat',
  ),
  'source-empty': error<object>(
    () => 'the source is empty',
    () => 'begin with the page\'s title, for example "title: Credits"',
  ),
  'source-exists': error<{ command: string; force?: boolean }>(
    () => 'there is a source here already',
    ({ command, force }) =>
      `write its page with "${command}"; to begin anew, ${force ? 'use --force' : 'remove the file first'}`,
  ),
  'source-unwritable': error<{ reason: string }>(
    ({ reason }) => `the source cannot be written: ${reason}`,
    () => 'check who may write in the current folder',
  ),
  'page-unreadable': error<{ reason: string }>(
    ({ reason }) => `the page cannot be read: ${reason}`,
    () => 'name a Markdown or MDX file that you may read',
  ),
  'page-frontmatter': error<{ reason: string }>(
    ({ reason }) => `the front matter cannot be read: ${reason}`,
    () => 'mend it first; a site would not build with it either',
  ),
  'page-mdx': error<{ reason: string }>(
    ({ reason }) => `this is not MDX: ${reason}`,
    () => 'mend it first, or rename the file if it is Markdown',
  ),
  'page-too-deep': error<object>(
    () => 'the page is nested too deep',
    () => 'look for quotes or lists that repeat',
  ),
  'page-exists': error<{ command: string }>(
    () => 'there is a credits page already',
    ({ command }) => `turn it into a source with "${command}"`,
  ),
};

const yaml = {
  'yaml-syntax': error<{ reason: string }>(
    ({ reason }) => reason,
    () => 'see what stands just before this place: a quote, a bracket or an indent may be amiss',
  ),
  'yaml-quote': error<{ text: string; reason: string }>(
    ({ reason }) => reason,
    ({ text }) => `quote it: ${text}`,
  ),
  'yaml-unclosed': error<{ mark: string; close: string }>(
    ({ mark }) => `this ${mark} is never closed`,
    ({ mark, close }) =>
      mark === close
        ? `close it with ${close}, and indent the lines that follow the first; if the ${mark} is part of the text, quote the whole`
        : `close it with ${close}; if this is text, quote it`,
  ),
  'yaml-escape': error<{ sequence: string }>(
    ({ sequence }) => `"${sequence}" means nothing in double quotes`,
    ({ sequence }) => `write \\${sequence}, or put the text in single quotes`,
  ),
  'yaml-tab': error<object>(
    () => 'a tab cannot indent YAML',
    () => 'indent with spaces',
  ),
  'yaml-indent': error<{ reason: string }>(
    ({ reason }) => reason,
    () => 'keys of one map start at the same column, and so do the dashes of one list',
  ),
  'yaml-conflict': error<object>(
    () => 'a merge conflict was left in the file',
    () => 'keep one side and remove the lines that start with <<<<<<<, ======= and >>>>>>>',
  ),
  'yaml-documents': error<object>(
    () => 'a second YAML document starts here',
    () => 'keep one document to a file, and remove the line "---" or "..."',
  ),
  'yaml-alias': error<{ name: string }>(
    ({ name }) => `no anchor "&${name}" stands before this alias`,
    ({ name }) => `if it is text that starts with *, quote it: "*${name}"`,
  ),
  'yaml-alias-cycle': error<{ name: string }>(
    ({ name }) => `the alias "*${name}" stands inside its own anchor`,
    () => 'write the value out instead',
  ),
  'yaml-alias-bomb': error<{ name: string }>(
    ({ name }) =>
      `written out, the aliases of this file would fill more than a page, "*${name}" most of all`,
    () => 'write the values out, or use fewer aliases inside of anchors',
  ),
  'yaml-tag': error<{ tag: string }>(
    ({ tag }) => `the YAML tag "${tag}" has no meaning here`,
    () => 'remove it; if it is text that starts with !, quote it',
  ),
};

const keys = {
  'duplicate-key': error<{ key: string; line: number }>(
    ({ key, line }) => `the key "${key}" is already on line ${line}`,
    () => 'keep one of the two',
  ),
  'unknown-key': error<{ key: string; noun: string; near?: string; known: readonly string[] }>(
    ({ key, noun }) => `"${key}" is no key of ${noun}`,
    ({ near, known }) => (near ? `did you mean "${near}"?` : `the keys are ${known.join(', ')}`),
  ),
  'missing-key': error<{ key: string; or?: string; noun: string; blank?: boolean }>(
    ({ key, or, noun }) => `${noun} needs a "${key}"${or ? ` or a "${or}"` : ''}`,
    ({ key, blank }) =>
      blank ? `write something after "${key}:", in quotes if it starts with #` : `add "${key}: …"`,
  ),
  'page-key': error<{ key: string }>(
    ({ key }) => `"${key}" belongs to the page, not to a section`,
    ({ key }) => `move "${key}" to the top of the file, without an indent`,
  ),
  'nested-credits': error<object>(
    () => 'credits are nested one level deep at most',
    () => 'move these credits up one level, or give them a section of their own',
  ),
  'frontmatter-key': error<{ key: string }>(
    ({ key }) => `"${key}" is written from the page's own "${key}"`,
    ({ key }) => `move "${key}" out of "frontmatter", to the top of the file`,
  ),
};

const values = {
  'wrong-type': error<{ expected: string; found: string }>(
    ({ expected, found }) => `expected ${expected}, found ${found}`,
    ({ expected, found }) =>
      expected.startsWith('a list') && found !== 'nothing'
        ? 'start each item of a list with "- "'
        : expected.startsWith('text') && /^a (?:map|list)$/.test(found)
          ? 'if this is one text, quote the whole'
          : `write ${expected}`,
  ),
  'unknown-value': error<{ value: string; near?: string; known: readonly string[] }>(
    ({ value, known }) => `"${value}" is not one of ${known.join(', ')}`,
    ({ near, known }) => (near ? `did you mean "${near}"?` : `use ${known.join(' or ')}`),
  ),
  'bad-value': error<{ message: string; help: string }>(
    ({ message }) => message,
    ({ help }) => help,
  ),
  'url-no-scheme': warning<{ url: string }>(
    ({ url }) => `"${url}" is a path on your own site`,
    ({ url }) =>
      url.includes('@')
        ? `write "mailto:${url}" if it is a mail address, else "./${url}"`
        : `write "https://${url}" if you mean another one, else "./${url}"`,
  ),
  'url-scheme': error<{ scheme: string }>(
    ({ scheme }) => `"${scheme}" is not allowed in a URL`,
    () => 'use http:, https:, mailto: or a relative URL',
  ),
  'person-near-id': warning<{ text: string; id: string }>(
    ({ text, id }) => `"${text}" is no id in "people", but "${id}" is`,
    ({ text, id }) => `write "${id}" if you mean that person; else write {name: ${text}}`,
  ),
};

const text = {
  'text-empty': error<object>(
    () => 'this text shows nothing',
    () => 'write something that can be seen',
  ),
  'text-control': error<{ codePoint: string; name: string }>(
    ({ codePoint, name }) => `${codePoint} (${name}) cannot be shown in a page`,
    ({ codePoint }) => `remove ${codePoint}`,
  ),
  'text-invisible': warning<{ codePoint: string }>(
    ({ codePoint }) => `${codePoint} is in this text, which nobody can see`,
    ({ codePoint }) => `remove ${codePoint}, if it is not there on purpose`,
  ),
  'text-mojibake': warning<{ meant: string }>(
    () => 'this text looks as if it was read in the wrong encoding',
    ({ meant }) => `did you mean "${meant}"?`,
  ),
  'text-nfc': warning<object>(
    () => 'this text is not in Unicode normal form NFC, so that a search may not find it',
    () => 'write it in Unicode normal form NFC',
  ),
};

const headings = {
  'heading-depth': error<{ depth: number; path?: string }>(
    ({ depth, path }) =>
      `this heading would be of level ${depth}${path === undefined ? '' : ` in ${path}`}, and HTML has six`,
    ({ path }) =>
      path === undefined
        ? 'move the section up, or leave out the title of one around it'
        : `move the region in ${path} below a heading that is further up`,
  ),
  'heading-no-id': warning<{ title: string }>(
    ({ title }) => `the heading "${title}" has no letter or digit, and so nothing can link to it`,
    () => 'add a word to the title',
  ),
};

const markdown = {
  'markdown-html': error<object>(
    () => 'raw HTML is not allowed in Markdown',
    () => 'escape it with a backslash, as in \\<b>, or say "html: true" at the top of the file',
  ),
  'markdown-block': error<{ construct: string; remedy: string }>(
    ({ construct }) => `this would be ${construct}, and only a single line of text fits here`,
    ({ remedy }) => remedy,
  ),
  'markdown-definition': error<object>(
    () => 'only a single line of text fits here, and no definition',
    () => 'write the link in place: [label](url)',
  ),
  'markdown-too-long': error<object>(
    () => 'this paragraph has more than 10,000 marks in it',
    () => 'divide it into paragraphs, or make the credits in it a list',
  ),
  'mdx-syntax': error<{ reason: string }>(
    ({ reason }) => `not valid MDX: ${reason}`,
    () =>
      'with "html: true" the Markdown of an .mdx page is MDX: close each tag and escape a { or < that is text',
  ),
};

const layouts = {
  'layout-cards': error<object>(
    () => 'cards are components, which an .md page cannot hold',
    () => 'give the page a name that ends in .mdx, or use the layout list, names or table',
  ),
  'card-links': warning<object>(
    () => 'the card of a credit with a "url" is one link, so the links in here are not shown',
    () => 'leave out the "url", so that the card can hold links, or use another layout',
  ),
  'card-content': error<{ construct: string }>(
    ({ construct }) => `${construct} cannot stand in a card that is a link`,
    () => 'leave out the "url", so that the card can hold it, or use another layout',
  ),
  'table-cell': error<{ construct: string; remedy: string }>(
    ({ construct }) => `${construct} cannot stand in a table`,
    ({ remedy }) => remedy,
  ),
};

const output = {
  'output-extension': error<{ path: string }>(
    ({ path }) => `"${path}" does not end in .md or .mdx`,
    () => 'give the page a name like credits.md or credits.mdx',
  ),
  'output-outside': error<{ path: string; root: string }>(
    ({ path, root }) => `"${path}" is outside of ${root === '.' ? 'the current folder' : root}`,
    () => 'choose a path inside the repository, or use -o to write anywhere',
  ),
  'output-source': error<{ path: string }>(
    ({ path }) => `"${path}" is a source, which the page would replace`,
    () => 'give the page a name of its own',
  ),
  'output-twice': error<{ path: string; other?: string }>(
    ({ path, other }) => `${other ?? 'another view'} writes ${path}, too`,
    ({ other }) =>
      other === undefined
        ? 'give each view a file, or a region of a file, of its own'
        : 'give each source an "output" of its own',
  ),
  'view-section': error<{ title: string; near?: string; known: readonly string[] }>(
    ({ title }) => `no section has the title "${title}"`,
    ({ near, known }) =>
      near !== undefined
        ? `did you mean "${near}"?`
        : known.length > 0
          ? `the titles are ${known.join(', ')}`
          : 'give the page a section with this title',
  ),
  'region-host': error<{ path: string; reason: string }>(
    ({ path, reason }) => `${path} cannot hold a region: ${reason}`,
    () => 'a region is a part of a file that is there before; leave "region" out to write the file',
  ),
  'region-missing': error<{ path: string; start: string; end: string; hidden?: number }>(
    ({ path, start, hidden }) =>
      hidden
        ? `"${start}" in line ${hidden} of ${path} is no marker where it stands`
        : `${path} has no line "${start}"`,
    ({ start, end, hidden }) =>
      hidden
        ? 'put both markers outside of code, lists, quotes, comments and front matter, each in a line of its own'
        : `put two lines where the region is to be: ${start} and ${end}`,
  ),
  'region-markers': error<{ message: string; help: string }>(
    ({ message }) => message,
    ({ help }) => help,
  ),
  'region-content': error<{ path: string }>(
    ({ path }) => `what the page holds would change where its region in ${path} ends`,
    () =>
      'begin the lines of the markers without spaces, close all that raw HTML opens, and use no colons that end an aside around the region',
  ),
  'output-unwritable': error<{ reason: string }>(
    ({ reason }) => `the page cannot be written: ${reason}`,
    () => 'check the path and who may write there',
  ),
  'out-of-date': error<{ command: string; missing: boolean }>(
    ({ missing }) => (missing ? 'the page does not exist yet' : 'the page is out of date'),
    ({ command }) => `run "${command}"`,
  ),
};

/** The diagnostics by topic, in the order in which `explain` lists them. */
export const topics = {
  Files: files,
  YAML: yaml,
  Keys: keys,
  Values: values,
  Text: text,
  Headings: headings,
  Markdown: markdown,
  Layouts: layouts,
  Output: output,
};

export const codes = {
  ...files,
  ...yaml,
  ...keys,
  ...values,
  ...text,
  ...headings,
  ...markdown,
  ...layouts,
  ...output,
};

export type Code = keyof typeof codes;
export type Args<C extends Code> = Parameters<(typeof codes)[C]['message']>[0];
