/**
 * All diagnostics by topic: code, severity, message and help. `docs/<code>.md` explains each code with
 * an example.
 */

/** How serious a diagnostic is. Only errors prevent a build. */
export type Severity = 'error' | 'warning' | 'info';

interface Wording<Args> {
  /** `off` for what is only reported if a source says so. */
  severity: Severity | 'off';
  /** One sentence that names the thing and the problem, without a full stop. */
  message(args: Args): string;
  /** The fix: one line in the imperative, without a full stop. */
  help(args: Args): string;
}

/** The version of Starlight whose front matter is known. */
const STARLIGHT_VERSION = '0.42';

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

function info<Args>(message: Wording<Args>['message'], help: Wording<Args>['help']): Wording<Args> {
  return { severity: 'info', message, help };
}

function off<Args>(message: Wording<Args>['message'], help: Wording<Args>['help']): Wording<Args> {
  return { severity: 'off', message, help };
}

/** The maximum number of names that a help line lists. */
const LISTED = 20;

/** Lists names, but not hundreds of them. */
function listSome(names: readonly string[]): string {
  const some = names.slice(0, LISTED).join(', ');
  return names.length > LISTED ? `${some} and ${names.length - LISTED} more` : some;
}

/** Why a file cannot be written. */
interface Unwritable {
  reason: string;
  help?: string | undefined;
}

function helpToWrite({ help = 'check the path and its permissions' }: Unwritable): string {
  return help;
}

const fileCodes = {
  'source-missing': error<{ message: string; help: string }>(
    ({ message }) => message,
    ({ help }) => help,
  ),
  'source-page': error<{ path: string; command: string; isData: boolean }>(
    ({ path, isData }) => `"${path}" is ${isData ? 'not a source' : 'a page, not a source'}`,
    ({ command }) => `turn it into a source with "${command}", or pass the path of a YAML file`,
  ),
  'source-unreadable': error<{ reason: string }>(
    ({ reason }) => `could not read the source: ${reason}`,
    () => 'pass the path of a readable file, or - for standard input',
  ),
  'source-not-utf8': error<object>(
    () => 'the source is not encoded as UTF-8',
    () => 'save the file as UTF-8',
  ),
  'source-too-deep': error<object>(
    () => 'the source is nested too deeply',
    () => 'look for repeated brackets or quotes; a page needs a dozen levels at most',
  ),
  'source-empty': error<object>(
    () => 'the source is empty',
    () => 'start with the title of the page, for example "title: Credits"',
  ),
  'source-both': warning<{ used: string; other: string; paths: string }>(
    ({ used, other }) => `${other} is not built, as the folder also has ${used}`,
    ({ paths }) => `remove or rename one of the two, or build both: starlight-credits ${paths}`,
  ),
  'source-exists': error<{ command: string; force?: boolean }>(
    () => 'the source already exists',
    ({ command, force }) =>
      `build its page with "${command}", or ${force ? 'overwrite it with --force' : 'remove the file to start over'}`,
  ),
  'source-unwritable': error<Unwritable>(
    ({ reason }) => `could not write the source: ${reason}`,
    helpToWrite,
  ),
  'source-uneditable': error<{ reason: string }>(
    ({ reason }) => `could not edit the source: ${reason}`,
    () => 'edit the source by hand',
  ),
  'page-unreadable': error<{ reason: string; near?: string | undefined }>(
    ({ reason }) => `could not read the file to import: ${reason}`,
    ({ near }) =>
      near !== undefined
        ? `did you mean "${near}"?`
        : 'pass the path of a readable Markdown or MDX file, .all-contributorsrc or CITATION.cff',
  ),
  'page-frontmatter': error<{ reason: string }>(
    ({ reason }) => `invalid front matter: ${reason}`,
    () => 'fix it first; a site would also fail to build with it',
  ),
  'page-mdx': error<{ reason: string }>(
    ({ reason }) => `invalid MDX: ${reason}`,
    () => 'fix it first, or use the extension .md if the file is Markdown',
  ),
  'json-syntax': error<{ reason: string; help: string }>(
    ({ reason }) => `invalid JSON: ${reason}`,
    ({ help }) => help,
  ),
  'page-too-deep': error<object>(
    () => 'the page is nested too deeply',
    () => 'look for repeated quotes or lists',
  ),
  'page-exists': error<{ command: string }>(
    () => 'the project already has a credits page',
    ({ command }) => `convert it to a source with "${command}"`,
  ),
};

