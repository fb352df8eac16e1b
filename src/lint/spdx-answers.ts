import exceptions from 'spdx-exceptions/index.json' with { type: 'json' };
import parseExpression from 'spdx-expression-parse';
import deprecated from 'spdx-license-ids/deprecated.json' with { type: 'json' };
import identifiers from 'spdx-license-ids/index.json' with { type: 'json' };

/**
 * Whether a text is an SPDX license expression. Deprecated identifiers such as `GPL-3.0` are valid, as
 * they are for npm and in the list of SPDX.
 */
export function isSpdxExpression(text: string): boolean {
  try {
    parseExpression(text);
    return true;
  } catch {
    return false;
  }
}

/** All identifiers, to find the nearest one. */
export const spdxIds: readonly string[] = [...identifiers, ...exceptions];

/** Long names of licenses, and what identifiers start with in their place. */
const NAMES: readonly [RegExp, string][] = [
  [/creative commons/g, 'cc'],
  [/\bcc zero\b/g, 'cc0'],
  [/\battribution\b/g, 'by'],
  [/\bshare ?alike\b/g, 'sa'],
  [/\bnon ?commercial\b/g, 'nc'],
  [/\bno ?deriv(?:ative)?s\b/g, 'nd'],
  [/\bgnu affero (?:general public|gpl)\b|\baffero gpl\b|\bgnu agpl\b/g, 'agpl'],
  [/\bgnu (?:lesser|library) (?:general public|gpl)\b|\bgnu lgpl\b/g, 'lgpl'],
  [/\bgnu (?:general public|gpl)\b/g, 'gpl'],
  [/\bgnu free documentation\b|\bgnu fdl\b/g, 'gfdl'],
  [/\bmozilla public\b/g, 'mpl'],
  [/\beclipse public\b/g, 'epl'],
  [/\beuropean union public\b/g, 'eupl'],
  [/\bbusiness source\b/g, 'busl'],
  [/\b(?:sil )?open font\b|\bsil ofl\b/g, 'ofl'],
  [/\bapache software\b|\basl\b(?= 2)/g, 'apache'],
  [/\bno attribution\b/g, '0'],
];

/** Words that identifiers do not have. */
const WORDS =
  /\b(?:the|licen[cs]ed?|under|version|international|intl|unported|universal|generic)\b/g;

/**
 * Returns the form in which an identifier and other ways to write it are equal: `Apache License, Version
 * 2.0`, `apache 2` and `Apache-2.0` are all `apache 2`.
 */
