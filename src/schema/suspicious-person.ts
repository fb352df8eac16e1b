/** Strings that are read as a name, but that are probably more than one. */
import { BETWEEN_PEOPLE, handleInUrl, splitPerson } from '../model/parse-person.ts';
import type { ScalarNode } from '../source/nodes.ts';
import { asScalar } from '../source/quote-scalar.ts';
import type { Scope } from './scope.ts';

/** A name, a name with a handle, or a handle, as most are. */
const USUAL =
  /^(?!.* (?:and|und|et|y) )(?:[A-Za-z\d .'’\u00aa-\u1fff\u2c00-\ufefe-]+(?<! )(?: \(@[\w.-]+\))?|@[\w.-]+)$/;

/** Reports a string that is not an id of `people`, if it is probably not only a name and a handle. */
export function reportSuspiciousPerson(text: string, node: ScalarNode, scope: Scope): void {
  if (USUAL.test(text)) {
    reportNearId(text, node, scope);
    return;
  }
  const several = severalPeople(text, scope.people);
  if (several) scope.report('person-several', node, { text, list: several });
  else if (!reportHandle(text, node, scope) && !reportAddress(text, node, scope)) {
    reportNearId(text, node, scope);
  }
}

function reportNearId(text: string, node: ScalarNode, scope: Scope): void {
  const id = scope.nearPersonId(text);
  if (id !== undefined) scope.report('person-near-id', node, { text, id });
}

/** Returns the YAML list of the people in a string, or `undefined` if it is probably one person. */
function severalPeople(text: string, people: Scope['people']): string | undefined {
  const parts = text.split(BETWEEN_PEOPLE).filter(Boolean);
  if (parts.length < 2) return;
  const ids = parts.filter((part) => people.has(part));
  const handles = parts.filter((part) => /^@\S+$|\(@[^()]+\)$/.test(part));
  const areSeveral =
    ids.length > 1 ||
    handles.length > 1 ||
    ids.length + handles.length === parts.length ||
    // A capitalized id may also be a part of a name, as in "Google, Inc.".
    (text.includes(',') && ids.some((id) => id === id.toLowerCase()));
  return areSeveral ? `[${parts.map(asScalar).join(', ')}]` : undefined;
}

/** A handle at the end of a string that is not in parentheses of its own. */
const HANDLE_LAST = /^(.*[^\s([<,;:|–—-])(?:[\s,;:|–—-]+|\s*[([<]\s*)@([a-z\d][\w.-]*)\s*[)\]>]?$/i;

/** A handle before a name. */
const HANDLE_FIRST = /^@(?<handle>\S+)\s+(?:[([<]\s*)?(?<name>[^\s()[\]<>][^()[\]<>]*)[)\]>]?$/;

/** Reports a handle that is read as a part of the name, a name as a part of the handle, or a URL. */
function reportHandle(text: string, node: ScalarNode, { report }: Scope): boolean {
  const { name, handle } = splitPerson(text);
  const inUrl = handle && handleInUrl(handle);
  if (inUrl) {
    report('handle-url', node, { url: handle, handle: inUrl });
    return true;
  }
  const [, last, handleLast] = (handle === undefined && HANDLE_LAST.exec(text)) || [];
  const first = name === undefined ? HANDLE_FIRST.exec(text)?.groups : undefined;
  const meant = last
    ? `${last} (@${handleLast})`
    : first && `${first.name?.trim()} (@${first.handle?.replace(/[,;:]$/, '')})`;
  if (meant) report('person-handle', node, { text, meant });
  return meant !== undefined;
}

/** A URL or an email address, with or without a name before it. */
const ADDRESS =
  /^(?:(.*\S)\s+)?[([<]?(https?:\/\/[^\s()<>[\]]+|[^\s@()<>[\]]+@[\w-]+\.[\w.-]+)[)\]>]?$/;

/** Reports a URL or an email address that is read as a part of the name. */
function reportAddress(text: string, node: ScalarNode, { report }: Scope): boolean {
  const [, name, address] = ADDRESS.exec(text) ?? [];
  if (address === undefined) return false;
  const url = address.includes('://') ? address : `mailto:${address}`;
  report('person-address', node, { address, map: `{name: ${name ?? '…'}, url: ${url}}` });
  return true;
}