const yamlCodes = {
  'yaml-syntax': error<{ reason: string; help?: string }>(
    ({ reason }) => reason,
    ({ help = 'check the quotes, brackets and indentation just before this position' }) => help,
  ),
  'yaml-quote': error<{ text: string; reason: string; or?: string }>(
    ({ reason }) => reason,
    ({ text, or }) => `quote it: ${text}${or === undefined ? '' : `, or ${or}`}`,
  ),
  'yaml-unclosed': error<{ mark: string; close: string }>(
    ({ mark }) => `this ${mark} is never closed`,
    ({ mark, close }) =>
      mark === close
        ? `close it with ${close} and indent the lines after the first; if the ${mark} is part of the text, quote the whole value`
        : `close it with ${close}, or quote the value if it is text`,
  ),
  'yaml-escape': error<{ sequence: string }>(
    ({ sequence }) => `unknown escape sequence "${sequence}" in double quotes`,
    ({ sequence }) => `write \\${sequence}, or use single quotes`,
  ),
  'yaml-tab': error<object>(
    () => 'YAML does not allow tabs for indentation',
    () => 'indent with spaces',
  ),
  'yaml-indent': error<{ reason: string; help?: string }>(
    ({ reason }) => reason,
    ({ help = 'align the keys of a map, and the dashes of a list' }) => help,
  ),
  'yaml-conflict': error<object>(
    () => 'the file contains merge conflict markers',
    () => 'keep one side and remove the lines that start with <<<<<<<, ======= and >>>>>>>',
  ),
  'yaml-documents': error<object>(
    () => 'a second YAML document starts here',
    () => 'keep one document per file, and remove the line "---" or "..."',
  ),
  'yaml-alias': error<{ name: string }>(
    ({ name }) => `the alias "*${name}" has no anchor "&${name}" before it`,
    ({ name }) => `define the anchor first, or quote the value if it is text: "*${name}"`,
  ),
  'yaml-alias-cycle': error<{ name: string }>(
    ({ name }) => `the alias "*${name}" is inside its own anchor`,
    () => 'write out the value instead',
  ),
  'yaml-alias-bomb': error<{ name: string }>(
    ({ name }) =>
      `the aliases in this file expand to more than a million characters, mainly "*${name}"`,
    () => 'write out the values, or use fewer aliases inside anchors',
  ),
  'yaml-anchor': warning<{ name: string; text: string }>(
    ({ name }) => `"${name}" is a YAML anchor, not part of the text, and no alias refers to it`,
    ({ text }) => `quote the value if it is text: ${text}, or remove the anchor`,
  ),
  'yaml-comment': warning<{ comment: string; text: string }>(
    ({ comment }) => `"${comment}" is a YAML comment, so it is not part of the text`,
    ({ text }) => `quote the whole text: ${text}; if it is a comment, write a space after the #`,
  ),
  'yaml-folded': warning<{ line: string; style: 'plain' | 'folded' }>(
    ({ line }) => `"${line}" is not a list item, but the next line of the text above`,
    ({ style }) =>
      style === 'folded'
        ? 'write "|" in place of ">" to keep the lines; if it is part of the text, write it at the end of the line above'
        : 'write "|" after the key for a list in Markdown, or "credits:" above nested credits; if it is part of the text, quote the text',
  ),
  'yaml-colon': warning<{
    text: string;
    noun: string;
    isEqualsSign: boolean;
    map: string;
    quoted: string;
  }>(
    ({ text, noun, isEqualsSign }) =>
      `"${text}" is ${noun}, as ${isEqualsSign ? 'a key ends with a colon' : 'there is no space after the colon'}`,
    ({ map, quoted }) => `write "${map}", or quote it if it is text: ${quoted}`,
  ),
  'yaml-merge': error<object>(
    () => 'YAML 1.2 has no merge key "<<"',
    () =>
      'write the keys out, or use an alias of a whole value, as in "style: *name"; keys that start with "x-" are a place for anchors',
  ),
  'yaml-tag': error<{ tag: string; text?: string }>(
    ({ tag }) => `the YAML tag "${tag}" is not supported`,
    ({ text }) =>
      text === undefined
        ? 'remove it'
        : `quote the value if it is text: ${text}, or remove the tag`,
  ),
};

const keyCodes = {
  'duplicate-key': error<{
    key: string;
    line: number;
    /** The other key, if it is spelled differently, and what Astro reads both as. */
    as?: { other: string; read: string };
  }>(
    ({ key, line, as }) =>
      as
        ? `Astro reads the key "${key}" as "${as.read}", like "${as.other}" on line ${line}`
        : `duplicate key "${key}", first used on line ${line}`,
    ({ as }) => (as ? 'keep one of the two, or quote both' : 'keep one of the two'),
  ),
  'unknown-key': error<{
    key: string;
    noun: string;
    near?: string;
    known: readonly string[];
    help?: string;
  }>(
    ({ key, noun }) => `unknown key "${key}" in ${noun}`,
    ({ near, known, help }) =>
      help ?? (near ? `did you mean "${near}"?` : `use one of: ${known.join(', ')}`),
  ),
  'missing-key': error<{
    key: string;
    or?: string;
    noun: string;
    /** The key, if it exists without a value. */
    blank?: string;
    isJson?: boolean;
    help?: string;
  }>(
    ({ key, or, noun }) => `missing key "${key}"${or ? ` or "${or}"` : ''} in ${noun}`,
    ({ key, blank, isJson, help }) => {
      if (help) return help;
      if (blank) return `write a value after "${blank}:", in quotes if it starts with #`;
      return isJson ? `add "${key}": …` : `add "${key}: …"`;
    },
  ),
  'excluded-key': error<{ key: string; beside: string; noun: string; help: string }>(
    ({ key, beside, noun }) => `"${key}" cannot be combined with "${beside}" in ${noun}`,
    ({ help }) => help,
  ),
  'page-key': error<{ key: string }>(
    ({ key }) => `"${key}" is a key of the page, not of a section`,
    ({ key }) => `move "${key}" to the top level of the file`,
  ),
  'nested-credits': error<object>(
    () => 'credits can only be nested one level deep',
    () => 'move these credits up one level, or into a section of their own',
  ),
  'frontmatter-unknown': warning<{
    /** What is unknown, such as `key` or `icon`. */
    kind: string;
    name: string;
    /** The map that has the key. */
    noun?: string;
    near?: string;
    known: readonly string[];
  }>(
    ({ kind, name, noun }) =>
      `unknown ${kind} "${name}"${noun ? ` in ${noun}` : ''}, as of Starlight ${STARLIGHT_VERSION}`,
    ({ kind, near, known }) =>
      near
        ? `did you mean "${near}"?`
        : kind === 'icon'
          ? 'choose one from https://starlight.astro.build/reference/icons/#all-icons'
          : `use one of: ${known.join(', ')}`,
  ),
  'frontmatter-reserved': error<{ key: string }>(
    ({ key }) => `the key "${key}" starts with "${key.slice(0, 3)}", which ends front matter`,
    () => 'rename the key',
  ),
  'frontmatter-rewritten': warning<{ key: string; as: string; text: string }>(
    ({ key, as }) => `Astro reads the key "${key}" as ${as}`,
    ({ text }) => `quote it: ${text}`,
  ),
  'frontmatter-key': error<{ key: string }>(
    ({ key }) => `"${key}" in the front matter comes from the "${key}" of the page`,
    ({ key }) => `move "${key}" out of "frontmatter", to the top level of the file`,
  ),
};