function formOf(text: string): string {
  const words = NAMES.reduce(
    (form, [name, short]) => form.replace(name, short),
    text.toLowerCase().replace(/[\s_,"'()-]+/g, ' '),
  );
  return words
    .replace(WORDS, ' ')
    .replace(/(?<=[a-z])(?:[ .]*v\.? ?|\s*)(?=\d+(?:\.\d+)*(?:\+|\s|$))/g, ' ')
    .replace(/(?<=\d)\.0(?![\d.])/g, '')
    .replace(/(?<!\s)\s*\+$| or (?:later|newer|any later)$/, ' or later')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Other names of licenses, and the identifiers that each may stand for. */
const ALIASES: Record<string, readonly string[]> = {
  expat: ['MIT'],
  'mit expat': ['MIT'],
  'mit mit': ['MIT'],
  'mit/x11': ['MIT', 'X11'],
  x11: ['X11'],
  'isc isc': ['ISC'],
  apache: ['Apache-1.0', 'Apache-1.1', 'Apache-2.0'],
  bsd: ['BSD-2-Clause', 'BSD-3-Clause'],
  'bsd 2': ['BSD-2-Clause'],
  '2 clause bsd': ['BSD-2-Clause'],
  'simplified bsd': ['BSD-2-Clause'],
  'bsd simplified': ['BSD-2-Clause'],
  'bsd 2 clause simplified': ['BSD-2-Clause'],
  'bsd 3': ['BSD-3-Clause'],
  '3 clause bsd': ['BSD-3-Clause'],
  'new bsd': ['BSD-3-Clause'],
  'bsd new': ['BSD-3-Clause'],
  'modified bsd': ['BSD-3-Clause'],
  'revised bsd': ['BSD-3-Clause'],
  'bsd 3 clause new or revised': ['BSD-3-Clause'],
  'zero clause bsd': ['0BSD'],
  '0 clause bsd': ['0BSD'],
  'bsd 0 clause': ['0BSD'],
  mpl: ['MPL-1.0', 'MPL-1.1', 'MPL-2.0'],
  epl: ['EPL-1.0', 'EPL-2.0'],
  gpl: ['GPL-2.0-only', 'GPL-2.0-or-later', 'GPL-3.0-only', 'GPL-3.0-or-later'],
  lgpl: ['LGPL-2.1-only', 'LGPL-2.1-or-later', 'LGPL-3.0-only', 'LGPL-3.0-or-later'],
  agpl: ['AGPL-3.0-only', 'AGPL-3.0-or-later'],
  ofl: ['OFL-1.0', 'OFL-1.1'],
  cc0: ['CC0-1.0'],
  boost: ['BSL-1.0'],
  'boost software': ['BSL-1.0'],
  'boost 1': ['BSL-1.0'],
  'boost software 1': ['BSL-1.0'],
  'bsl 1.1': ['BUSL-1.1'],
  unlicence: ['Unlicense'],
  'zlib/libpng': ['Zlib'],
};

/**
 * Returns the identifiers by their form, by that of an alias, and by `=` with the identifier in lower case. Those
 * of GNU are also found without `-only` and `-or-later`.
 */
function identifiersByForm(): Map<string, readonly string[]> {
  const byForm = new Map<string, readonly string[]>();
  const add = (form: string, id: string) => byForm.set(form, [...(byForm.get(form) ?? []), id]);
  for (const id of [...spdxIds, ...deprecated]) add(`=${id.toLowerCase()}`, id);
  for (const id of spdxIds) {
    const form = formOf(id);
    for (const each of new Set([form, form.replace(/ (?:only|or later)$/, '')])) add(each, id);
  }
  for (const [alias, ids] of Object.entries(ALIASES)) byForm.set(formOf(alias), ids);
  return byForm;
}

let byForm: Map<string, readonly string[]> | undefined;

/** Returns the identifiers that a text may stand for. */
function idsOf(text: string): readonly string[] {
  byForm ??= identifiersByForm();
  const same = byForm.get(`=${text.toLowerCase()}`);
  if (same) return same;
  return byForm.get(formOf(text)) ?? [];
}

/** What joins the parts of an expression. `or later` is a part of a name. */
const OPERATORS = /((?<!\s)\s+(?:and|or(?!\s+(?:later|newer|any))|with)\s+|[()])/i;

/**
 * Returns the SPDX expressions that a text may stand for: one if there is a single right answer, none if
 * there are too many or it is not known.
 */
export function spdxAnswers(text: string): readonly string[] {
  const whole = idsOf(text).filter(isSpdxExpression);
  if (whole.length > 0) return whole;
  const parts = text.split(OPERATORS).map((part) => {
    if (part.trim() === '' || OPERATORS.test(part)) return part.toUpperCase();
    return isSpdxExpression(part.trim()) ? part : part.replace(/\S.*\S|\S/s, onlyIdOf);
  });
  const expression = parts.join('').replace(/\s+/g, ' ').trim();
  if (parts.length > 1 && isSpdxExpression(expression)) return [expression];
  const ids = text.split(/(?<!\s)\s*[/,;&|+]+\s*/).map(onlyIdOf);
  if (ids.length < 2 || ids.includes('')) return [];
  return [ids.join(' OR '), ids.join(' AND ')].filter(isSpdxExpression);
}

function onlyIdOf(text: string): string {
  const [id, another] = idsOf(text);
  return id !== undefined && another === undefined ? id : '';
}