const valueCodes = {
  'wrong-type': error<{ expected: string; found: string; help?: string }>(
    ({ expected, found }) => `expected ${expected}, found ${found}`,
    ({ expected, found, help }) =>
      help ??
      (expected.startsWith('a list') && found !== 'nothing'
        ? 'start each item of a list with "- "'
        : `write ${expected}`),
  ),
  'unknown-value': error<{ value: string; near?: string; known: readonly string[] }>(
    ({ value }) => `unknown value "${value}"`,
    ({ near, known }) => (near ? `did you mean "${near}"?` : `use one of: ${known.join(', ')}`),
  ),
  'bad-value': error<{ message: string; help: string }>(
    ({ message }) => message,
    ({ help }) => help,
  ),
  'url-no-scheme': warning<{ url: string }>(
    ({ url }) => `"${url}" has no scheme, so it is a path on your own site`,
    ({ url }) =>
      url.includes('@')
        ? `write "mailto:${url}" for an email address, or "./${url}" for a path`
        : `write "https://${url}" for another site, or "./${url}" for a path`,
  ),
  'url-scheme': error<{ scheme: string }>(
    ({ scheme }) => `"${scheme}" is not allowed in a URL`,
    () => 'use http:, https:, mailto: or a relative URL',
  ),
  'url-invalid': warning<{ url: string; problem: string; fix: string }>(
    ({ url, problem }) => `"${url}" ${problem}`,
    ({ fix }) => fix,
  ),
  'url-relative': warning<{ url: string }>(
    ({ url }) => `"${url}" is relative, but views in different folders show it`,
    () => 'write a URL that starts with "/" or "https://"',
  ),
  'image-backslash': error<{ path: string }>(
    ({ path }) => `"${path}" contains a backslash`,
    ({ path }) => `separate folders with "/": ${path.replaceAll('\\', '/')}`,
  ),
  'image-missing': error<{ path: string; near?: string; url?: string; isSvg?: boolean }>(
    ({ path }) => `there is no picture "${path}"`,
    ({ near, url, isSvg }) => {
      if (isSvg) return 'save the SVG as a file that ends in .svg, and write the path of the file';
      if (url !== undefined) return `write "${url}" if it is a URL`;
      return near === undefined
        ? 'write a path relative to the source, or a URL'
        : `did you mean "${near}"?`;
    },
  ),
  'image-outside': error<{ path: string; hasGit: boolean }>(
    ({ path, hasGit }) =>
      hasGit
        ? `the picture "${path}" is outside the repository`
        : `the picture "${path}" is outside the folder of the source, and no .git was found in or above it`,
    ({ hasGit }) =>
      hasGit
        ? 'copy it into the repository, or write a URL'
        : 'run "git init" in the root of the project, or copy the picture beside the source',
  ),
  'image-invalid': error<{ path: string; reason: string; remedy: string }>(
    ({ path, reason }) => `"${path}" is not a picture: ${reason}`,
    ({ remedy }) => remedy,
  ),
  'image-name': warning<{ path: string; character: string }>(
    ({ path, character }) => `Astro cannot load "${path}", as its path contains "${character}"`,
    ({ character }) => `rename the file or folder, without "${character}"`,
  ),
  'url-no-site': warning<{ url: string }>(
    ({ url }) => `"${url}" leads to the site, but GitHub reads it as a path in the repository`,
    () => 'set "site" to the URL of the site, such as "site: https://example.com"',
  ),
  'handle-url': warning<{ url: string; handle: string }>(
    ({ url }) => `"${url}" is a URL, not a handle`,
    ({ handle }) => `write "@${handle}", which is how it is read`,
  ),
  'person-several': warning<{ text: string; list: string; isCredit?: boolean }>(
    ({ text }) => `"${text}" is a single name, but it looks like several people`,
    ({ text, list, isCredit }) =>
      `write ${isCredit ? 'a credit for each of' : 'a list:'} ${list}; for one person, write {name: "${text}"}`,
  ),
  'person-handle': warning<{ text: string; meant: string }>(
    ({ text }) => `"${text}" is not a name with a handle`,
    ({ text, meant }) => `write "${meant}"; if it is only a name, write {name: "${text}"}`,
  ),
  'person-address': warning<{ address: string; map: string }>(
    ({ address }) => `"${address}" is shown as part of the name`,
    ({ map }) => `write ${map}`,
  ),
  'person-twice': warning<{ name: string }>(
    ({ name }) => `"${name}" is listed twice`,
    () => 'remove one of the two',
  ),
  'credit-id': warning<{ id: string }>(
    ({ id }) => `"${id}" is an id of "people", but a string credit is only text`,
    ({ id }) => `write "- person: ${id}" to credit this person`,
  ),
  'person-near-id': warning<{ text: string; id: string }>(
    ({ text, id }) => `"${text}" is not an id in "people", but "${id}" is`,
    ({ text, id }) => {
      const other = text.startsWith('@') ? `handle: ${text.slice(1)}` : `name: ${text}`;
      return `write "${id}" for that person, or {${other}} for another person`;
    },
  ),
};

const textCodes = {
  'text-markdown': warning<{ found: string; isLink: boolean }>(
    ({ found }) => `"${found}" is Markdown, but in plain text readers see every character of it`,
    ({ isLink }) =>
      isLink
        ? 'write only the text, and the URL as a "url" if there is such a key'
        : 'write the text without markup',
  ),
  'text-null': warning<{ text: string }>(
    ({ text }) => `"${text}" is read as text`,
    ({ text }) => `remove it if there is no value, or quote it: "${text}"`,
  ),
  'text-empty': error<object>(
    () => 'this text has no visible characters',
    () => 'write text with visible characters',
  ),
  'text-control': error<{ codePoint: string; name: string }>(
    ({ codePoint, name }) => `this text contains ${codePoint}, ${name}`,
    ({ codePoint }) => `remove ${codePoint}`,
  ),
  'text-invisible': warning<{ codePoint: string }>(
    ({ codePoint }) => `this text contains ${codePoint}, an invisible character`,
    ({ codePoint }) => `remove ${codePoint} if it is not intended`,
  ),
  'text-mojibake': warning<{ meant: string }>(
    () => 'this text looks like it was decoded with the wrong encoding',
    ({ meant }) => `did you mean "${meant}"?`,
  ),
  'text-nfc': warning<object>(
    () => 'this text is not in Unicode normalization form NFC, so a search may not find it',
    () => 'convert it to Unicode normalization form NFC',
  ),
};

const languageCodes = {
  'language-unlisted': error<{ tag: string; known: readonly string[]; near?: string }>(
    ({ tag, known }) =>
      known.length > 0
        ? `"${tag}" is not in the "languages" of the page`
        : `a text or view is in "${tag}", but the page has no "languages"`,
    ({ tag, known, near }) =>
      near !== undefined
        ? `did you mean "${near}"?`
        : known.length > 0
          ? `use one of: ${listSome(known)}; or add "${tag}" to "languages"`
          : `list them at the top level, the default first: "languages: [${tag}, …]"`,
  ),
  'language-missing': error<{ tag: string }>(
    ({ tag }) => `this text has no value in "${tag}", the default language`,
    ({ tag }) => `add "${tag}: …", which other languages fall back to`,
  ),
  'language-words': error<{ tag: string; tags: readonly string[]; keys: readonly string[] }>(
    ({ tag, keys }) => `"${tag}" has no built-in words for "${keys.join('" and "')}"`,
    ({ tags, keys }) => {
      const words = `{ ${tags.map((each) => `${each}: …`).join(', ')} }`;
      const style = keys.map((key) => `${key}: ${words}`).join(', ');
      return `set ${keys.length > 1 ? 'them' : 'it'} in the style: "style: { ${style} }"`;
    },
  ),
  'text-untranslated': info<{ tag: string; shown: string; more: number }>(
    ({ tag, shown, more }) =>
      `${more > 0 ? `${more + 1} texts have` : 'this text has'} no value in "${tag}", so pages show ${more > 0 ? 'them' : 'it'} in "${shown}"`,
    ({ tag, more }) =>
      more > 0
        ? `add "${tag}: …" here and to the others, which "starlight-credits lint" lists`
        : `add "${tag}: …", or write the text without a map if it is the same in all languages`,
  ),
};

const headingCodes = {
  'heading-depth': error<{ depth: number; path?: string }>(
    ({ depth, path }) =>
      `heading level ${depth}${path === undefined ? '' : ` in ${path}`} exceeds the maximum of 6`,
    ({ path }) =>
      path === undefined
        ? 'move the section up, or remove the title of a section around it'
        : `move the region in ${path} below a heading of a higher level`,
  ),
  'heading-no-id': warning<{ title: string }>(
    ({ title }) => `the heading "${title}" has no letter or digit, so no link can lead to it`,
    () => 'add a word to the title',
  ),
};

const markdownCodes = {
  'markdown-html': error<object>(
    () => 'raw HTML is not allowed in Markdown',
    () => 'escape it with a backslash, as in \\<b>, or set "html: true" at the top of the file',
  ),
  'markdown-block': error<{ construct: string; remedy: string }>(
    ({ construct }) => `${construct} is not allowed in inline Markdown`,
    ({ remedy }) => remedy,
  ),
  'markdown-definition': error<object>(
    () => 'a link definition is not allowed in inline Markdown',
    () => 'write the link inline: [label](url)',
  ),
  'markdown-reference': warning<{ written: string; name: string; isInline?: boolean }>(
    ({ written, name }) => `"${written}" is text, as the field does not define "${name}"`,
    ({ name, isInline }) =>
      name.startsWith('^')
        ? `${isInline ? 'move the text to an "intro" or "outro"' : `add a line to the field: "[${name}]: text"`}; in text, escape the bracket: \\[`
        : `write the URL in the link: [text](url), or add a line to the field: "[${name}]: url"`,
  ),
  'markdown-unused': warning<{ name: string; isRepeated: boolean }>(
    ({ name, isRepeated }) =>
      isRepeated
        ? `"[${name}]:" is defined twice in this field, and only the first counts`
        : `nothing in this field uses the definition "[${name}]:"`,
    ({ name, isRepeated }) =>
      isRepeated ? 'remove one of the two' : `refer to it with [${name}], or remove it`,
  ),
  'markdown-link': warning<{ written: string }>(
    ({ written }) => `"${written}" is text, not a link`,
    () => 'write a link without spaces: [text](https://example.com)',
  ),
  'markdown-bold': warning<{ written: string }>(
    ({ written }) => `"${written}" is text with asterisks, not bold`,
    () =>
      'move punctuation out of the asterisks, or add a space beside them; in text, escape them: \\*',
  ),
  'markdown-too-long': error<{ reason: string }>(
    ({ reason }) => `this Markdown would take too long to parse: ${reason}`,
    () => 'split it into several paragraphs or sources, or turn it into a list of credits',
  ),
  'markdown-placeholder': warning<{ placeholder: string }>(
    ({ placeholder }) =>
      `Astro replaces "${placeholder}" on a page with pictures, and would render an empty page`,
    () => 'add a space before the equals sign',
  ),
  'aside-icon': warning<{ name: string; near?: string }>(
    ({ name }) =>
      `unknown icon "${name}" in an aside: Starlight ${STARLIGHT_VERSION} would render an empty page`,
    ({ near }) =>
      near
        ? `did you mean "${near}"?`
        : 'choose one from https://starlight.astro.build/reference/icons/#all-icons',
  ),
  'mdx-syntax': error<{ reason: string }>(
    ({ reason }) => `invalid MDX: ${reason}`,
    () =>
      'close each tag and escape each { or < that is text: with "html: true", the Markdown of an .mdx page is MDX',
  ),
};

const layoutCodes = {
  'alert-in-starlight': warning<{ name: string; aside: string }>(
    ({ name }) => `Starlight shows the alert "[!${name}]" as text`,
    ({ aside }) => `write an aside that starts with ":::${aside}", which is an alert on GitHub`,
  ),
  'text-github': warning<{ written: string; construct: 'an emoji' | 'math' }>(
    ({ written, construct }) => `GitHub may show "${written}" as ${construct}`,
    ({ construct }) =>
      `change the text${construct === 'math' ? '' : ', or write the emoji itself'}; if it is intended, set "rules: { text-github: off }"`,
  ),
  'layout-drops': warning<{ layout: string; nouns: readonly string[] }>(
    ({ layout, nouns }) =>
      `the layout "${layout}" does not show the ${nouns.join(', ').replace(/, (?=[^,]*$)/, ' and ')} of these credits`,
    () => 'use the layout list or table to show them',
  ),
  'table-cell': error<{ construct: string; remedy: string }>(
    ({ construct }) => `${construct} is not allowed in a table cell`,
    ({ remedy }) => remedy,
  ),
};

const GIT_REASONS = {
  changed: 'it has uncommitted changes',
  untracked: 'it is not committed',
  ignored: 'it is in .gitignore',
  'no-repository': 'it is not in a repository',
  'no-git': 'the command "git" was not found',
  unknown: '"git status" failed',
};

function partOf(path: string, region: string | undefined): string {
  return region === undefined ? path : `the region "${region}" of ${path}`;
}

const outputCodes = {
  'output-extension': error<{ path: string; better: string }>(
    ({ path }) => `"${path}" does not end in .md or .mdx`,
    ({ better }) => `use a name such as "${better}"`,
  ),
  'output-backslash': error<{ path: string }>(
    ({ path }) => `"${path}" contains a backslash`,
    ({ path }) =>
      /^(?:[a-z]:|\\)/i.test(path)
        ? 'write a path relative to the source, and separate folders with "/"'
        : `separate folders with "/": ${path.replaceAll('\\', '/')}`,
  ),
  'output-outside': error<{ path: string; root: string; hasGit: boolean }>(
    ({ path, root, hasGit }) =>
      hasGit
        ? `"${path}" is outside the repository${root === '.' ? '' : ` ${root}`}`
        : `"${path}" is outside the folder of the source, and no .git was found in or above it`,
    ({ hasGit }) =>
      hasGit
        ? 'choose a path that is inside the repository after following links, or use -o to write elsewhere'
        : 'run "git init" in the root of the project, choose a path beside the source, or use -o to write elsewhere',
  ),
  'output-git': error<{ path: string }>(
    ({ path }) => `"${path}" is inside the folder .git`,
    () => 'choose a path outside .git',
  ),
  'output-source': error<{ path: string }>(
    ({ path }) => `the page would replace the source "${path}"`,
    () => 'choose another path for the page',
  ),
  'output-twice': error<{ path: string; other?: string; as?: string }>(
    ({ path, other, as }) =>
      `${other ?? 'another view'} also writes ${as ? `${as}, which is ${path} on some systems` : path}`,
    ({ other }) =>
      other === undefined
        ? 'choose another file, or another region of the file, for one of the views'
        : 'set a different "output" in each source',
  ),
  'view-section': error<{ title: string; near?: string; known: readonly string[] }>(
    ({ title }) => `no section has the title "${title}"`,
    ({ near, known }) =>
      near !== undefined
        ? `did you mean "${near}"?`
        : known.length > 0
          ? `use one of: ${listSome(known)}`
          : 'add a section with this title',
  ),
  'region-host': error<{ path: string; reason: string }>(
    ({ path, reason }) => `could not read ${path}, which should contain a region: ${reason}`,
    () => 'check that the file exists and is UTF-8 text, or remove "region" to write all of it',
  ),
  'region-missing': error<{ path: string; start: string; end: string; hidden?: number }>(
    ({ path, start, hidden }) =>
      hidden
        ? `"${start}" on line ${hidden} of ${path} is not recognized as a marker`
        : `${path} has no line "${start}"`,
    ({ start, end, hidden }) =>
      hidden
        ? 'put each marker on a line of its own, outside code, lists, quotes, comments and front matter'
        : `add two lines where the region should be: ${start} and ${end}`,
  ),
  'region-markers': error<{ message: string; help: string }>(
    ({ message }) => message,
    ({ help }) => help,
  ),
  'region-content': error<{ path: string }>(
    ({ path }) => `the content of the page would hide the end of its region in ${path}`,
    () =>
      'do not indent the markers, close every tag and comment of raw HTML, and avoid colons that end an aside around the region',
  ),
  'output-unwritable': error<Unwritable>(
    ({ reason }) => `could not write the page: ${reason}`,
    helpToWrite,
  ),
  'output-default': warning<{ path: string; output: string }>(
    ({ path }) =>
      `the page goes to ${path} in this site, but the command would write it to another place`,
    ({ output }) => `add "output: ${output}" to the source`,
  ),
  'output-locale': warning<
    { path: string; output: string } | { tag: string; known: readonly string[] }
  >(
    (found) =>
      'tag' in found
        ? `the site has no locale for "${found.tag}", so it gets no page`
        : `${found.path} is not in a locale of the site`,
    (found) =>
      'tag' in found
        ? `add it to the "locales" of the site${found.known.length > 0 ? ` (${listSome(found.known)})` : ''}, or set "output"`
        : `set "output: ${found.output}" in the source`,
  ),
  'output-slug': warning<{ path: string; other: string; isPlanned: boolean }>(
    ({ path, other }) => `${path} and ${other} would be the same page of the site`,
    ({ other, isPlanned }) =>
      isPlanned
        ? 'choose another path or "slug" for one of the two'
        : `remove ${other}, or choose another path`,
  ),
  'output-overwrite': error<{
    path: string;
    region?: string;
    state: keyof typeof GIT_REASONS;
    /** What Git has printed. */
    problem?: string | undefined;
    importCommand: string;
    forceHint: string;
  }>(
    ({ path, region, state, problem }) =>
      `this would drop most of the text of ${partOf(path, region)}, which Git cannot restore: ${GIT_REASONS[state]}${problem ? `: ${problem}` : ''}`,
    ({ region, importCommand, forceHint }) =>
      `${region === undefined ? '' : 'move it out of the region, or '}turn it into a source with "${importCommand}", or replace it with ${forceHint}`,
  ),
  'output-replaced': warning<{
    path: string;
    region?: string;
    importCommand: string;
    restoreCommand: string;
  }>(
    ({ path, region }) => `most of the text of ${partOf(path, region)} is replaced`,
    ({ restoreCommand, importCommand }) =>
      `restore it with "${restoreCommand}"; "${importCommand}" turns it into a source`,
  ),
  'out-of-date': error<{ command: string; missing: boolean }>(
    ({ missing }) => (missing ? 'the page does not exist yet' : 'the page is out of date'),
    ({ command }) => `run "${command}"`,
  ),
};

/** They are only reported by the command `avatars`. */
const avatarCodes = {
  'avatar-missing': warning<{ handle: string; reason: string; isTemporary: boolean }>(
    ({ handle, reason }) => `no picture of @${handle}: ${reason}`,
    ({ isTemporary }) =>
      `${isTemporary ? 'try again later' : 'check the handle'}, or give the person an "image"`,
  ),
  'avatar-redirect': warning<{ handle: string; reason: string }>(
    ({ handle, reason }) => `no picture of @${handle}: ${reason}`,
    () => 'use the URL of the picture itself in "image", or in "avatar" of "handles"',
  ),
  'avatar-content': warning<{ handle: string; reason: string }>(
    ({ handle, reason }) => `no picture of @${handle}: ${reason}`,
    () => 'give the person another "image": a PNG, JPEG or WebP file of at most 5 MB',
  ),
  'avatar-handle': warning<{ handle: string }>(
    ({ handle }) => `no picture of @${handle}: the handle cannot be the name of a file`,
    () => 'check the handle, or give the person an "image" in the repository',
  ),
  'avatar-source': warning<{ handle: string; count: number; hasHandles: boolean }>(
    ({ handle, count }) =>
      `the source does not say where the ${count > 1 ? `pictures of @${handle} and ${count - 1} more are` : `picture of @${handle} is`}`,
    ({ hasHandles }) =>
      hasHandles
        ? 'add "avatar" to "handles", such as {url: …, avatar: "https://example.com/{handle}.png"}'
        : 'add "handles: github", gitlab or codeberg, or give each person an "image"',
  ),
  'avatar-unwritable': error<{ handle: string; reason: string }>(
    ({ handle, reason }) => `could not write the picture of @${handle}: ${reason}`,
    () => 'check the folder "avatars" beside the source, and its permissions',
  ),
};

const auditCodes = {
  'audit-missing': error<{ name: string; manifest: string; section?: string; command: string }>(
    ({ name, manifest, section }) =>
      `"${name}" of ${manifest} is not credited${section === undefined ? '' : ` in "${section}"`}`,
    ({ command }) => `credit it, add it with "${command}", or add it to "ignore" with a reason`,
  ),
  'audit-moved': warning<{ name: string; manifest: string; from: string; to: string }>(
    ({ name, manifest, from, to }) =>
      `"${name}" of ${manifest} is at ${to}, but credited at ${from}`,
    ({ to }) => `update the "url" of the credit to ${to}, or rename it if it is something else`,
  ),
  'audit-stale': off<{ name: string; manifests: readonly string[] }>(
    ({ name, manifests }) => `"${name}" matches nothing in ${listSome(manifests)}`,
    () => 'remove the credit if the project no longer uses it, or move it to another section',
  ),
  'audit-ignore-unused': warning<{ name: string; manifest: string }>(
    ({ name, manifest }) => `"${name}" ignores nothing in ${manifest}`,
    () => 'remove it, or check the name; * matches any characters but /',
  ),
  'audit-incomplete': warning<{ manifest: string; reason: string; remedy?: string }>(
    ({ manifest, reason }) => `${manifest} is only covered in part: ${reason}`,
    ({ remedy = 'use a manifest that is complete' }) => remedy,
  ),
  'manifest-missing': error<{ manifest: string; reason: string; near?: string; remedy?: string }>(
    ({ manifest, reason }) => `could not read "${manifest}": ${reason}`,
    ({ near, remedy = 'check the path; in "covers", it is relative to the source' }) =>
      near === undefined ? remedy : `did you mean "${near}"?`,
  ),
  'manifest-invalid': error<{ manifest: string; reason: string; remedy?: string }>(
    ({ manifest, reason }) => `could not read "${manifest}": ${reason}`,
    ({ remedy = 'fix the manifest first' }) => remedy,
  ),
};

/** Joins texts as alternatives, each in quotes: `"a"`, `"a" or "b"`. */
function oneOf(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(' or ');
}

/** They are only reported by the command `lint`. */
const lintCodes = {
  'license-spdx': warning<{ license: string; answers: readonly string[]; near?: string }>(
    ({ license }) => `"${license}" is not an SPDX license expression`,
    ({ answers, near }) => {
      if (answers.length > 0) return `write ${oneOf(answers)}`;
      return near === undefined
        ? 'choose one from https://spdx.org/licenses/, or write "LicenseRef-" and a name of your own'
        : `did you mean "${near}"?`;
    },
  ),
  'person-repeated': warning<{ name: string; id?: string; line: number }>(
    ({ name, id, line }) =>
      id === undefined
        ? `"${name}" is also written out on line ${line}`
        : `"${name}" is written out, although "people" has "${id}"`,
    ({ id }) =>
      id === undefined
        ? 'move the person to "people", and write the id in both places'
        : `write the id "${id}"`,
  ),
  'person-conflict': warning<{ person: string; here: string; there: string; line: number }>(
    ({ person, here, there, line }) =>
      `"${person}" is "${here}" here, and "${there}" on line ${line}`,
    () => 'correct one of the two; if they are different people, ignore this with a comment',
  ),
  'person-unused': warning<{ id: string }>(
    ({ id }) => `nothing refers to "${id}" in "people"`,
    () => 'remove it, or write the id in "by" or "person"',
  ),
  'credit-repeated': warning<{ name: string; line: number }>(
    ({ name, line }) => `"${name}" is already credited on line ${line}, in the same list`,
    () => 'remove one of the two',
  ),
  'url-repeated': info<{ url: string; name: string; line: number }>(
    ({ url, name, line }) => `"${url}" is also the URL of "${name}" on line ${line}`,
    () => 'check both; one of them may have been copied',
  ),
  'section-empty': warning<{ title?: string }>(
    ({ title }) =>
      title === undefined ? 'this section is empty' : `the section "${title}" is empty`,
    () => 'add credits or text, or remove the section',
  ),
  'section-repeated': warning<{ title: string; line: number }>(
    ({ title, line }) => `the section on line ${line} also has the title "${title}"`,
    () => 'merge the two sections, or rename one of them',
  ),
  'description-stop': info<{ hasStop: boolean }>(
    ({ hasStop }) =>
      `this description ends ${hasStop ? 'with' : 'without'} a full stop, unlike most others in the list`,
    ({ hasStop }) => `${hasStop ? 'remove the' : 'add a'} full stop`,
  ),
  'image-heavy': info<{ path: string; problem: string; remedy: string }>(
    ({ path, problem }) => `"${path}" ${problem}`,
    ({ remedy }) => remedy,
  ),
  'image-remote': info<{ host: string }>(
    ({ host }) => `every reader loads this picture from ${host}`,
    () =>
      'copy it beside the source; "starlight-credits avatars" fetches those of people with a handle',
  ),
};

/** Other places with the same URL, as the end of a message. */
function otherPlaces(others: readonly string[]): string {
  return others.length > 0 ? ` (also ${others.join(', ')})` : '';
}

/** They are only reported by `lint --links`. */
const linkCodes = {
  'link-dead': error<{ url: string; status?: number; others: readonly string[]; moved?: string }>(
    ({ url, status, others }) =>
      `"${url}" is a dead link: ${status === undefined ? 'there is no such host' : `the server answered ${status}`}${otherPlaces(others)}`,
    ({ moved }) =>
      moved === undefined
        ? 'link to another page, or remove the link'
        : `it had moved to "${moved}"; link to that page if it works, or to another one`,
  ),
  'link-moved': warning<{ url: string; to: string; others: readonly string[]; isSafe: boolean }>(
    ({ url, to, others }) => `"${url}" has moved to "${to}"${otherPlaces(others)}`,
    ({ isSafe }) =>
      isSafe ? 'update the URL' : 'check that the domain has not changed hands, and update the URL',
  ),
  'report-invalid': error<{ reason: string }>(
    ({ reason }) => `could not read the report of the link checker: ${reason}`,
    () => 'write it with "lychee --format json --verbose" or "linkinator --format json"',
  ),
  'history-damaged': warning<object>(
    () => 'this line of the history of links is damaged',
    () => 'restore the line; if the command writes the history, it drops the line',
  ),
};

const ruleCodes = {
  'rule-unknown': error<{ code: string; near?: string }>(
    ({ code }) => `unknown diagnostic "${code}"`,
    ({ near }) =>
      near
        ? `did you mean "${near}"?`
        : 'run "starlight-credits explain" for a list of all diagnostics',
  ),
  'rule-fixed': error<{ code: string }>(
    ({ code }) => `the severity of "${code}" cannot be changed, as it is always an error`,
    () => 'remove this rule, and fix the error where it is reported',
  ),
  'ignore-unused': warning<{ code: string; reason: IgnoreProblem; near?: string }>(
    ({ code, reason }) => {
      switch (reason) {
        case 'no-code':
          return 'this comment does not name the diagnostic to ignore';
        case 'unknown':
          return `unknown diagnostic "${code}" in a comment that ignores it`;
        case 'error':
          return `"${code}" is an error, which a comment cannot silence`;
        case 'beside':
          return `this comment is beside a value, so it does not silence "${code}"`;
        case 'unused':
          return `there is no "${code}" in the entry below this comment`;
      }
    },
    ({ reason, near }) => {
      if (reason === 'no-code') return 'write "# starlight-credits-ignore code: reason"';
      if (near) return `did you mean "${near}"?`;
      return reason === 'beside'
        ? 'move the comment to a line of its own, above the entry'
        : 'remove the comment';
    },
  ),
};

/** Why a comment that ignores a diagnostic has no effect. */
type IgnoreProblem = 'no-code' | 'unknown' | 'error' | 'beside' | 'unused';

/** The diagnostics by topic, in the order in which `explain` lists them. */
export const topics = {
  Files: fileCodes,
  YAML: yamlCodes,
  Keys: keyCodes,
  Values: valueCodes,
  Text: textCodes,
  Languages: languageCodes,
  Headings: headingCodes,
  Markdown: markdownCodes,
  Layouts: layoutCodes,
  Output: outputCodes,
  Avatars: avatarCodes,
  Audit: auditCodes,
  Lint: lintCodes,
  Links: linkCodes,
  Rules: ruleCodes,
};

export const codes = {
  ...fileCodes,
  ...yamlCodes,
  ...keyCodes,
  ...valueCodes,
  ...textCodes,
  ...languageCodes,
  ...headingCodes,
  ...markdownCodes,
  ...layoutCodes,
  ...outputCodes,
  ...avatarCodes,
  ...auditCodes,
  ...lintCodes,
  ...linkCodes,
  ...ruleCodes,
};

export type Code = keyof typeof codes;
export type Args<C extends Code> = Parameters<(typeof codes)[C]['message']>[0];

/** Whether a text is the code of a diagnostic. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(codes, text);
}

/** Whether a source may change the severity of a diagnostic. */
export function isConfigurable(code: Code): boolean {
  return codes[code].severity !== 'error' || CONFIGURABLE_ERRORS.has(code);
}

/** Errors that do not concern the page. */
const CONFIGURABLE_ERRORS: ReadonlySet<Code> = new Set<Code>(['audit-missing', 'link-dead']);

/** Whether `build` may report a diagnostic. Only other commands report the others. */
export function isBuildCode(code: Code): boolean {
  return (
    !Object.hasOwn(avatarCodes, code) &&
    !isAuditCode(code) &&
    !isLintCode(code) &&
    !isLinkCode(code)
  );
}

/** Whether only the command `audit` reports a diagnostic. */
export function isAuditCode(code: Code): boolean {
  return Object.hasOwn(auditCodes, code);
}

export type LintCode = keyof typeof lintCodes;

/** Whether only the command `lint` reports a diagnostic. */
export function isLintCode(code: Code): code is LintCode {
  return Object.hasOwn(lintCodes, code);
}

/** Whether only `lint --links` reports a diagnostic. */
export function isLinkCode(code: Code): boolean {
  return Object.hasOwn(linkCodes, code);
}

/** Returns the codes whose severity a source may change. */
export function configurableCodes(): Code[] {
  return (Object.keys(codes) as Code[]).filter(isConfigurable);
}
